import { withCall, withoutCall, withRestored } from "../fold/recentCalls.ts";
import type { RecentCall, State } from "../state.ts";
import type { Place } from "../ticket.ts";
import type { ChangedLine, DisplayLine } from "./DisplayLine.ts";
import { linesOf } from "./displayLines.ts";
import { isMove, type ViewEvent, type ViewMove } from "./ViewEvent.ts";

/** A desk as the hall sees it. */
export interface DisplayCounter {
  readonly status: "open" | "paused";
  readonly ticketId: string | null;
  readonly label: string | null;
  readonly isServing: boolean;
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
  /** By service; only services that somebody waits for. */
  readonly lines: Readonly<Record<string, DisplayLine>>;
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
  return {
    day: state.day,
    isOpen: state.isOpen,
    settingsVersion: state.settings.version,
    counters,
    calls: state.calls,
    lines: linesOf(state, state.index.services.keys()),
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
        lines: {},
      };
    case "day-closed":
      return { ...view, isOpen: false };
    case "lines-changed":
      return { ...view, lines: withLines(view.lines, event.lines) };
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
  if (isBusy(from)) next = withCounter(next, from.counterId, FREE);
  if (isBusy(to))
    next = withCounter(next, to.counterId, { ticketId, label, isServing: to.status === "serving" });
  return { ...next, calls: callsAfter(next.calls, event) };
}

function withLines(
  lines: DisplayView["lines"],
  changed: Readonly<Record<string, ChangedLine>>,
): DisplayView["lines"] {
  const all: Record<string, DisplayLine> = { ...lines };
  for (const [id, { waiting, next }] of Object.entries(changed))
    if (waiting === 0) delete all[id];
    else all[id] = { waiting, next: next ?? lines[id]?.next ?? [] };
  return all;
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
