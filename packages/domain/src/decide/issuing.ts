import { invariant } from "@luot/kit";
import { openingAt } from "../calendar/sessions.ts";
import type { CommandPayloads } from "../commands.ts";
import { quotaKey } from "../fold/quotaKey.ts";
import { lineKey, standsBefore } from "../Line.ts";
import type { ClassId, Series } from "../settings/CentreSettings.ts";
import type { State } from "../state.ts";
import type { LineId, Place } from "../ticket.ts";
import { about, accept, type Asked, type Decided, findTicket, refuse } from "./decision.ts";

/** ISSUE rules: one label, one place, within opening hours and quota. */
export function issue(asked: Asked, payload: CommandPayloads["ticket:issue"]): Decided {
  const { state, context } = asked;
  // OFF-3: the kiosk has given the citizen another number meanwhile.
  if (state.superseded.has(asked.commandId)) return refuse("superseded");
  const service = state.index.services.get(payload.serviceId);
  if (service === undefined) return refuse("unknown_service", { serviceId: payload.serviceId });
  if (!isDeclared(state, payload))
    return refuse("unknown_reason", { reason: payload.reason ?? "" });
  const opening = openingAt(context.now, state.settings.calendar);
  if (opening.kind === "closed") return refuse("centre_closed");
  if (opening.kind === "closing") return refuse("last_ticket_passed");
  const issued = state.issued.get(quotaKey(service.id, opening.sessionId)) ?? 0;
  if (service.sessionQuota !== null && issued >= service.sessionQuota)
    return refuse("quota_reached", { serviceId: service.id, quota: service.sessionQuota });
  const series = state.index.series.get(service.seriesId);
  invariant(series !== undefined, `service ${service.id} has no series`);
  const number = freeNumber(state, series);
  if (number > series.to && !series.overflow)
    return refuse("series_exhausted", { series: series.id });
  const [ticketId] = context.ids;
  invariant(ticketId !== undefined, "no fresh id was given");
  const { policy } = state.settings;
  return accept({
    type: "ticket-issued",
    ticketId,
    label: labelOf(series, number),
    number,
    seriesId: series.id,
    to: waitingPlace(state, { ticketId, serviceId: service.id, class: payload.class }, context.now),
    reason: payload.reason,
    language: payload.language,
    deviceId: asked.deviceId,
    callableAt: context.now + (payload.print ? policy.callableAfterMs : 0),
    capAt: context.now + policy.classes[payload.class].capMs,
    print: payload.print ? "pending" : "none",
    sessionId: opening.sessionId,
    ...refsOf(payload),
  });
}

/** ISSUE-6: the dossier that was shown stays with the number, by its opaque reference. */
export function refsOf({ dossierRef }: { readonly dossierRef?: string | undefined }): {
  readonly dossierRefs?: readonly string[];
} {
  return dossierRef === undefined ? {} : { dossierRefs: [dossierRef] };
}

/** The label citizens read: prefix and zero-padded number, e.g. `A012` (SERIES-1). */
function labelOf(series: Series, number: number): string {
  return `${series.prefix}${String(number).padStart(series.digits, "0")}`;
}

/**
 * SERIES-2: the next number whose label is not taken. One can be taken only when settings that were
 * published during the day gave its prefix to another series.
 */
function freeNumber(state: State, series: Series): number {
  let number = state.nextNumbers.get(series.id) ?? series.from;
  while (state.labels.has(labelOf(series, number))) number++;
  return number;
}

/** ISSUE-3: the class priority needs a reason, and a reason must be one of the ticket's class. */
function isDeclared(
  state: State,
  { class: classId, reason }: Pick<CommandPayloads["ticket:issue"], "class" | "reason">,
): boolean {
  if (reason === null) return classId !== "priority";
  return state.settings.priorityReasons.some(
    (known) => known.id === reason && known.class === classId,
  );
}

/** ISSUE-4: the end of the service's line, also when the clock went back meanwhile. */
function waitingPlace(
  state: State,
  ticket: { readonly ticketId: string; readonly serviceId: string; readonly class: ClassId },
  now: number,
): Place {
  const { ticketId, serviceId, class: classId } = ticket;
  const line: LineId = `service:${serviceId}`;
  const tail = state.lines.get(lineKey(line, classId))?.tickets.at(-1);
  const isBehind =
    tail === undefined || standsBefore(tail, { id: ticketId, place: { orderAt: now } });
  const orderAt = isBehind ? now : tail.place.orderAt + 1;
  return { status: "waiting", serviceId, class: classId, line, counterId: null, orderAt };
}

/** PRINT-1, PRINT-2: the paper is out, so the ticket may be called; or it is not, and that is known. */
export function confirmPrint(
  { state, actor }: Asked,
  { ticketId, outcome }: CommandPayloads["ticket:confirm-print"],
): Decided {
  const ticket = findTicket(state, ticketId);
  if (!ticket.ok) return ticket;
  const { print, callableAt, issuedAt, deviceId, label } = ticket.value;
  if (actor.kind === "device" && deviceId !== actor.id) return refuse("not_your_ticket", { label });
  if (print === "none" || print === "confirmed") return refuse("wrong_status", { label, print });
  if (outcome !== "confirmed")
    return accept({ type: "ticket-print-failed", ...about(ticket.value), print: outcome });
  return accept({
    type: "ticket-print-confirmed",
    ...about(ticket.value),
    callableAt: Math.min(callableAt, issuedAt),
  });
}

/** PRINT-3: a paper printed again keeps the number and says that it is a copy. */
export function reprint(
  { state, actor }: Asked,
  { ticketId }: CommandPayloads["ticket:reprint"],
): Decided {
  const ticket = findTicket(state, ticketId);
  if (!ticket.ok) return ticket;
  const { place, copies, label, deviceId } = ticket.value;
  if (place.status === "done" || place.status === "cancelled" || place.status === "expired")
    return refuse("wrong_status", { label, status: place.status });
  if (actor.kind === "device" && deviceId !== actor.id) return refuse("not_your_ticket", { label });
  return accept({ type: "ticket-reprinted", ...about(ticket.value), copy: copies + 1 });
}
