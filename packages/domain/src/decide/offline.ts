import { ok, type Result } from "@luot/kit";
import { openingAt, serviceDayOf } from "../calendar/sessions.ts";
import type { CommandPayloads, Context, Refusal } from "../commands.ts";
import type { Draft } from "../events.ts";
import type { Series, Service } from "../settings/CentreSettings.ts";
import type { State } from "../state.ts";
import { isFinal, type Place } from "../ticket.ts";
import { accept, type Asked, type Decided, moving, refuse } from "./decision.ts";
import { refsOf } from "./issuing.ts";

type Entry = CommandPayloads["ticket:enter"];

/**
 * OFF-1: a number that a kiosk gave from its own series takes its place by the citizen's arrival,
 * callable at once, for the paper is out. OFF-2: what it supersedes is given up with it.
 */
export function enter(asked: Asked, entry: Entry): Decided {
  const { state, context } = asked;
  if (state.labels.has(entry.label) || state.tickets.has(entry.ticketId))
    return refuse("label_taken", { label: entry.label });
  const service = state.index.services.get(entry.serviceId);
  const series = service === undefined ? undefined : state.index.series.get(service.seriesId);
  if (service === undefined || series === undefined)
    return refuse("unknown_service", { serviceId: entry.serviceId });
  const superseded = supersede(asked, entry.supersedes);
  if (!superseded.ok) return superseded;
  const arrivedAt = arrivalOf(entry, context);
  if (isOfPastDay(state, arrivedAt)) return accept(late(asked, entry, arrivedAt));
  return accept(...superseded.value, draftOf(asked, entry, { service, series, arrivedAt }));
}

/** OFF-5: the kiosk gave up; nobody holds the number that the hub may have made of the wish. */
export function withdraw(asked: Asked, { wishId }: CommandPayloads["ticket:withdraw"]): Decided {
  const superseded = supersede(asked, wishId);
  if (!superseded.ok) return superseded;
  return superseded.value.length === 0 ? refuse("superseded") : superseded;
}

/** OFF-4: the day an entry belongs to: the open one, or the one before on which it was given. */
export function dayOfEntry(state: State, entry: Entry, context: Context): string {
  const arrivedAt = arrivalOf(entry, context);
  const day = serviceDayOf(arrivedAt, state.settings.calendar);
  return isOfPastDay(state, arrivedAt) ? day : (state.day ?? day);
}

/** An ISO date sorts as it reads. */
function isOfPastDay({ day, settings }: State, arrivedAt: number): boolean {
  return day !== null && serviceDayOf(arrivedAt, settings.calendar) < day;
}

/** Nobody arrives later than now, whatever the clock of a kiosk says. */
function arrivalOf({ arrivedAt }: Entry, { now }: Context): number {
  return Math.min(arrivedAt, now);
}

/** OFF-3: the wish is void from now on, and a number it was answered with is given up. */
function supersede(
  { state, actor, deviceId }: Asked,
  wishId: string | null,
): Result<readonly Draft[], Refusal> {
  if (wishId === null || state.superseded.has(wishId)) return ok([]);
  const ghost = state.tickets.get(state.wishes.get(wishId) ?? "");
  if (ghost !== undefined && actor.kind === "device" && ghost.deviceId !== actor.id)
    return refuse("not_your_ticket", { label: ghost.label });
  const voided: Draft = { type: "wish-superseded", wishId, deviceId };
  if (ghost === undefined || isFinal(ghost.place)) return ok([voided]);
  const from = ghost.place;
  const to: Place = { ...from, status: "cancelled" };
  const cancelled: Draft = {
    type: "ticket-cancelled",
    ...moving(ghost),
    from,
    to,
    reason: "superseded",
  };
  return ok([voided, cancelled]);
}

function draftOf(
  { state, deviceId }: Asked,
  entry: Entry,
  facts: { readonly service: Service; readonly series: Series; readonly arrivedAt: number },
): Extract<Draft, { readonly type: "ticket-entered" }> {
  const { service, series, arrivedAt } = facts;
  const opening = openingAt(arrivedAt, state.settings.calendar);
  return {
    type: "ticket-entered",
    ticketId: entry.ticketId,
    label: entry.label,
    number: Number(/\d+$/u.exec(entry.label)?.[0] ?? 0),
    seriesId: series.id,
    to: {
      status: "waiting",
      serviceId: service.id,
      class: entry.class,
      line: `service:${service.id}`,
      counterId: null,
      orderAt: arrivedAt,
    },
    // A reason that new settings took away is dropped; the citizen keeps the class of the paper.
    reason: isKnownReason(state, entry) ? entry.reason : null,
    language: entry.language,
    deviceId,
    issuedAt: arrivedAt,
    capAt: arrivedAt + state.settings.policy.classes[entry.class].capMs,
    print: entry.print,
    sessionId: opening.kind === "closed" ? null : opening.sessionId,
    ...refsOf(entry),
  };
}

function isKnownReason({ settings }: State, entry: Entry): boolean {
  return settings.priorityReasons.some(
    ({ id, class: classId }) => id === entry.reason && classId === entry.class,
  );
}

function late({ deviceId }: Asked, entry: Entry, issuedAt: number): Draft {
  const { ticketId, label, serviceId, class: classId } = entry;
  return {
    type: "ticket-entered-late",
    ticketId,
    label,
    serviceId,
    class: classId,
    deviceId,
    issuedAt,
  };
}
