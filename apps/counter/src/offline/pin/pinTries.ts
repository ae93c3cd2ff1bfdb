/** Wrong PINs so far, and when the last was typed, epoch ms of the own clock. */
export interface PinTries {
  readonly wrong: number;
  readonly at: number;
}

const FREE_TRIES = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** How long nothing is tried after so many wrong PINs, ms: 30 s after five, then twice as long each. */
export function pauseMs(wrong: number): number {
  if (wrong < FREE_TRIES) return 0;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(10, wrong - FREE_TRIES));
}

/** How long until another PIN may be tried, ms; a clock that was set back shortens nothing. Pure. */
export function waitMs({ wrong, at }: PinTries, now: number): number {
  return Math.max(0, pauseMs(wrong) - Math.max(0, now - at));
}

/** Counts a try before it is looked at: a page that is reloaded meanwhile has had it. Pure. */
export function counted({ wrong }: PinTries, now: number): PinTries {
  return { wrong: wrong + 1, at: now };
}
