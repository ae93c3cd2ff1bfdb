import type { CommandPayloads } from "../commands.ts";
import type { Draft } from "../events.ts";
import type { CentreSettings } from "../settings/CentreSettings.ts";
import type { State } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import { accept, moving, type Asked, type Decided, refuse } from "./decision.ts";

/** DAY-3: a day is opened once, by the hub, when no other day is open. */
export function openDay({ state }: Asked, { day }: CommandPayloads["day:open"]): Decided {
  if (state.isOpen) return refuse("day_already_open", { day: state.day ?? "" });
  if (state.usedDays.has(day)) return refuse("wrong_day", { day });
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
  return accept(...tickets, ...counters, { type: "day-closed" });
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
    default:
      return [];
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

/** SET-2: a service with unfinished tickets, its series, or an open counter can't be taken away. */
function whatIsStranded(state: State, next: CentreSettings): string | null {
  if (!state.isOpen) return null;
  const services = new Map(next.services.map((service) => [service.id, service]));
  const counters = new Set(next.counters.map(({ id }) => id));
  for (const counter of state.counters.values())
    if (counter.status !== "closed" && !counters.has(counter.id)) return counter.id;
  for (const { place, seriesId } of state.tickets.values()) {
    const isFinal =
      place.status === "done" || place.status === "cancelled" || place.status === "expired";
    if (isFinal) continue;
    if (!services.has(place.serviceId)) return place.serviceId;
    if (!next.series.some(({ id }) => id === seriesId)) return seriesId;
    if (place.line.startsWith("counter:") && !counters.has(place.line.slice("counter:".length)))
      return place.line;
    if (place.counterId !== null && !counters.has(place.counterId)) return place.counterId;
  }
  return null;
}
