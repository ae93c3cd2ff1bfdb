import type { Event, EventOf, EventType } from "../events.ts";
import type { MoveEvent } from "../evolve.ts";

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
 * What of a fact a kind of screen is sent.
 *
 * @returns `null` when the fact does not concern it; the client's `seq` moves on all the same
 */
export function project(kind: ViewKind, event: Event): ViewEvent | null {
  switch (event.type) {
    case "ticket-reprinted":
      return null;
    case "ticket-print-failed":
      return kind === "counter" || kind === "console" ? shown(event) : null;
    case "ticket-print-confirmed":
    case "ticket-recalled":
      return kind === "kiosk" ? null : shown(event);
    case "counter-opened":
      return kind === "counter" || kind === "console"
        ? { ...shown(event), officerId: event.officerId }
        : shown(event);
    default:
      return shown(event);
  }
}

function shown<E extends Event>(event: E): Shown<E> {
  const copy: Record<string, unknown> = { ...event };
  for (const key of ["actor", "cause", "centre", "basis", "dossierRefs", "officerId", "deviceId"])
    delete copy[key];
  return copy as Shown<E>;
}
