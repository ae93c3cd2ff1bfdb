import type { CentreSettings, DisplayView, RecentCall } from "@luot/hub-client";

/** The counters whose calls a wall shows: those of its zone, or all. */
export function countersOf(
  { counters }: CentreSettings,
  zone: string | null,
): CentreSettings["counters"] {
  return zone === null ? counters : counters.filter((counter) => counter.zone === zone);
}

/** The calls of some counters, the latest first. */
export function callsOf(
  { calls }: Pick<DisplayView, "calls">,
  counters: CentreSettings["counters"],
): readonly RecentCall[] {
  return calls.filter(({ counterId }) => counters.some(({ id }) => id === counterId));
}

/** The number people read on a counter; `null` when the settings no longer have it. */
export function numberOf({ counters }: CentreSettings, counterId: string): number | null {
  return counters.find(({ id }) => id === counterId)?.number ?? null;
}
