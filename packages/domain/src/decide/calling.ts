import type { CommandPayloads } from "../commands.ts";
import type { Draft } from "../events.ts";
import { pickNext, type Pick } from "../policy/pickNext.ts";
import type { CallBasis } from "../ticket.ts";
import { oldPlace } from "./places.ts";
import {
  about,
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

/** CALL rules: the next ticket by policy goes to this counter, which must be free (I3). */
export function callNext(
  asked: Asked,
  { counterId }: CommandPayloads["ticket:call-next"],
): Decided {
  const counter = ownCounter(asked, counterId);
  if (!counter.ok) return counter;
  if (counter.value.ticketId !== null) return refuse("counter_busy", { counterId });
  const pick = pickNext(asked.state, counterId, asked.context.now);
  if (pick === null) return refuse("queue_empty", { counterId });
  return accept(called(pick, counterId));
}

/** The fact that a ticket is called to a counter. */
export function called({ ticket, basis }: Pick, counterId: string): Draft {
  return {
    type: "ticket-called",
    ...moving(ticket),
    from: ticket.place,
    to: { ...ticket.place, status: "called", counterId },
    language: ticket.language,
    basis,
  };
}

/** The reason of calls that a counter made while the hub was gone, in every centre's settings. */
export const PAPER_MODE_REASON = "paper-mode";
export type PaperModeReason = typeof PAPER_MODE_REASON;

/** CALL-7: out of the order, for a reason; absent and not yet callable tickets as well. */
export function callChosen(
  asked: Asked,
  { counterId, ticketId, reason }: CommandPayloads["ticket:call"],
): Decided {
  const { state, context } = asked;
  const counter = ownCounter(asked, counterId);
  if (!counter.ok) return counter;
  const isKnown = state.settings.callReasons.some(({ id }) => id === reason);
  if (!isKnown && reason !== PAPER_MODE_REASON) return refuse("unknown_reason", { reason });
  if (counter.value.ticketId !== null) return refuse("counter_busy", { counterId });
  const found = findTicket(state, ticketId);
  if (!found.ok) return found;
  const ticket = found.value;
  if (ticket.place.status !== "waiting" && ticket.place.status !== "absent")
    return wrongStatus(ticket);
  const next = pickNext(state, counterId, context.now);
  const basis: CallBasis = {
    rule: "chosen",
    tier: 0,
    stream: state.settings.policy.classes[ticket.place.class].stream,
    normals: counter.value.normals,
    priorityWaiting: next?.basis.priorityWaiting ?? false,
    heads: next?.basis.heads ?? [],
    reason,
  };
  return accept(called({ ticket, basis }, counterId));
}

/** CALL-8: said and shown again; neither place nor label changes. */
export function recall(asked: Asked, { counterId }: CommandPayloads["ticket:recall"]): Decided {
  const current = currentTicket(asked, counterId);
  if (!current.ok) return current;
  const { ticket } = current.value;
  if (ticket.place.status !== "called") return wrongStatus(ticket);
  return accept({
    type: "ticket-recalled",
    ...about(ticket),
    counterId,
    serviceId: ticket.place.serviceId,
    language: ticket.language,
    count: ticket.recalls + 1,
  });
}

/** LIFE-5: called by mistake, so back to its old place, unless nobody calls there now (MOVE-5). */
export function putBack(asked: Asked, { counterId }: CommandPayloads["ticket:put-back"]): Decided {
  const current = currentTicket(asked, counterId);
  if (!current.ok) return current;
  const { ticket } = current.value;
  const from = ticket.place;
  if (from.status !== "called") return wrongStatus(ticket);
  const to = oldPlace(asked.state, ticket);
  return accept({ type: "ticket-put-back", ...moving(ticket), from, to });
}
