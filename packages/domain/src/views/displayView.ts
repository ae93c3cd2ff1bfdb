import type { RecentCall, State } from "../state.ts";
import { type DisplayCounter, displayCounter } from "./DisplayCounter.ts";
import type { ChangedLine, DisplayLine } from "./DisplayLine.ts";
import { linesOf } from "./displayLines.ts";
import type { ViewEvent, ViewEventOf } from "./ViewEvent.ts";

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
  for (const id of state.counters.keys()) {
    const counter = displayCounter(state, id);
    if (counter !== null) counters[id] = counter;
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
    case "hall-changed":
      return {
        ...view,
        lines: withLines(view.lines, event.lines),
        counters: withCounters(view.counters, event.counters),
        calls: event.calls === null ? view.calls : withCalls(view.calls, event.calls),
      };
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

function withCounters(
  counters: DisplayView["counters"],
  changed: ViewEventOf<"hall-changed">["counters"],
): DisplayView["counters"] {
  const all: Record<string, DisplayCounter> = { ...counters };
  for (const [id, counter] of Object.entries(changed))
    if (counter === null) delete all[id];
    else all[id] = counter;
  return all;
}

function withCalls(
  calls: readonly RecentCall[],
  { touched, entries, oldest }: NonNullable<ViewEventOf<"hall-changed">["calls"]>,
): readonly RecentCall[] {
  if (oldest === null) return [];
  const kept = calls.filter(({ ticketId, seq }) => seq >= oldest && !touched.includes(ticketId));
  return [...entries, ...kept].toSorted((a, b) => b.seq - a.seq);
}

const FREE = { ticketId: null, label: null, isServing: false };

function withCounter(
  view: DisplayView,
  counterId: string,
  change: Partial<DisplayCounter>,
): DisplayView {
  const old = view.counters[counterId] ?? { status: "open", ...FREE };
  return { ...view, counters: { ...view.counters, [counterId]: { ...old, ...change } } };
}
