import { assertNever, invariant } from "@luot/kit";
import type { Event, EventOf } from "./events.ts";
import { leaveLine } from "./Line.ts";
import { quotaKey } from "./fold/quotaKey.ts";
import { withCall, withoutCall } from "./fold/recentCalls.ts";
import { withoutVisit, withVisit } from "./fold/serviceTimes.ts";
import { NO_TOTALS, withMove } from "./fold/totals.ts";
import { indexSettings } from "./settings/indexSettings.ts";
import { type Counter, lineOf, resetCounters, type State, standInLine } from "./state.ts";
import type { Place, Ticket } from "./ticket.ts";

/** A fact that moves a ticket. */
export type MoveEvent = Extract<Event, { readonly from: Place }>;

/** Actions of an officer that `counter:undo` can take back (UNDO-1). */
const UNDOABLE: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "ticket-finished",
  "ticket-missed",
  "ticket-parked",
  "ticket-transferred",
  "ticket-put-back",
]);

/**
 * Folds one fact into the state, in place, and returns the same state.
 *
 * The state's one owner calls this; whoever needs the old state clones it first.
 *
 * @throws when the fact does not follow from the state: a gap in `seq`, a move from a place where
 *   the ticket does not stand, a second ticket at a counter. That is a broken journal, not a refusal.
 */
export function evolve(state: State, event: Event): State {
  invariant(event.seq === state.seq + 1, `seq ${event.seq} after ${state.seq}`);
  apply(state, event);
  state.seq = event.seq;
  return state;
}

function apply(state: State, event: Event): void {
  switch (event.type) {
    case "day-opened":
      return openDay(state, event.day);
    case "day-closed":
      state.isOpen = false;
      return;
    case "settings-published":
      return publish(state, event.version);
    case "ticket-issued":
      return issue(state, event);
    case "ticket-print-confirmed":
    case "ticket-print-failed":
    case "ticket-reprinted":
      return print(ticketOf(state, event.ticketId), event);
    case "ticket-recalled":
      return recall(state, event);
    case "ticket-called":
    case "ticket-put-back":
    case "ticket-started":
    case "ticket-finished":
    case "ticket-missed":
    case "ticket-returned":
    case "ticket-parked":
    case "ticket-resumed":
    case "ticket-transferred":
    case "ticket-cancelled":
    case "ticket-expired":
    case "ticket-priority-set":
    case "ticket-restored":
      return move(state, event);
    case "counter-opened":
    case "counter-closed":
    case "counter-paused":
    case "counter-resumed":
    case "counter-undone":
      return desk(counterOf(state, event.counterId), event);
    default:
      return assertNever(event);
  }
}

function openDay(state: State, day: string): void {
  invariant(!state.usedDays.has(day), `day ${day} opened twice`);
  state.usedDays.add(day);
  state.day = day;
  state.isOpen = true;
  state.tickets = new Map();
  state.labels = new Map();
  state.nextNumbers = new Map();
  state.issued = new Map();
  state.lines = new Map();
  state.counters = new Map();
  state.calls = [];
  state.totals = NO_TOTALS;
  resetCounters(state);
}

function publish(state: State, version: number): void {
  const settings = state.library.get(version);
  invariant(settings !== undefined, `settings version ${version} is not known`);
  state.settings = settings;
  state.index = indexSettings(settings);
  resetCounters(state);
}

function issue(state: State, event: EventOf<"ticket-issued">): void {
  invariant(!state.labels.has(event.label), `label ${event.label} issued twice`);
  const ticket: Ticket = {
    id: event.ticketId,
    label: event.label,
    number: event.number,
    seriesId: event.seriesId,
    language: event.language,
    reason: event.reason,
    deviceId: event.deviceId,
    issuedAt: event.at,
    issuedSeq: event.seq,
    place: event.to,
    callableAt: event.callableAt,
    callableSince: event.callableAt,
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
    basis: null,
    movedAt: event.at,
    touchedSeq: event.seq,
  };
  state.tickets.set(ticket.id, ticket);
  state.labels.set(ticket.label, ticket.id);
  state.nextNumbers.set(event.seriesId, event.number + 1);
  const quota = quotaKey(event.to.serviceId, event.sessionId);
  state.issued.set(quota, (state.issued.get(quota) ?? 0) + 1);
  state.totals = { ...state.totals, issued: state.totals.issued + 1 };
  standInLine(state, ticket);
}

function print(
  ticket: Ticket,
  event: EventOf<"ticket-print-confirmed" | "ticket-print-failed" | "ticket-reprinted">,
): void {
  if (event.type === "ticket-print-confirmed") {
    ticket.print = "confirmed";
    ticket.callableAt = event.callableAt;
    ticket.callableSince = event.callableAt;
  } else if (event.type === "ticket-print-failed") ticket.print = event.print;
  else ticket.copies = event.copy;
}

function recall(state: State, event: EventOf<"ticket-recalled">): void {
  const ticket = ticketOf(state, event.ticketId);
  ticket.recalls = event.count;
  ticket.touchedSeq = event.seq;
  state.calls = withCall(state.calls, event, event);
}

function move(state: State, event: MoveEvent): void {
  const ticket = ticketOf(state, event.ticketId);
  const { from, to } = event;
  invariant(isSamePlace(ticket.place, from), `${event.type}: ${ticket.label} is not there`);
  remember(state, event, ticket);
  if (from.status === "waiting") leaveLine(lineOf(state, from.line, from.class), ticket);
  if (isAtCounter(from)) release(state, from, ticket.id);
  ticket.place = to;
  if (to.status === "waiting") standInLine(state, ticket);
  if (isAtCounter(to)) occupy(state, to, ticket.id);
  note(state, event, ticket);
  state.totals = withMove(state.totals, from, to);
  ticket.movedAt = event.at;
  ticket.touchedSeq = event.seq;
}

/** Whether a ticket in this place keeps a counter busy (I3). */
export function isAtCounter(place: Place): boolean {
  return place.status === "called" || place.status === "serving";
}

function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.status === b.status &&
    a.serviceId === b.serviceId &&
    a.class === b.class &&
    a.line === b.line &&
    a.counterId === b.counterId &&
    a.orderAt === b.orderAt
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

/** Keeps the ticket as it was, so that the officer can take the action back (UNDO-1). */
function remember(state: State, event: MoveEvent, ticket: Ticket): void {
  const counterId = event.from.counterId ?? event.to.counterId;
  const counter = counterId === null ? undefined : state.counters.get(counterId);
  if (counter === undefined || event.actor !== `officer:${counter.officerId}`) return;
  if (counter.last?.cause !== event.cause)
    counter.last = { cause: event.cause, at: event.at, seq: 0, undoable: false, before: [] };
  const { last } = counter;
  last.seq = event.seq;
  if (UNDOABLE.has(event.type)) last.undoable = true;
  if (!last.before.some(({ id }) => id === ticket.id)) last.before.push({ ...ticket });
}

function note(state: State, event: MoveEvent, ticket: Ticket): void {
  switch (event.type) {
    case "ticket-called":
      return noteCall(state, event, ticket);
    case "ticket-started":
      ticket.startedAt = event.startedAt;
      return;
    case "ticket-resumed":
      ticket.startedAt = event.at;
      return;
    case "ticket-finished": {
      ticket.finishedAt = event.at;
      ticket.outcome = event.outcome;
      if (event.outcome === "day_closed") return;
      const { serviceId } = event.to;
      const visit = { ticketId: ticket.id, ms: event.serviceMs };
      state.serviceTimes.set(serviceId, withVisit(state.serviceTimes.get(serviceId), visit));
      return;
    }
    case "ticket-put-back":
      state.calls = withoutCall(state.calls, ticket.id);
      return;
    case "ticket-priority-set":
      ticket.capAt = event.capAt;
      return;
    case "ticket-restored":
      return noteRestored(state, event, ticket);
    default:
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
  const { serviceId } = event.to;
  state.calls = withCall(state.calls, event, { counterId: counter.id, serviceId, count: 0 });
}

function noteRestored(state: State, event: EventOf<"ticket-restored">, ticket: Ticket): void {
  Object.assign(ticket, event.times);
  if (event.from.status === "called") state.calls = withoutCall(state.calls, ticket.id);
  if (event.from.status !== "done") return;
  const { serviceId } = event.from;
  state.serviceTimes.set(serviceId, withoutVisit(state.serviceTimes.get(serviceId), ticket.id));
}

function desk(
  counter: Counter,
  event: EventOf<
    "counter-opened" | "counter-closed" | "counter-paused" | "counter-resumed" | "counter-undone"
  >,
): void {
  switch (event.type) {
    case "counter-opened":
      counter.status = "open";
      counter.officerId = event.officerId;
      counter.last = null;
      return;
    case "counter-closed":
      counter.status = "closed";
      counter.officerId = null;
      counter.pauseReason = null;
      counter.last = null;
      return;
    case "counter-paused":
      counter.status = "paused";
      counter.pauseReason = event.reason;
      return;
    case "counter-resumed":
      counter.status = "open";
      counter.pauseReason = null;
      return;
    case "counter-undone":
      counter.last = null;
      return;
    default:
      assertNever(event);
  }
}

function ticketOf(state: State, id: string): Ticket {
  const ticket = state.tickets.get(id);
  invariant(ticket !== undefined, `ticket ${id} is not of this day`);
  return ticket;
}

function counterOf(state: State, id: string): Counter {
  const counter = state.counters.get(id);
  invariant(counter !== undefined, `counter ${id} does not exist`);
  return counter;
}
