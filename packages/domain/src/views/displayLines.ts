import { type Line, lineKey } from "../Line.ts";
import { CLASSES } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import type { DisplayLine, DisplayWaiting } from "./DisplayLine.ts";

/** How many of those who come next a hall is shown, for each service. */
const NEXT_SHOWN = 6;

/** The lines of some services as the hall sees them; services nobody waits for are left out. */
export function linesOf(
  state: State,
  serviceIds: Iterable<string>,
): Readonly<Record<string, DisplayLine>> {
  const direct = directLines(state);
  const lines: Record<string, DisplayLine> = {};
  for (const id of serviceIds) {
    const line = lineOf(state, id, direct);
    if (line.waiting > 0) lines[id] = line;
  }
  return lines;
}

/** As `linesOf`, with the empty ones as well: they replace what was shown before. */
export function changedLines(
  state: State,
  serviceIds: Iterable<string>,
): Readonly<Record<string, DisplayLine>> {
  const direct = directLines(state);
  return Object.fromEntries([...serviceIds].map((id) => [id, lineOf(state, id, direct)]));
}

function lineOf(state: State, serviceId: string, direct: readonly Line[]): DisplayLine {
  let waiting = 0;
  const next: DisplayWaiting[] = [];
  for (const classId of CLASSES) {
    const tickets = state.lines.get(lineKey(`service:${serviceId}`, classId))?.tickets ?? [];
    waiting += tickets.length;
    for (const { id, label, issuedAt, callableAt } of tickets.slice(0, NEXT_SHOWN - next.length))
      next.push({ id, label, issuedAt, callableAt });
  }
  for (const { tickets } of direct)
    waiting += tickets.filter(({ place }) => place.serviceId === serviceId).length;
  return { waiting, next };
}

/** Lines of one counter or officer: their people are counted, and called there, not from the hall. */
function directLines(state: State): readonly Line[] {
  return [...state.lines]
    .filter(([key, { tickets }]) => tickets.length > 0 && !key.includes("/service:"))
    .map(([, line]) => line);
}
