import { assertNever, invariant } from "@luot/kit";
import type { EventOf, MoveEvent } from "../events.ts";
import { leaveLine } from "../Line.ts";
import { lineOf, standInLine, type State } from "../state.ts";
import type { Place, Ticket } from "../ticket.ts";
import { beforeUndo, rememberMove } from "./counters.ts";
import { counterOf, ticketOf } from "./lookUp.ts";
import { withCall, withoutCall, withRestored } from "./recentCalls.ts";
import { withoutVisit, withVisit } from "./serviceTimes.ts";
import { withMove } from "./totals.ts";

/** Takes a ticket from one place to another; every move goes through here. */
export function moveTicket(state: State, event: MoveEvent): void {
  const ticket = ticketOf(state, event.ticketId);
  const { from, to } = event;
  invariant(isSamePlace(ticket.place, from), `${event.type}: ${ticket.label} is not there`);
  rememberMove(state, event, ticket);
  if (from.status === "waiting") leaveLine(lineOf(state, from.line, from.class), ticket);
  if (isAtCounter(from)) release(state, from, ticket.id);
  ticket.place = to;
  if (isNewlyPlaced(from, to)) ticket.placedSeq = event.seq;
  note(state, event, ticket);
  if (to.status === "waiting") standInLine(state, ticket);
  if (isAtCounter(to)) occupy(state, to, ticket.id);
  state.totals = withMove(state.totals, from, to);
  ticket.movedAt = event.at;
  ticket.touchedSeq = event.seq;
}

/** Whether a ticket in this place keeps a counter busy (I3). */
function isAtCounter(place: Place): boolean {
  return place.status === "called" || place.status === "serving";
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.status === b.status && a.counterId === b.counterId && isSameRank(a, b);
}

function isSameRank(a: Place, b: Place): boolean {
  return (
    a.serviceId === b.serviceId &&
    a.class === b.class &&
    a.line === b.line &&
    a.orderAt === b.orderAt
  );
}

/** Whether nothing is known of where the ticket stood before: it was elsewhere, or in no line. */
function isNewlyPlaced(from: Place, to: Place): boolean {
  return (
    to.status === "waiting" ||
    (to.status === "called" && from.status !== "waiting") ||
    !isSameRank(from, to)
  );
}

function release(state: State, from: Place, ticketId: string): void {
  const counter = counterOf(state, from.counterId ?? "");
  invariant(counter.ticketId === ticketId, `counter ${counter.id} has another ticket`);
  counter.ticketId = null;
}

function occupy(state: State, to: Place, ticketId: string): void {
  const counter = counterOf(state, to.counterId ?? "");
  invariant(counter.ticketId === null, `counter ${counter.id} already has a ticket`);
  counter.ticketId = ticketId;
}

function note(state: State, event: MoveEvent, ticket: Ticket): void {
  switch (event.type) {
    case "ticket-called":
      return noteCall(state, event, ticket);
    case "ticket-put-back":
      return notePutBack(state, event, ticket);
    case "ticket-started":
      ticket.startedAt = event.startedAt;
      return;
    case "ticket-resumed":
      ticket.startedAt = event.at;
      return;
    case "ticket-finished":
      return noteFinish(state, event, ticket);
    case "ticket-priority-set":
      ticket.capAt = event.capAt;
      ticket.reason = event.reason;
      return;
    case "ticket-restored":
      return noteRestored(state, event, ticket);
    case "ticket-missed":
    case "ticket-returned":
    case "ticket-parked":
    case "ticket-transferred":
    case "ticket-cancelled":
    case "ticket-expired":
      // The place says it all.
      return;
    default:
      assertNever(event);
  }
}

function noteCall(state: State, event: EventOf<"ticket-called">, ticket: Ticket): void {
  const counter = counterOf(state, event.to.counterId ?? "");
  const { basis } = event;
  if (basis.rule !== "chosen") {
    if (basis.stream === "priority") counter.normals = 0;
    else if (basis.priorityWaiting) counter.normals += 1;
  }
  ticket.calledAt = event.at;
  ticket.calledSeq = event.seq;
  ticket.calledBy = event.to.counterId;
  ticket.recalls = 0;
  ticket.basis = basis;
  // Called once, it may be called again at once, should it come back to its line.
  ticket.callableAt = ticket.issuedAt;
  ticket.readySeq ??= event.seq;
  const { serviceId } = event.to;
  state.calls = withCall(state.calls, event, { counterId: counter.id, serviceId, count: 0 });
}

/** LIFE-5: the call counts for nothing, neither for the ticket nor for whose turn it is. */
function notePutBack(state: State, event: EventOf<"ticket-put-back">, ticket: Ticket): void {
  const counter = counterOf(state, event.from.counterId ?? "");
  counter.normals = ticket.basis?.normals ?? counter.normals;
  ticket.calledAt = null;
  ticket.calledSeq = null;
  ticket.calledBy = null;
  ticket.recalls = 0;
  ticket.basis = null;
  state.calls = withoutCall(state.calls, ticket.id);
}

function noteFinish(state: State, event: EventOf<"ticket-finished">, ticket: Ticket): void {
  ticket.finishedAt = event.at;
  ticket.outcome = event.outcome;
  if (event.outcome === "day_closed") return;
  const { serviceId } = event.to;
  const visit = { ticketId: ticket.id, ms: event.serviceMs };
  state.serviceTimes.set(serviceId, withVisit(state.serviceTimes.get(serviceId), visit));
}

function noteRestored(state: State, event: EventOf<"ticket-restored">, ticket: Ticket): void {
  const before = beforeUndo(state, event);
  Object.assign(ticket, event.times);
  if (before !== null) {
    ticket.basis = before.basis;
    ticket.placedSeq = before.placedSeq;
  }
  state.calls = withRestored(state.calls, event);
  if (event.from.status !== "done") return;
  const { serviceId } = event.from;
  state.serviceTimes.set(serviceId, withoutVisit(state.serviceTimes.get(serviceId), ticket.id));
}
