import type { RecentCall, ServiceTime } from "../state.ts";
import type { WaitingCounts } from "./WaitingCounts.ts";
import type { DisplayCounter } from "./DisplayCounter.ts";
import type { ChangedLine } from "./DisplayLine.ts";
import type { Event, EventOf, EventType, MoveEvent } from "../events.ts";

/** What no screen is told. */
export type Hidden =
  | "actor"
  | "cause"
  | "centre"
  | "basis"
  | "dossierRefs"
  | "officerId"
  | "deviceId";

/** A fact without what is hidden. */
export type Shown<E> = E extends unknown ? Omit<E, Hidden> : never;

/** Facts that concern no screen. */
export type UnshownType =
  | "ticket-reprinted"
  | "ticket-entered-late"
  | "ticket-rated"
  | "wish-superseded";

/** A fact as screens get it: without who did it and why. Counters also learn `officerId`. */
export type ShownEvent = Shown<Exclude<Event, EventOf<UnshownType>>> & {
  readonly officerId?: string | undefined;
};

/** What the facts of a frame did to the hall, as displays are told: how it stands after them. */
interface HallChanged {
  readonly type: "hall-changed";
  readonly seq: number;
  /** By service; those nobody waits for any more as well. */
  readonly lines: Readonly<Record<string, ChangedLine>>;
  /** Counters that tickets came to or left; `null` for one that is closed by now. */
  readonly counters: Readonly<Record<string, DisplayCounter | null>>;
  /** The list of latest calls: `entries` replace those of the tickets in `touched`. */
  readonly calls: {
    readonly touched: readonly string[];
    readonly entries: readonly RecentCall[];
    /** `seq` of the oldest call that is still looked back on; `null` when there is none. */
    readonly oldest: number | null;
  } | null;
}

/** What all the facts of a frame did to the services, as kiosks are told: how each stands now. */
interface ServicesChanged {
  readonly type: "services-changed";
  readonly seq: number;
  /** By service; empty where nobody waits any more. */
  readonly waiting: Readonly<Record<string, WaitingCounts>>;
  /** By service. */
  readonly serviceTimes: Readonly<Record<string, readonly ServiceTime[]>>;
  /** By service and session. */
  readonly issued: Readonly<Record<string, number>>;
}

/** What screens fold. */
export type ViewEvent = ShownEvent | HallChanged | ServicesChanged;

/** A fact of one type as screens get it. */
export type ViewEventOf<T extends EventType | "hall-changed" | "services-changed"> = Extract<
  ViewEvent,
  { readonly type: T }
>;

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
