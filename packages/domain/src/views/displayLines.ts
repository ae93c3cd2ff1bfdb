import { type Line, lineKey } from "../Line.ts";
import { CLASSES } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import type { ChangedLine, DisplayLine, DisplayWaiting } from "./DisplayLine.ts";

/** How many of those who come next a hall is shown, for each service. */
const NEXT_SHOWN = 4;

/** The lines of some services as the hall sees them; services nobody waits for are left out. */
export function linesOf(
  state: State,
  serviceIds: Iterable<string>,
): Readonly<Record<string, DisplayLine>> {
  const direct = directLines(state);
  const lines: Record<string, DisplayLine> = {};
  for (const id of serviceIds) {
    const { waiting, heads } = lineOf(state, id, direct);
    if (waiting > 0) lines[id] = { waiting, next: heads.map(shown) };
  }
  return lines;
}

/** What of a line changed: the tickets that did, without moving others, or anything. */
export type Touched = Set<string> | "anywhere";

/**
 * How some lines stand now, the empty ones as well. Those who come next are told only when they may
 * have changed: somebody who joins a long line changes its length alone.
 */
export function changedLines(
  state: State,
  touched: ReadonlyMap<string, Touched>,
): Readonly<Record<string, ChangedLine>> {
  const direct = directLines(state);
  const changed: Record<string, ChangedLine> = {};
  for (const [id, how] of touched) {
    const { waiting, heads } = lineOf(state, id, direct);
    const isNextTouched = how === "anywhere" || heads.some((ticket) => how.has(ticket.id));
    changed[id] = isNextTouched ? { waiting, next: heads.map(shown) } : { waiting };
  }
  return changed;
}

function lineOf(
  state: State,
  serviceId: string,
  direct: readonly Line[],
): { readonly waiting: number; readonly heads: readonly Ticket[] } {
  let waiting = 0;
  const heads: Ticket[] = [];
  for (const classId of CLASSES) {
    const tickets = state.lines.get(lineKey(`service:${serviceId}`, classId))?.tickets ?? [];
    waiting += tickets.length;
    heads.push(...tickets.slice(0, NEXT_SHOWN - heads.length));
  }
  for (const { tickets } of direct)
    waiting += tickets.filter(({ place }) => place.serviceId === serviceId).length;
  return { waiting, heads };
}

function shown({ label, issuedAt, callableAt }: Ticket): DisplayWaiting {
  return { label, issuedAt, callableAt };
}

/** Lines of one counter or officer: their people are counted, and called there, not from the hall. */
function directLines(state: State): readonly Line[] {
  return [...state.lines]
    .filter(([key, { tickets }]) => tickets.length > 0 && !key.includes("/service:"))
    .map(([, line]) => line);
}
