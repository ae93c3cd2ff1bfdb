import type { CommandPayloads, OfficerOutcome } from "../commands.ts";
import type { Draft } from "../events.ts";
import { pickNext } from "../policy/pickNext.ts";
import type { Ticket } from "../ticket.ts";
import { called, callNext } from "./calling.ts";
import {
  accept,
  type Asked,
  currentTicket,
  moving,
  type Decided,
  ownCounter,
  wrongStatus,
} from "./decision.ts";

/** LIFE-3: the citizen stands at the counter. */
export function start(asked: Asked, { counterId }: CommandPayloads["ticket:start"]): Decided {
  const current = currentTicket(asked, counterId);
  if (!current.ok) return current;
  const { ticket } = current.value;
  if (ticket.place.status !== "called") return wrongStatus(ticket);
  return accept(started(ticket, asked.context.now));
}

/** LIFE-4: the visit ends; ending a ticket that was only called implies its start. */
export function finish(asked: Asked, payload: CommandPayloads["ticket:finish"]): Decided {
  const current = currentTicket(asked, payload.counterId);
  if (!current.ok) return current;
  return accept(...finished(current.value.ticket, payload, asked.context.now));
}

/**
 * CALL-6: ends the visit and calls the next in one command. Nobody waiting is no refusal: the visit
 * is ended all the same. Without a visit it is a plain call.
 */
export function finishAndCall(
  asked: Asked,
  payload: CommandPayloads["ticket:finish-and-call"],
): Decided {
  const counter = ownCounter(asked, payload.counterId);
  if (!counter.ok) return counter;
  if (counter.value.ticketId === null) return callNext(asked, payload);
  const current = currentTicket(asked, payload.counterId);
  if (!current.ok) return current;
  const ended = finished(current.value.ticket, payload, asked.context.now);
  // Ending a visit frees the counter and changes no line, so the pick is the same before and after.
  const pick = pickNext(asked.state, payload.counterId, asked.context.now);
  return accept(...ended, ...(pick === null ? [] : [called(pick, payload.counterId)]));
}

function started(ticket: Ticket, startedAt: number): Draft {
  const from = ticket.place;
  return {
    type: "ticket-started",
    ...moving(ticket),
    from,
    to: { ...from, status: "serving" },
    startedAt,
  };
}

function finished(
  ticket: Ticket,
  visit: { readonly outcome: OfficerOutcome; readonly dossierRefs: readonly string[] },
  now: number,
): readonly Draft[] {
  const isCalled = ticket.place.status === "called";
  // Nobody pressed "start": the visit is counted from the call.
  const startedAt = isCalled ? (ticket.calledAt ?? now) : (ticket.startedAt ?? now);
  const from = { ...ticket.place, status: "serving" as const };
  const end: Draft = {
    type: "ticket-finished",
    ...moving(ticket),
    from,
    to: { ...from, status: "done" },
    outcome: visit.outcome,
    dossierRefs: visit.dossierRefs,
    serviceMs: Math.max(0, now - startedAt),
  };
  return isCalled ? [started(ticket, startedAt), end] : [end];
}
