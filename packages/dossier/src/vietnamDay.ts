const HOUR_MS = 3_600_000;
/** Vietnam has one time zone and no summer time. */
const OFFSET_MS = 7 * HOUR_MS;

/** The calendar day in Vietnam at a moment, ISO. @param at epoch ms */
export function vietnamDay(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 10);
}

/** The day after that one, ISO. */
export function vietnamTomorrow(at: number): string {
  return vietnamDay(at + 24 * HOUR_MS);
}
