const FIRST_MS = 200;
const LONGEST_MS = 5_000;

/**
 * How long to wait before a fallen device process is started again: 200 ms the first time, twice as
 * long each further time, 5 s at most. Pure.
 *
 * @param falls how often it fell since it was last well for a while, this time included
 */
export function restartDeviceDelayMs(falls: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, falls - 1));
}
