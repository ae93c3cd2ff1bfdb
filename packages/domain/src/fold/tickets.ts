import { assertNever, invariant } from "@luot/kit";
import type { EventOf } from "../events.ts";
import { standInLine, type State } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import { ticketOf } from "./lookUp.ts";
import { quotaKey } from "./quotaKey.ts";
import { withCall } from "./recentCalls.ts";

/** ISSUE-1: a new ticket, at the end of its line. */
export function issueTicket(state: State, event: EventOf<"ticket-issued">): void {
  addTicket(state, {
    ...newTicket(event),
    issuedAt: event.at,
    wishId: event.deviceId === null ? null : event.cause,
    readySeq: null,
    callableAt: event.callableAt,
    callableSince: event.callableAt,
  });
  state.nextNumbers.set(event.seriesId, event.number + 1);
  countIssued(state, event.to.serviceId, event.sessionId);
}

/** OFF-1: a ticket whose paper the citizen holds already, where its arrival says. */
export function enterTicket(state: State, event: EventOf<"ticket-entered">): void {
  addTicket(state, {
    ...newTicket(event),
    issuedAt: event.issuedAt,
    wishId: null,
    callableAt: event.issuedAt,
    callableSince: event.issuedAt,
    // The citizen holds it: no cut of the kiosk makes it doubtful again (HOLD-1).
    readySeq: event.seq,
  });
  if (event.sessionId !== null) countIssued(state, event.to.serviceId, event.sessionId);
}

function addTicket(state: State, ticket: Ticket): void {
  invariant(!state.labels.has(ticket.label), `label ${ticket.label} issued twice`);
  invariant(!state.tickets.has(ticket.id), `ticket ${ticket.id} issued twice`);
  state.tickets.set(ticket.id, ticket);
  state.labels.set(ticket.label, ticket.id);
  if (ticket.wishId !== null) state.wishes.set(ticket.wishId, ticket.id);
  state.totals = { ...state.totals, issued: state.totals.issued + 1 };
  standInLine(state, ticket);
}

function countIssued(state: State, serviceId: string, sessionId: string): void {
  const quota = quotaKey(serviceId, sessionId);
  state.issued.set(quota, (state.issued.get(quota) ?? 0) + 1);
}

function newTicket(
  event: EventOf<"ticket-issued" | "ticket-entered">,
): Omit<Ticket, "issuedAt" | "wishId" | "callableAt" | "callableSince" | "readySeq"> {
  return {
    id: event.ticketId,
    label: event.label,
    number: event.number,
    seriesId: event.seriesId,
    language: event.language,
    reason: event.reason,
    deviceId: event.deviceId,
    dossierRefs: event.dossierRefs ?? [],
    issuedSeq: event.seq,
    place: event.to,
    heldSeq: null,
    capAt: event.capAt,
    print: event.print,
    copies: 0,
    calledAt: null,
    calledSeq: null,
    calledBy: null,
    startedAt: null,
    finishedAt: null,
    recalls: 0,
    outcome: null,
    score: null,
    basis: null,
    movedAt: event.at,
    placedSeq: event.seq,
    touchedSeq: event.seq,
  };
}

/** PRINT and HOLD rules: what became of the paper, and of the kiosk that prints it. */
export function printTicket(
  ticket: Ticket,
  event: EventOf<
    | "ticket-print-confirmed"
    | "ticket-print-failed"
    | "ticket-reprinted"
    | "ticket-held"
    | "ticket-released"
  >,
): void {
  switch (event.type) {
    case "ticket-print-confirmed":
      ticket.print = "confirmed";
      ticket.callableAt = event.callableAt;
      ticket.readySeq ??= event.seq;
      return;
    case "ticket-print-failed":
      ticket.print = event.print;
      return;
    case "ticket-held":
      ticket.callableAt = event.callableAt;
      ticket.heldSeq = event.seq;
      return;
    case "ticket-released":
      ticket.callableAt = event.callableAt;
      ticket.readySeq ??= event.seq;
      return;
    case "ticket-reprinted":
      ticket.copies = event.copy;
      return;
    default:
      assertNever(event);
  }
}

/** CALL-8: said again, which the list of calls and the ticket count. */
export function recallTicket(state: State, event: EventOf<"ticket-recalled">): void {
  const ticket = ticketOf(state, event.ticketId);
  ticket.recalls = event.count;
  ticket.touchedSeq = event.seq;
  state.calls = withCall(state.calls, event, event);
}
