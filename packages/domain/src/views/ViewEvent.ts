import type { Event, EventOf, EventType, MoveEvent } from "../events.ts";

type Hidden = "actor" | "cause" | "centre" | "basis" | "dossierRefs" | "officerId" | "deviceId";

type Shown<E> = E extends unknown ? Omit<E, Hidden> : never;

/** A fact as screens get it: without who did it and why. Counters also learn `officerId`. */
export type ViewEvent = Shown<Exclude<Event, EventOf<"ticket-reprinted">>> & {
  readonly officerId?: string | undefined;
};

/** A fact of one type as screens get it. */
export type ViewEventOf<T extends EventType> = Extract<ViewEvent, { readonly type: T }>;

/** A move as screens get it. */
export type ViewMove = Shown<MoveEvent>;

/** Whether a fact moves a ticket that was already there. */
export function isMove<E extends { readonly type: string }>(
  event: E,
): event is E & Extract<E, { readonly from: unknown }> {
  return "from" in event;
}

/** Screens that follow the whole hall by folding events. */
export type ViewKind = "kiosk" | "counter" | "display" | "console";

/**
 * What of a fact a kind of screen is sent (VIEW-2). The hall (kiosks and displays) is not told why
 * somebody has priority or how a visit ended (I11): the words are replaced, the shape stays.
 *
 * @returns `null` when the fact does not concern it; the client's `seq` moves on all the same
 */
export function project(kind: ViewKind, event: Event): ViewEvent | null {
  if (event.type === "ticket-reprinted") return null;
  if (kind === "counter" || kind === "console")
    return event.type === "counter-opened"
      ? { ...shown(event), officerId: event.officerId }
      : shown(event);
  if (event.type === "ticket-print-failed") return null;
  if (kind === "kiosk" && CALLS_ONLY.has(event.type)) return null;
  return withoutReasons(shown(event));
}

/** Facts of which a kiosk, which shows no ticket, needs to know nothing. */
const CALLS_ONLY: ReadonlySet<EventType> = new Set<EventType>([
  "ticket-print-confirmed",
  "ticket-recalled",
]);

function withoutReasons(event: ViewEvent): ViewEvent {
  if (event.type === "ticket-issued" || event.type === "ticket-priority-set")
    return { ...event, reason: null };
  if (event.type === "ticket-parked") return { ...event, reason: "parked" };
  if (event.type === "ticket-finished" && event.outcome !== "day_closed")
    return { ...event, outcome: "accepted" };
  if (event.type !== "ticket-restored") return event;
  const times = { ...event.times, outcome: null };
  return { ...event, times, kept: { ...event.kept, reason: null } };
}

const HIDDEN: readonly Hidden[] = [
  "actor",
  "cause",
  "centre",
  "basis",
  "dossierRefs",
  "officerId",
  "deviceId",
];

function shown<E extends Event>(event: E): Shown<E> {
  const copy: Record<string, unknown> = { ...event };
  for (const key of HIDDEN) delete copy[key];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Omit over a union is not inferred.
  return copy as Shown<E>;
}
