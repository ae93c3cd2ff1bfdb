import { withCall, withoutCall, withRestored } from "../fold/recentCalls.ts";
import { standsBefore } from "../Line.ts";
import type { ClassId } from "../settings/CentreSettings.ts";
import type { RecentCall, State } from "../state.ts";
import type { LineId, Place } from "../ticket.ts";
import { isMove, type ViewEvent, type ViewMove } from "./ViewEvent.ts";

/** A desk as the hall sees it. */
export interface DisplayCounter {
  readonly status: "open" | "paused";
  readonly ticketId: string | null;
  readonly label: string | null;
  readonly isServing: boolean;
}

/** Somebody in line, by label only. */
export interface DisplayWaiting {
  readonly id: string;
  readonly label: string;
  readonly serviceId: string;
  readonly class: ClassId;
  readonly line: LineId;
  readonly orderAt: number;
  readonly issuedAt: number;
  readonly callableAt: number;
}

/** What walls and counter displays show. */
export interface DisplayView {
  readonly day: string | null;
  readonly isOpen: boolean;
  readonly settingsVersion: number;
  /** Only the counters that are open or paused. */
  readonly counters: Readonly<Record<string, DisplayCounter>>;
  /** Latest first. */
  readonly calls: readonly RecentCall[];
  /** In the order of rank, over all lines. */
  readonly waiting: readonly DisplayWaiting[];
}

/** The display view of a state. */
export function displayView(state: State): DisplayView {
  const counters: Record<string, DisplayCounter> = {};
  for (const { id, status, ticketId } of state.counters.values()) {
    if (status === "closed") continue;
    const ticket = ticketId === null ? undefined : state.tickets.get(ticketId);
    const isServing = ticket?.place.status === "serving";
    counters[id] = { status, ticketId, label: ticket?.label ?? null, isServing };
  }
  const waiting = [...state.lines.values()]
    .flatMap(({ tickets }) => tickets)
    .toSorted((a, b) => (standsBefore(a, b) ? -1 : 1));
  return {
    day: state.day,
    isOpen: state.isOpen,
    settingsVersion: state.settings.version,
    counters,
    calls: state.calls,
    waiting: waiting.map((ticket) => waitingOf(ticket.place, ticket)),
  };
}

/** Folds one projected fact into the display view. */
export function applyDisplayView(view: DisplayView, event: ViewEvent): DisplayView {
  if (isMove(event)) return applyMove(view, event);
  switch (event.type) {
    case "day-opened":
      return {
        ...view,
        day: event.day,
        isOpen: true,
        settingsVersion: event.settingsVersion,
        counters: {},
        calls: [],
        waiting: [],
      };
    case "day-closed":
      return { ...view, isOpen: false };
    case "ticket-issued":
      return {
        ...view,
        waiting: withWaiting(
          view.waiting,
          waitingOf(event.to, {
            id: event.ticketId,
            label: event.label,
            issuedAt: event.at,
            callableAt: event.callableAt,
          }),
        ),
      };
    case "ticket-print-confirmed":
      return {
        ...view,
        waiting: view.waiting.map((entry) =>
          entry.id === event.ticketId ? { ...entry, callableAt: event.callableAt } : entry,
        ),
      };
    case "ticket-recalled":
      return { ...view, calls: withCall(view.calls, event, event) };
    case "counter-opened":
    case "counter-resumed":
      return withCounter(view, event.counterId, { status: "open" });
    case "counter-closed": {
      const { [event.counterId]: _closed, ...counters } = view.counters;
      return { ...view, counters };
    }
    case "counter-paused":
      return withCounter(view, event.counterId, { status: "paused" });
    case "settings-published":
      return { ...view, settingsVersion: event.version };
    case "ticket-print-failed":
    case "counter-undone":
    default:
      // What is left changes nothing a hall sees; a newer hub may even know facts that this
      // screen does not.
      return view;
  }
}

function applyMove(view: DisplayView, event: ViewMove): DisplayView {
  const { from, to, ticketId, label } = event;
  let next = view;
  const old = view.waiting.find(({ id }) => id === ticketId);
  if (from.status === "waiting")
    next = { ...next, waiting: next.waiting.filter(({ id }) => id !== ticketId) };
  if (isBusy(from)) next = withCounter(next, from.counterId, FREE);
  if (to.status === "waiting") {
    const { issuedAt } = event;
    // Whoever comes back to a line has been called before, so may be called at once.
    const callableAt = old?.callableAt ?? issuedAt;
    const entry = waitingOf(to, { id: ticketId, label, issuedAt, callableAt });
    next = { ...next, waiting: withWaiting(next.waiting, entry) };
  }
  if (isBusy(to))
    next = withCounter(next, to.counterId, { ticketId, label, isServing: to.status === "serving" });
  return { ...next, calls: callsAfter(next.calls, event) };
}

function waitingOf(
  { serviceId, class: classId, line, orderAt }: Place,
  ticket: Pick<DisplayWaiting, "id" | "label" | "issuedAt" | "callableAt">,
): DisplayWaiting {
  const { id, label, issuedAt, callableAt } = ticket;
  return { id, label, serviceId, class: classId, line, orderAt, issuedAt, callableAt };
}

function withWaiting(
  waiting: readonly DisplayWaiting[],
  entry: DisplayWaiting,
): readonly DisplayWaiting[] {
  const at = waiting.findLastIndex((other) => standsBefore(ranked(other), ranked(entry))) + 1;
  return waiting.toSpliced(at, 0, entry);
}

function ranked({ id, orderAt }: DisplayWaiting): { id: string; place: { orderAt: number } } {
  return { id, place: { orderAt } };
}

const FREE = { ticketId: null, label: null, isServing: false };

function isBusy(place: Place): place is Place & { counterId: string } {
  return place.status === "called" || place.status === "serving";
}

function callsAfter(calls: readonly RecentCall[], event: ViewMove): readonly RecentCall[] {
  if (event.type === "ticket-called")
    return withCall(calls, event, {
      counterId: event.to.counterId ?? "",
      serviceId: event.to.serviceId,
      count: 0,
    });
  if (event.type === "ticket-put-back") return withoutCall(calls, event.ticketId);
  if (event.type === "ticket-restored") return withRestored(calls, event);
  return calls;
}

function withCounter(
  view: DisplayView,
  counterId: string,
  change: Partial<DisplayCounter>,
): DisplayView {
  const old = view.counters[counterId] ?? { status: "open", ...FREE };
  return { ...view, counters: { ...view.counters, [counterId]: { ...old, ...change } } };
}
