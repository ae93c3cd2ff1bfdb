import type { ClassId } from "./settings/CentreSettings.ts";
import type { LineId, Place, Ticket } from "./ticket.ts";

/** What a line needs to know of a ticket to keep it in order. */
export interface Ranked {
  readonly id: string;
  readonly place: Pick<Place, "orderAt">;
}

/** Whether `a` stands before `b` in their line: by rank, then by id (CALL-5). */
export function standsBefore(a: Ranked, b: Ranked): boolean {
  return a.place.orderAt !== b.place.orderAt ? a.place.orderAt < b.place.orderAt : a.id < b.id;
}

/** Tickets that wait in one line and class, in the order they stand. */
export type Line = Ticket[];

/** Key of the line a place belongs to. */
export function lineKey(line: LineId, classId: ClassId): string {
  return `${classId}/${line}`;
}

/** Puts a ticket where its rank says. Appending, the usual case, costs one comparison. */
export function enterLine(line: Line, ticket: Ticket): void {
  const last = line.at(-1);
  if (last === undefined || standsBefore(last, ticket)) line.push(ticket);
  else line.splice(positionOf(line, ticket), 0, ticket);
}

/** Takes a ticket out of its line; its rank must be the one it entered with. */
export function leaveLine(line: Line, ticket: Ticket): void {
  const at = positionOf(line, ticket);
  if (line[at] !== ticket) throw new Error(`ticket ${ticket.id} is not in its line`);
  if (at === 0) line.shift();
  else line.splice(at, 1);
}

/** The index of the first ticket that does not stand before `ticket`. */
export function positionOf(line: readonly Ranked[], ticket: Ranked): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = line[middle];
    if (candidate !== undefined && standsBefore(candidate, ticket)) low = middle + 1;
    else high = middle;
  }
  return low;
}
