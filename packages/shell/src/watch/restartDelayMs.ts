const DELAYS_MS = [0, 500, 1_000, 2_000] as const;
const LONGEST_MS = 4_000;
/** Falls older than this are over and done with. */
const REMEMBERED_MS = 60_000;

/**
 * How long to wait before a fallen screen is loaded again: at once the first time, longer when it
 * falls again and again, never so long that it is not back within five seconds. Pure.
 *
 * @param fallsAtMs when it fell before, this time included, in any order
 * @param nowMs on the same clock
 */
export function restartDelayMs(fallsAtMs: readonly number[], nowMs: number): number {
  const recent = fallsAtMs.filter((at) => nowMs - at < REMEMBERED_MS).length;
  return DELAYS_MS[Math.max(0, recent - 1)] ?? LONGEST_MS;
}
