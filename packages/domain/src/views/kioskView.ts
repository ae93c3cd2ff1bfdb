import type { ClassId } from "../settings/CentreSettings.ts";
import type { ServiceTime, State } from "../state.ts";
import type { ViewEvent } from "./ViewEvent.ts";
import type { WaitingCounts } from "./WaitingCounts.ts";

/** What kiosks show: how long each line is and how fast it moves. No ticket at all. */
export interface KioskView {
  readonly day: string | null;
  readonly isOpen: boolean;
  readonly settingsVersion: number;
  /** Only the counters that are open or paused. */
  readonly counters: Readonly<Record<string, "open" | "paused">>;
  readonly waiting: Readonly<Record<string, WaitingCounts>>;
  readonly serviceTimes: Readonly<Record<string, readonly ServiceTime[]>>;
  /** Tickets issued, by `<service>/<session>`. */
  readonly issued: Readonly<Record<string, number>>;
}

/** The kiosk view of a state. */
export function kioskView(state: State): KioskView {
  const counters: Record<string, "open" | "paused"> = {};
  for (const { id, status } of state.counters.values())
    if (status !== "closed") counters[id] = status;
  const everything = waitingCounts(state, state.index.services.keys());
  const waiting = withoutEmpty(everything);
  return {
    day: state.day,
    isOpen: state.isOpen,
    settingsVersion: state.settings.version,
    counters,
    waiting,
    serviceTimes: Object.fromEntries(state.serviceTimes),
    issued: Object.fromEntries(state.issued),
  };
}

/** Folds one projected fact into the kiosk view. */
export function applyKioskView(view: KioskView, event: ViewEvent): KioskView {
  switch (event.type) {
    case "day-opened":
      return {
        ...view,
        day: event.day,
        isOpen: true,
        settingsVersion: event.settingsVersion,
        counters: {},
        waiting: {},
        issued: {},
      };
    case "day-closed":
      return { ...view, isOpen: false };
    case "settings-published":
      return { ...view, settingsVersion: event.version };
    case "services-changed":
      return {
        ...view,
        waiting: withoutEmpty({ ...view.waiting, ...event.waiting }),
        serviceTimes: { ...view.serviceTimes, ...event.serviceTimes },
        issued: { ...view.issued, ...event.issued },
      };
    case "counter-opened":
    case "counter-resumed":
      return { ...view, counters: { ...view.counters, [event.counterId]: "open" } };
    case "counter-paused":
      return { ...view, counters: { ...view.counters, [event.counterId]: "paused" } };
    case "counter-closed": {
      const { [event.counterId]: _closed, ...counters } = view.counters;
      return { ...view, counters };
    }
    default:
      // What is left changes nothing shown; a newer hub may even know facts this screen does not.
      return view;
  }
}

/** How many wait for each of some services, by class; empty where nobody does. */
export function waitingCounts(
  state: State,
  serviceIds: Iterable<string>,
): Readonly<Record<string, WaitingCounts>> {
  const counts: Record<string, Partial<Record<ClassId, number>>> = {};
  for (const id of serviceIds) counts[id] = {};
  for (const [key, { tickets }] of state.lines) {
    const [first] = tickets;
    if (first === undefined) continue;
    if (key.includes("/service:"))
      add(counts[first.place.serviceId], first.place.class, tickets.length);
    // The line of one counter or officer may hold people of several services.
    else for (const { place } of tickets) add(counts[place.serviceId], place.class, 1);
  }
  return counts;
}

function add(
  counts: Partial<Record<ClassId, number>> | undefined,
  classId: ClassId,
  n: number,
): void {
  if (counts !== undefined) counts[classId] = (counts[classId] ?? 0) + n;
}

function withoutEmpty(waiting: KioskView["waiting"]): KioskView["waiting"] {
  return Object.fromEntries(
    Object.entries(waiting).filter(([, counts]) => Object.keys(counts).length > 0),
  );
}
