import type { SleepTimes } from "@luot/contract";

/**
 * Whether a wall is dark at a time of the day. Equal times mean never. Pure.
 *
 * @param sleep `HH:mm` each; from 18:00 to 06:30 is over night
 * @param minutes since midnight
 */
export function isAsleep(sleep: SleepTimes | null, minutes: number): boolean {
  if (sleep === null) return false;
  const from = minutesOf(sleep.from);
  const to = minutesOf(sleep.to);
  if (from <= to) return minutes >= from && minutes < to;
  return minutes >= from || minutes < to;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
