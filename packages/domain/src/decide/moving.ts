import type { CommandPayloads, TransferTarget } from "../commands.ts";
import type { State } from "../state.ts";
import type { LineId, Place } from "../ticket.ts";
import {
  accept,
  type Asked,
  currentTicket,
  type Decided,
  findTicket,
  moving,
  ownCounter,
  refuse,
  wrongStatus,
} from "./decision.ts";
import { isAttended, lineToComeBackTo, returnRank, transferRank } from "./places.ts";

/** LIFE-6: called and did not come. */
export function noShow(asked: Asked, { counterId }: CommandPayloads["ticket:no-show"]): Decided {
  const current = currentTicket(asked, counterId);
  if (!current.ok) return current;
  const { ticket } = current.value;
  const from = ticket.place;
  if (from.status !== "called") return wrongStatus(ticket);
  return accept({
    type: "ticket-missed",
    ...moving(ticket),
    from,
    to: { ...from, status: "absent" },
  });
}

/** LIFE-7: came after all; stands where the centre's rule says. */
export function returnTicket(
  { state, context }: Asked,
  { ticketId }: CommandPayloads["ticket:return"],
): Decided {
  const found = findTicket(state, ticketId);
  if (!found.ok) return found;
  const ticket = found.value;
  const from = ticket.place;
  if (from.status !== "absent") return wrongStatus(ticket);
  const line = lineToComeBackTo(state, from);
  const orderAt = returnRank(state, { line, class: from.class }, context.now);
  const to: Place = { ...from, line, status: "waiting", counterId: null, orderAt };
  return accept({ type: "ticket-returned", ...moving(ticket), from, to });
}

/** LIFE-8: the citizen fetches something; the ticket stays with the counter, which is free again. */
export function park(asked: Asked, { counterId, reason }: CommandPayloads["ticket:park"]): Decided {
  const current = currentTicket(asked, counterId);
  if (!current.ok) return current;
  if (!asked.state.settings.parkReasons.some(({ id }) => id === reason))
    return refuse("unknown_reason", { reason });
  const { ticket } = current.value;
  const from = ticket.place;
  if (from.status !== "serving") return wrongStatus(ticket);
  const to: Place = { ...from, status: "parked" };
  return accept({ type: "ticket-parked", ...moving(ticket), from, to, reason });
}

/** LIFE-9: the citizen is back; any free counter may go on. */
export function resume(
  asked: Asked,
  { counterId, ticketId }: CommandPayloads["ticket:resume"],
): Decided {
  const counter = ownCounter(asked, counterId);
  if (!counter.ok) return counter;
  if (counter.value.ticketId !== null) return refuse("counter_busy", { counterId });
  const found = findTicket(asked.state, ticketId);
  if (!found.ok) return found;
  const ticket = found.value;
  const from = ticket.place;
  if (from.status !== "parked") return wrongStatus(ticket);
  const to: Place = { ...from, status: "serving", counterId };
  return accept({ type: "ticket-resumed", ...moving(ticket), from, to });
}

/** MOVE rules: to another service, counter or officer; label and first issue time stay. */
export function transfer(
  asked: Asked,
  { counterId, to, place }: CommandPayloads["ticket:transfer"],
): Decided {
  const current = currentTicket(asked, counterId);
  if (!current.ok) return current;
  const { ticket } = current.value;
  const from = ticket.place;
  const goal = lineFor(asked.state, to, from.serviceId);
  if (goal === null) return refuse("unknown_target", { kind: to.kind, id: to.id });
  const { state, context } = asked;
  const orderAt = transferRank(state, ticket, { line: goal.line, place }, context.now);
  const next: Place = { ...from, ...goal, status: "waiting", counterId: null, orderAt };
  return accept({ type: "ticket-transferred", ...moving(ticket), from, to: next });
}

/** The line a transfer leads to, or `null` when nobody would ever call there (MOVE-3). */
function lineFor(
  state: State,
  { kind, id }: TransferTarget,
  serviceId: string,
): { readonly line: LineId; readonly serviceId: string } | null {
  if (kind === "service")
    return state.index.services.has(id) ? { line: `service:${id}`, serviceId: id } : null;
  const line: LineId = `${kind}:${id}`;
  return isAttended(state, line) ? { line, serviceId } : null;
}

/** LIFE-10: given up, by the citizen for the own ticket or by an officer for somebody. */
export function cancel(
  { state, actor }: Asked,
  { ticketId }: CommandPayloads["ticket:cancel"],
): Decided {
  const found = findTicket(state, ticketId);
  if (!found.ok) return found;
  const ticket = found.value;
  if (actor.kind === "citizen" && actor.id !== ticketId)
    return refuse("not_your_ticket", { ticketId });
  if (actor.kind === "device" && actor.id !== ticket.deviceId)
    return refuse("not_your_ticket", { ticketId });
  const from = ticket.place;
  const { status } = from;
  if (status !== "waiting" && status !== "parked" && status !== "absent")
    return wrongStatus(ticket);
  const reason = actor.kind === "officer" || actor.kind === "hub" ? actor.kind : "citizen";
  const to: Place = { ...from, status: "cancelled", counterId: null };
  return accept({ type: "ticket-cancelled", ...moving(ticket), from, to, reason });
}

/** MOVE-4: another class, at the place the first issue time gives there. */
export function setPriority(
  { state }: Asked,
  { ticketId, class: classId, reason }: CommandPayloads["ticket:set-priority"],
): Decided {
  const found = findTicket(state, ticketId);
  if (!found.ok) return found;
  const isKnown = state.settings.priorityReasons.some(
    (known) => known.id === reason && known.class === classId,
  );
  if (reason === null ? classId === "priority" : !isKnown)
    return refuse("unknown_reason", { reason: reason ?? "" });
  const ticket = found.value;
  const from = ticket.place;
  if (from.status !== "waiting" && from.status !== "absent") return wrongStatus(ticket);
  const to: Place = { ...from, class: classId, orderAt: ticket.issuedAt };
  const capAt = ticket.issuedAt + state.settings.policy.classes[classId].capMs;
  return accept({ type: "ticket-priority-set", ...moving(ticket), from, to, reason, capAt });
}
