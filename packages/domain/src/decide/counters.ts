import { ok } from "@luot/kit";
import type { CommandPayloads } from "../commands.ts";
import type { Draft } from "../events.ts";
import { lineKey } from "../Line.ts";
import { CLASSES } from "../policy/pickNext.ts";
import type { LineId, Place, Ticket } from "../ticket.ts";
import { accept, moving, type Asked, type Decided, ownCounter, refuse } from "./decision.ts";

/** DESK-1: one officer at one counter. */
export function openCounter(
  { state, actor }: Asked,
  { counterId }: CommandPayloads["counter:open"],
): Decided {
  const counter = state.counters.get(counterId);
  if (counter === undefined) return refuse("unknown_counter", { counterId });
  if (actor.kind !== "officer") return refuse("not_your_counter", { counterId });
  if (counter.status !== "closed") return refuse("counter_taken", { counterId });
  for (const other of state.counters.values())
    if (other.officerId === actor.id) return refuse("officer_elsewhere", { counterId: other.id });
  return accept({ type: "counter-opened", counterId, officerId: actor.id });
}

/**
 * DESK-3: a counter with a citizen at it can't be left. Who waited for this counter or officer goes
 * back to the service's line, at the place the first issue time gives, so that nobody is stranded.
 */
export function closeCounter(
  asked: Asked,
  { counterId }: CommandPayloads["counter:close"],
): Decided {
  const counter = ownCounter(asked, counterId, true);
  if (!counter.ok) return counter;
  if (counter.value.ticketId !== null) return refuse("counter_busy", { counterId });
  const own: readonly LineId[] = [`counter:${counterId}`, `officer:${counter.value.officerId}`];
  const stranded = own.flatMap((line) =>
    CLASSES.flatMap((classId) => asked.state.lines.get(lineKey(line, classId))?.tickets ?? []),
  );
  return ok([...stranded.map(backToService), { type: "counter-closed", counterId }]);
}

function backToService(ticket: Ticket): Draft {
  const from = ticket.place;
  const to: Place = { ...from, line: `service:${from.serviceId}`, orderAt: ticket.issuedAt };
  return { type: "ticket-transferred", ...moving(ticket), from, to };
}

/** DESK-4: a break has a reason, and nobody stands at the counter. */
export function pauseCounter(
  asked: Asked,
  { counterId, reason }: CommandPayloads["counter:pause"],
): Decided {
  const counter = ownCounter(asked, counterId);
  if (!counter.ok) return counter;
  if (!asked.state.settings.pauseReasons.some(({ id }) => id === reason))
    return refuse("unknown_reason", { reason });
  if (counter.value.ticketId !== null) return refuse("counter_busy", { counterId });
  return accept({ type: "counter-paused", counterId, reason });
}

/** DESK-5: the break is over. */
export function resumeCounter(
  asked: Asked,
  { counterId }: CommandPayloads["counter:resume"],
): Decided {
  const counter = ownCounter(asked, counterId, true);
  if (!counter.ok) return counter;
  if (counter.value.status !== "paused") return refuse("counter_not_paused", { counterId });
  return accept({ type: "counter-resumed", counterId });
}
