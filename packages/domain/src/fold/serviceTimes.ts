import type { ServiceTime } from "../state.ts";

/** Visits of a service that an estimate looks back on. */
const VISITS_KEPT = 30;

/**
 * EST-3: what is shorter was no visit: a slip, or one that a counter told of afterwards, when it had
 * worked without the hub.
 */
const SHORTEST_VISIT_MS = 5_000;

/** Adds the time of a finished visit; the oldest falls out. One too short to count changes nothing. */
export function withVisit(
  times: readonly ServiceTime[] | undefined,
  visit: ServiceTime,
): readonly ServiceTime[] {
  if (visit.ms < SHORTEST_VISIT_MS) return times ?? [];
  return [...(times ?? []), visit].slice(-VISITS_KEPT);
}

/** Takes back a visit whose end was undone. */
export function withoutVisit(
  times: readonly ServiceTime[] | undefined,
  ticketId: string,
): readonly ServiceTime[] {
  return (times ?? []).filter((visit) => visit.ticketId !== ticketId);
}
