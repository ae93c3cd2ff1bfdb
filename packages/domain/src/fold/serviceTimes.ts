import type { ServiceTime } from "../state.ts";

/** Visits of a service that an estimate looks back on. */
const VISITS_KEPT = 30;

/** Adds the time of a finished visit; the oldest falls out. */
export function withVisit(
  times: readonly ServiceTime[] | undefined,
  visit: ServiceTime,
): readonly ServiceTime[] {
  return [...(times ?? []), visit].slice(-VISITS_KEPT);
}

/** Takes back a visit whose end was undone. */
export function withoutVisit(
  times: readonly ServiceTime[] | undefined,
  ticketId: string,
): readonly ServiceTime[] {
  return (times ?? []).filter((visit) => visit.ticketId !== ticketId);
}
