/** The largest number the reading rules cover: counters, rooms, minutes and people waiting. */
const MAX_READABLE_NUMBER = 9_999;

/**
 * Refuses a number that has no reading here.
 *
 * @throws RangeError unless `n` is a whole number from 0 to 9999
 */
export function assertReadable(n: number): void {
  if (!Number.isInteger(n) || n < 0 || n > MAX_READABLE_NUMBER)
    throw new RangeError(`number cannot be read: ${n} (whole numbers from 0 to 9999)`);
}
