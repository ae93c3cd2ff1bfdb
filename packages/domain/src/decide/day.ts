import { assertNever, ok } from "@luot/kit";
import { serviceDayOf } from "../calendar/sessions.ts";
import type { CommandPayloads } from "../commands.ts";
import type { Draft } from "../events.ts";
import type { CentreSettings } from "../settings/CentreSettings.ts";
import type { State } from "../state.ts";
import { isFinal, type Ticket } from "../ticket.ts";
import { accept, moving, type Asked, type Decided, refuse } from "./decision.ts";

/** DAY-3: the calendar day of now is opened, once, when no other day is open. */
export function openDay({ state, context }: Asked, { day }: CommandPayloads["day:open"]): Decided {
  if (state.isOpen) return refuse("day_already_open", { day: state.day ?? "" });
  // A wish that was delayed over midnight, or that another time zone made, opens no wrong day.
  const isToday = serviceDayOf(context.now, state.settings.calendar) === day;
  if (!isToday || state.usedDays.has(day)) return refuse("wrong_day", { day });
  return accept({ type: "day-opened", settingsVersion: state.settings.version });
}

/** DAY-4: closing makes every ticket final and closes every counter. */
export function closeDay(
  { state, context }: Asked,
  { day }: CommandPayloads["day:close"],
): Decided {
  if (day !== state.day) return refuse("wrong_day", { day });
  const tickets = [...state.tickets.values()].flatMap((ticket) => endOfDay(ticket, context.now));
  const counters = [...state.counters.values()]
    .filter(({ status }) => status !== "closed")
    .map(({ id }): Draft => ({ type: "counter-closed", counterId: id }));
  return ok([...tickets, ...counters, { type: "day-closed" }]);
}

function endOfDay(ticket: Ticket, now: number): readonly Draft[] {
  const from = ticket.place;
  switch (from.status) {
    case "serving":
      return [
        {
          type: "ticket-finished",
          ...moving(ticket),
          from,
          to: { ...from, status: "done" },
          outcome: "day_closed",
          dossierRefs: [],
          serviceMs: Math.max(0, now - (ticket.startedAt ?? now)),
        },
      ];
    case "waiting":
    case "called":
    case "parked":
    case "absent":
      return [
        { type: "ticket-expired", ...moving(ticket), from, to: { ...from, status: "expired" } },
      ];
    case "done":
    case "cancelled":
    case "expired":
      return [];
    default:
      return assertNever(from.status);
  }
}

/** SET-1: a version the engine was told of, newer than the one in force, that strands nobody. */
export function publishSettings(
  { state }: Asked,
  { version, hash }: CommandPayloads["settings:publish"],
): Decided {
  const settings = state.library.get(version);
  if (settings === undefined || version <= state.settings.version)
    return refuse("settings_unknown", { version });
  const stranded = whatIsStranded(state, settings);
  if (stranded !== null) return refuse("settings_in_use", { id: stranded });
  return accept({ type: "settings-published", version, hash });
}

/**
 * SET-2: what unfinished tickets need can't be taken away: the service, somebody who serves it, its
 * series, their counter; nor an open counter.
 *
 * @returns the id of what would be missing, or `null`
 */
function whatIsStranded(state: State, next: CentreSettings): string | null {
  if (!state.isOpen) return null;
  const counters = new Set(next.counters.map(({ id }) => id));
  for (const counter of state.counters.values())
    if (counter.status !== "closed" && !counters.has(counter.id)) return counter.id;
  const services = new Set(next.services.map(({ id }) => id));
  const series = new Set(next.series.map(({ id }) => id));
  const served = servedBy(next);
  const servedNow = servedBy(state.settings);
  for (const { place, seriesId } of state.tickets.values()) {
    if (isFinal(place)) continue;
    const { serviceId, counterId } = place;
    if (!services.has(serviceId)) return serviceId;
    if (servedNow.has(serviceId) && !served.has(serviceId)) return serviceId;
    if (!series.has(seriesId)) return seriesId;
    if (counterId !== null && !counters.has(counterId)) return counterId;
  }
  return null;
}

function servedBy({ counters }: CentreSettings): ReadonlySet<string> {
  return new Set(counters.flatMap(({ tiers }) => tiers.flat()));
}
