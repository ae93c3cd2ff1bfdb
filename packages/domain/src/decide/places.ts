import type { TransferPlace } from "../commands.ts";
import { lineKey } from "../Line.ts";
import type { ClassId } from "../settings/CentreSettings.ts";
import type { State } from "../state.ts";
import type { LineId, Place, Ticket } from "../ticket.ts";

/** Whether somebody sits where a line leads to; a service's line always leads somewhere (MOVE-3). */
export function isAttended(state: State, line: LineId): boolean {
  const separator = line.indexOf(":");
  const id = line.slice(separator + 1);
  switch (line.slice(0, separator)) {
    case "counter":
      return (state.counters.get(id)?.status ?? "closed") !== "closed";
    case "officer":
      return [...state.counters.values()].some(({ officerId }) => officerId === id);
    default:
      return true;
  }
}

/** MOVE-5: the line a ticket that comes back stands in: its own, or its service's if nobody calls there. */
export function lineToComeBackTo(state: State, { line, serviceId }: Place): LineId {
  return isAttended(state, line) ? line : `service:${serviceId}`;
}

/** The place of a ticket that waits again in its own line, or by first issue time in its service's. */
export function oldPlace(state: State, { place, issuedAt }: Ticket): Place {
  const line = lineToComeBackTo(state, place);
  const orderAt = line === place.line ? place.orderAt : issuedAt;
  return { ...place, status: "waiting", line, counterId: null, orderAt };
}

/** LIFE-7: the rank of somebody who comes back, by the centre's rule. */
export function returnRank(
  state: State,
  { line, class: classId }: Pick<Place, "line" | "class">,
  now: number,
): number {
  const tickets = ticketsIn(state, line, classId);
  const rule = state.settings.policy.returning;
  if (rule.kind === "tail") return tailRank(state, line, classId, now);
  const before = tickets[rule.places - 1];
  const after = tickets[rule.places];
  if (before === undefined || after === undefined) return tailRank(state, line, classId, now);
  // Between the two neighbours; equal ranks fall back on the ids.
  return (before.place.orderAt + after.place.orderAt) / 2;
}

/** MOVE-2: the rank of a transferred ticket among those of its class in the new line. */
export function transferRank(
  state: State,
  ticket: Ticket,
  to: { readonly line: LineId; readonly place: TransferPlace },
  now: number,
): number {
  if (to.place === "by_issue") return ticket.issuedAt;
  if (to.place === "tail") return tailRank(state, to.line, ticket.place.class, now);
  const [head] = ticketsIn(state, to.line, ticket.place.class);
  return head === undefined ? ticket.issuedAt : Math.min(ticket.issuedAt, head.place.orderAt - 1);
}

function tailRank(state: State, line: LineId, classId: ClassId, now: number): number {
  const tail = ticketsIn(state, line, classId).at(-1);
  return tail === undefined ? now : Math.max(now, tail.place.orderAt + 1);
}

function ticketsIn(state: State, line: LineId, classId: ClassId): readonly Ticket[] {
  return state.lines.get(lineKey(line, classId))?.tickets ?? [];
}
