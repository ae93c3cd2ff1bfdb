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

/** Whether `a` was issued before `b`: by first issue time, then by id (CALL-2). */
export function isOlder(
  a: Pick<Ticket, "id" | "issuedAt">,
  b: Pick<Ticket, "id" | "issuedAt">,
): boolean {
  return a.issuedAt !== b.issuedAt ? a.issuedAt < b.issuedAt : a.id < b.id;
}

/** Tickets that wait in one line and class. Kept twice, so that no call looks at all of them. */
export interface Line {
  /** In the order they stand. */
  readonly tickets: Ticket[];
  /** In the order of their first issue. */
  readonly byIssue: Ticket[];
  /** No ticket here waits for less than this before it is past its cap. */
  shortestCapMs: number;
}

/** A line nobody stands in. */
export function emptyLine(): Line {
  return { tickets: [], byIssue: [], shortestCapMs: Infinity };
}

/** Key of the line a place belongs to. */
export function lineKey(line: LineId, classId: ClassId): string {
  return `${classId}/${line}`;
}

/** Puts a ticket where its rank says. Appending, the usual case, costs one comparison. */
export function enterLine(line: Line, ticket: Ticket): void {
  insert(line.tickets, ticket, standsBefore);
  insert(line.byIssue, ticket, isOlder);
  line.shortestCapMs = Math.min(line.shortestCapMs, ticket.capAt - ticket.issuedAt);
}

/**
 * Takes a ticket out of its line; its rank must be the one it entered with.
 *
 * @throws when it does not stand there
 */
export function leaveLine(line: Line, ticket: Ticket): void {
  remove(line.tickets, ticket, standsBefore);
  remove(line.byIssue, ticket, isOlder);
  if (line.tickets.length === 0) line.shortestCapMs = Infinity;
}

/** How many of a line stand before somebody, who need not stand in it. */
export function countBefore(line: readonly Ranked[], ticket: Ranked): number {
  return positionOf(line, ticket, standsBefore);
}

type Before<T> = (a: T, b: T) => boolean;

function insert<T>(sorted: T[], entry: T, before: Before<T>): void {
  const last = sorted.at(-1);
  if (last === undefined || before(last, entry)) sorted.push(entry);
  else sorted.splice(positionOf(sorted, entry, before), 0, entry);
}

function remove(sorted: Ticket[], ticket: Ticket, before: Before<Ticket>): void {
  const at = positionOf(sorted, ticket, before);
  if (sorted[at] !== ticket) throw new Error(`ticket ${ticket.id} is not in its line`);
  if (at === 0) sorted.shift();
  else sorted.splice(at, 1);
}

function positionOf<T>(sorted: readonly T[], entry: T, before: Before<T>): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = sorted[middle];
    if (candidate !== undefined && before(candidate, entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
