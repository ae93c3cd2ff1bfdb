import { assertNever } from "@luot/kit";
import { type Totals, withMove, NO_TOTALS } from "../fold/totals.ts";
import { withoutVisit, withVisit } from "../fold/serviceTimes.ts";
import type { State, ServiceTime } from "../state.ts";
import { isFinal, type Language, type Place, type PrintState, type Ticket } from "../ticket.ts";
import { isMove, type ViewEvent, type ViewEventOf, type ViewMove } from "./ViewEvent.ts";

/** A desk as officers and supervisors see it. */
export interface DeskCounter {
  readonly status: "open" | "paused";
  readonly officerId: string | null;
  readonly pauseReason: string | null;
  readonly ticketId: string | null;
}

/** A ticket that is not final yet, as officers see it. */
export interface DeskTicket {
  readonly id: string;
  readonly label: string;
  readonly place: Place;
  readonly reason: string | null;
  readonly language: Language;
  readonly issuedAt: number;
  readonly callableAt: number;
  readonly capAt: number;
  readonly print: PrintState;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly recalls: number;
  /** When it came to where it is, epoch ms. */
  readonly movedAt: number;
}

/** What counters and the console show. */
export interface DeskView {
  readonly day: string | null;
  readonly isOpen: boolean;
  readonly settingsVersion: number;
  /** Only the counters that are open or paused. */
  readonly counters: Readonly<Record<string, DeskCounter>>;
  /** Only the tickets that are not final. */
  readonly tickets: Readonly<Record<string, DeskTicket>>;
  readonly serviceTimes: Readonly<Record<string, readonly ServiceTime[]>>;
  readonly totals: Totals;
}

/** The desk view of a state. */
export function deskView(state: State): DeskView {
  const counters: Record<string, DeskCounter> = {};
  for (const { id, status, officerId, pauseReason, ticketId } of state.counters.values())
    if (status !== "closed") counters[id] = { status, officerId, pauseReason, ticketId };
  const tickets: Record<string, DeskTicket> = {};
  for (const ticket of state.tickets.values())
    if (!isFinal(ticket.place)) tickets[ticket.id] = deskTicket(ticket);
  return {
    day: state.day,
    isOpen: state.isOpen,
    settingsVersion: state.settings.version,
    counters,
    tickets,
    serviceTimes: Object.fromEntries(state.serviceTimes),
    totals: state.totals,
  };
}

/** Folds one projected fact into the desk view. */
export function applyDeskView(view: DeskView, event: ViewEvent): DeskView {
  if (isMove(event)) return applyMove(view, event);
  switch (event.type) {
    case "day-opened":
      return {
        ...view,
        day: event.day,
        isOpen: true,
        settingsVersion: event.settingsVersion,
        counters: {},
        tickets: {},
        totals: NO_TOTALS,
      };
    case "day-closed":
      return { ...view, isOpen: false };
    case "settings-published":
      return { ...view, settingsVersion: event.version };
    case "ticket-issued":
      return withNewTicket(view, newTicket(event, event.at, event.callableAt));
    case "ticket-entered":
      return withNewTicket(view, newTicket(event, event.issuedAt, event.issuedAt));
    case "ticket-print-confirmed":
      return withTicket(view, event.ticketId, { print: "confirmed", callableAt: event.callableAt });
    case "ticket-held":
    case "ticket-released":
      return withTicket(view, event.ticketId, { callableAt: event.callableAt });
    case "ticket-print-failed":
      return withTicket(view, event.ticketId, { print: event.print });
    case "ticket-recalled":
      return withTicket(view, event.ticketId, { recalls: event.count });
    case "counter-opened":
      return withCounter(view, event.counterId, {
        status: "open",
        officerId: event.officerId ?? null,
      });
    case "counter-resumed":
      return withCounter(view, event.counterId, { status: "open", pauseReason: null });
    case "counter-paused":
      return withCounter(view, event.counterId, { status: "paused", pauseReason: event.reason });
    case "counter-closed": {
      const { [event.counterId]: _closed, ...counters } = view.counters;
      return { ...view, counters };
    }
    case "counter-undone":
    default:
      // What is left changes nothing shown; a newer hub may even know facts this screen does not.
      return view;
  }
}

function deskTicket(ticket: Ticket): DeskTicket {
  const { id, label, place, reason, language, issuedAt, callableAt, capAt, print } = ticket;
  const { calledAt, startedAt, recalls, movedAt } = ticket;
  const who = { id, label, place, reason, language, issuedAt, callableAt, capAt, print };
  return { ...who, calledAt, startedAt, recalls, movedAt };
}

function newTicket(
  event: ViewEventOf<"ticket-issued" | "ticket-entered">,
  issuedAt: number,
  callableAt: number,
): DeskTicket {
  const { ticketId: id, label, to: place, reason, language, at, capAt, print } = event;
  const who = { id, label, place, reason, language, issuedAt, callableAt, capAt, print };
  return { ...who, calledAt: null, startedAt: null, recalls: 0, movedAt: at };
}

function withNewTicket(view: DeskView, ticket: DeskTicket): DeskView {
  return {
    ...view,
    tickets: { ...view.tickets, [ticket.id]: ticket },
    totals: { ...view.totals, issued: view.totals.issued + 1 },
  };
}

function applyMove(view: DeskView, event: ViewMove): DeskView {
  const { from, to, ticketId } = event;
  let next: DeskView = { ...view, totals: withMove(view.totals, from, to) };
  if (isBusy(from)) next = withCounter(next, from.counterId, { ticketId: null });
  if (isBusy(to)) next = withCounter(next, to.counterId, { ticketId });
  next = withVisitOf(next, event);
  if (isFinal(to)) {
    const { [ticketId]: _final, ...tickets } = next.tickets;
    return { ...next, tickets };
  }
  const old = next.tickets[ticketId] ?? cameBack(event);
  const moved = { ...old, ...changesOf(event), place: to, movedAt: event.at };
  return { ...next, tickets: { ...next.tickets, [ticketId]: moved } };
}

function isBusy(place: Place): place is Place & { readonly counterId: string } {
  return (place.status === "called" || place.status === "serving") && place.counterId !== null;
}

function changesOf(event: ViewMove): Partial<DeskTicket> {
  switch (event.type) {
    case "ticket-called":
      return { calledAt: event.at, recalls: 0, callableAt: event.issuedAt };
    case "ticket-put-back":
      return { calledAt: null, recalls: 0 };
    case "ticket-started":
      return { startedAt: event.startedAt };
    case "ticket-resumed":
      return { startedAt: event.at };
    case "ticket-priority-set":
      return { capAt: event.capAt, reason: event.reason };
    case "ticket-restored": {
      const { calledAt, startedAt, recalls } = event.times;
      return { calledAt, startedAt, recalls };
    }
    case "ticket-finished":
    case "ticket-missed":
    case "ticket-returned":
    case "ticket-parked":
    case "ticket-transferred":
    case "ticket-cancelled":
    case "ticket-expired":
      return {};
    default:
      return assertNever(event);
  }
}

/** A finished ticket that an undo brings back; what the view forgot comes with the fact. */
function cameBack(event: ViewMove): DeskTicket {
  if (event.type !== "ticket-restored")
    throw new Error(`${event.type} of a ticket not in the view`);
  return {
    ...event.kept,
    id: event.ticketId,
    label: event.label,
    place: event.to,
    movedAt: event.at,
  };
}

function withVisitOf(view: DeskView, event: ViewMove): DeskView {
  const change = (serviceId: string, times: readonly ServiceTime[]): DeskView => ({
    ...view,
    serviceTimes: { ...view.serviceTimes, [serviceId]: times },
  });
  if (event.type === "ticket-finished" && event.outcome !== "day_closed") {
    const { serviceId } = event.to;
    const visit = { ticketId: event.ticketId, ms: event.serviceMs };
    return change(serviceId, withVisit(view.serviceTimes[serviceId], visit));
  }
  if (event.type !== "ticket-restored" || event.from.status !== "done") return view;
  const { serviceId } = event.from;
  return change(serviceId, withoutVisit(view.serviceTimes[serviceId], event.ticketId));
}

function withTicket(view: DeskView, id: string, change: Partial<DeskTicket>): DeskView {
  const old = view.tickets[id];
  // A late print answer may concern a ticket that is final by now.
  if (old === undefined) return view;
  return { ...view, tickets: { ...view.tickets, [id]: { ...old, ...change } } };
}

function withCounter(view: DeskView, id: string, change: Partial<DeskCounter>): DeskView {
  const blank: DeskCounter = { status: "open", officerId: null, pauseReason: null, ticketId: null };
  return {
    ...view,
    counters: { ...view.counters, [id]: { ...blank, ...view.counters[id], ...change } },
  };
}
