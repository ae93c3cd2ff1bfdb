import type { Event, EventOf } from "../events.ts";
import { quotaKey } from "../fold/quotaKey.ts";
import type { State } from "../state.ts";
import { displayCounter } from "./DisplayCounter.ts";
import { changedLines, type Touched } from "./displayLines.ts";
import { waitingCounts } from "./kioskView.ts";
import {
  type Hidden,
  isMove,
  type Shown,
  type ShownEvent,
  type UnshownType,
  type ViewEvent,
  type ViewEventOf,
  type ViewKind,
} from "./ViewEvent.ts";

/**
 * What of some facts in a row a kind of screen is sent (VIEW-2). Displays and kiosks, of which a hall
 * has many, are not told of each ticket in line but how each line stands after all of them: a frame
 * is as small after a rush as after one ticket.
 *
 * @param after the state after the last of the facts
 */
export function projectFrame(
  kind: ViewKind,
  events: readonly Event[],
  after: State,
): readonly ViewEvent[] {
  if (kind === "kiosk") return kioskFrame(events, after);
  if (kind !== "display") return events.flatMap((event) => project(kind, event) ?? []);
  return displayFrame(events, after);
}

/** A wall shows the latest state: lines, counters and calls are told as they stand in the end. */
function displayFrame(events: readonly Event[], after: State): readonly ViewEvent[] {
  const lines = new Map<string, Touched>();
  const counters = new Set<string>();
  const calls = new Set<string>();
  const told = events.flatMap((event) => {
    touchLines(event, after, lines);
    if (event.type === "day-opened") {
      counters.clear();
      calls.clear();
    }
    if (!("ticketId" in event)) return project("display", event) ?? [];
    touchHall(event, counters, calls);
    return [];
  });
  const seq = events.at(-1)?.seq;
  if (seq === undefined || lines.size + counters.size + calls.size === 0) return told;
  const hall: ViewEvent = {
    type: "hall-changed",
    seq,
    lines: changedLines(after, lines),
    counters: Object.fromEntries([...counters].map((id) => [id, displayCounter(after, id)])),
    calls: calls.size === 0 ? null : changedCalls(after, calls),
  };
  return [...told, hall];
}

function changedCalls(
  { calls }: State,
  touched: ReadonlySet<string>,
): ViewEventOf<"hall-changed">["calls"] {
  const entries = calls.filter(({ ticketId }) => touched.has(ticketId));
  return { touched: [...touched], entries, oldest: calls.at(-1)?.seq ?? null };
}

const CALLS: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "ticket-called",
  "ticket-recalled",
  "ticket-put-back",
  "ticket-restored",
]);

/** Notes the counters a ticket came to or left, and whether the list of calls may have changed. */
function touchHall(
  event: Extract<Event, { readonly ticketId: string }>,
  counters: Set<string>,
  calls: Set<string>,
): void {
  if (CALLS.has(event.type)) calls.add(event.ticketId);
  if (!isMove(event)) return;
  for (const { status, counterId } of [event.from, event.to])
    if ((status === "called" || status === "serving") && counterId !== null)
      counters.add(counterId);
}

/** A kiosk shows no ticket: all it needs is how services and counters stand after the facts. */
function kioskFrame(events: readonly Event[], after: State): readonly ViewEvent[] {
  const touched = new Map<string, Touched>();
  const visited = new Set<string>();
  const quotas = new Set<string>();
  const told = events.flatMap((event) => {
    touchLines(event, after, touched);
    if (event.type === "day-opened") quotas.clear();
    if ((event.type === "ticket-issued" || event.type === "ticket-entered") && event.sessionId)
      quotas.add(quotaKey(event.to.serviceId, event.sessionId));
    if (event.type === "ticket-finished" || event.type === "ticket-restored") {
      const { serviceId } = event.from;
      // A visit that the day's end cut short counts for no estimate, so there may be none.
      if (after.serviceTimes.has(serviceId)) visited.add(serviceId);
    }
    return "ticketId" in event ? [] : (project("kiosk", event) ?? []);
  });
  const seq = events.at(-1)?.seq;
  if (seq === undefined || touched.size + visited.size === 0) return told;
  const waiting = waitingCounts(after, touched.keys());
  const issued = pick(quotas, after.issued, 0);
  const serviceTimes = pick(visited, after.serviceTimes, []);
  return [...told, { type: "services-changed", seq, waiting, serviceTimes, issued }];
}

function pick<V>(
  keys: Iterable<string>,
  from: ReadonlyMap<string, V>,
  none: V,
): Readonly<Record<string, V>> {
  return Object.fromEntries([...keys].map((key) => [key, from.get(key) ?? none]));
}

/** Notes the services whose lines a fact may have changed, and how much of them. */
function touchLines(event: Event, after: State, touched: Map<string, Touched>): void {
  if (event.type === "day-opened") touched.clear();
  else if (event.type === "ticket-entered") touched.set(event.to.serviceId, "anywhere");
  else if (event.type === "ticket-issued") touchTicket(touched, event.to.serviceId, event.ticketId);
  else if (CALLABLE.has(event.type) && "ticketId" in event) {
    const ticket = after.tickets.get(event.ticketId);
    if (ticket !== undefined) touchTicket(touched, ticket.place.serviceId, ticket.id);
  } else if (isMove(event)) {
    if (event.from.status === "waiting") touched.set(event.from.serviceId, "anywhere");
    if (event.to.status === "waiting") touched.set(event.to.serviceId, "anywhere");
  }
}

/** Facts that change from when a ticket may be called. */
const CALLABLE: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "ticket-print-confirmed",
  "ticket-held",
  "ticket-released",
]);

/** A ticket that stays where it stands changes nothing for those in front of it. */
function touchTicket(touched: Map<string, Touched>, serviceId: string, ticketId: string): void {
  const known = touched.get(serviceId);
  if (known === undefined) touched.set(serviceId, new Set([ticketId]));
  else if (known !== "anywhere") known.add(ticketId);
}

/**
 * What of a fact a kind of screen is sent (VIEW-2). The hall (kiosks and displays) is not told why
 * somebody has priority or how a visit ended (I11): the words are replaced, the shape stays.
 *
 * @returns `null` when the fact does not concern it; the client's `seq` moves on all the same
 */
function project(kind: ViewKind, event: Event): ShownEvent | null {
  if (isUnshown(event)) return null;
  if (kind === "counter" || kind === "console")
    return event.type === "counter-opened"
      ? { ...shown(event), officerId: event.officerId }
      : shown(event);
  if (event.type === "ticket-print-failed") return null;
  return withoutReasons(shown(event));
}

const UNSHOWN: ReadonlySet<Event["type"]> = new Set<UnshownType>([
  "ticket-reprinted",
  "ticket-entered-late",
  "ticket-rated",
  "wish-superseded",
]);

function isUnshown(event: Event): event is EventOf<UnshownType> {
  return UNSHOWN.has(event.type);
}

function withoutReasons(event: ShownEvent): ShownEvent {
  if (
    event.type === "ticket-issued" ||
    event.type === "ticket-entered" ||
    event.type === "ticket-priority-set"
  )
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
