import { withoutVisit, withVisit } from "../fold/serviceTimes.ts";
import { quotaKey } from "../fold/quotaKey.ts";
import type { ClassId } from "../settings/CentreSettings.ts";
import type { ServiceTime, State } from "../state.ts";
import type { Place } from "../ticket.ts";
import { isMove, type ViewEvent, type ViewMove } from "./ViewEvent.ts";

/** People who wait for a service, by class; classes nobody waits in are left out. */
export type WaitingCounts = Readonly<Partial<Record<ClassId, number>>>;

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
  let waiting: KioskView["waiting"] = {};
  for (const line of state.lines.values())
    for (const { place } of line.tickets) waiting = counted(waiting, place, 1);
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
  if (isMove(event)) return applyMove(view, event);
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
    case "ticket-issued": {
      const key = quotaKey(event.to.serviceId, event.sessionId);
      return {
        ...view,
        waiting: counted(view.waiting, event.to, 1),
        issued: { ...view.issued, [key]: (view.issued[key] ?? 0) + 1 },
      };
    }
    case "counter-opened":
    case "counter-resumed":
      return { ...view, counters: { ...view.counters, [event.counterId]: "open" } };
    case "counter-paused":
      return { ...view, counters: { ...view.counters, [event.counterId]: "paused" } };
    case "counter-closed": {
      const { [event.counterId]: _closed, ...counters } = view.counters;
      return { ...view, counters };
    }
    case "ticket-print-confirmed":
    case "ticket-print-failed":
    case "ticket-recalled":
    case "counter-undone":
    default:
      // What is left changes nothing shown; a newer hub may even know facts this screen does not.
      return view;
  }
}

function applyMove(view: KioskView, event: ViewMove): KioskView {
  const { from, to } = event;
  let { waiting, serviceTimes } = view;
  if (from.status === "waiting") waiting = counted(waiting, from, -1);
  if (to.status === "waiting") waiting = counted(waiting, to, 1);
  if (event.type === "ticket-finished" && event.outcome !== "day_closed") {
    const visit = { ticketId: event.ticketId, ms: event.serviceMs };
    const { serviceId } = to;
    serviceTimes = { ...serviceTimes, [serviceId]: withVisit(serviceTimes[serviceId], visit) };
  } else if (event.type === "ticket-restored" && from.status === "done") {
    const { serviceId } = from;
    const left = withoutVisit(serviceTimes[serviceId], event.ticketId);
    serviceTimes = { ...serviceTimes, [serviceId]: left };
  }
  return { ...view, waiting, serviceTimes };
}

function counted(
  waiting: KioskView["waiting"],
  { serviceId, class: classId }: Place,
  change: number,
): KioskView["waiting"] {
  const { [serviceId]: old = {}, ...others } = waiting;
  const { [classId]: count = 0, ...rest } = old;
  const next = count + change;
  const counts: WaitingCounts = next === 0 ? rest : { ...rest, [classId]: next };
  return Object.keys(counts).length === 0 ? others : { ...others, [serviceId]: counts };
}
