const DAY_MS = 86_400_000;

/** A clock on which days pass in seconds. */
export interface FastClock {
  /** Its time, epoch ms, whole seconds. */
  readonly now: () => number;
  /** Goes on at another speed from now. */
  readonly setSpeed: (daysPerSecond: number) => void;
}

/**
 * Makes a clock that starts at one time and goes as fast as it is told.
 *
 * @param monotonic milliseconds since some fixed moment, e.g. `() => performance.now()`
 */
export function createFastClock(
  startsAt: number,
  daysPerSecond: number,
  monotonic: () => number,
): FastClock {
  let [speed, setAt, base] = [daysPerSecond, monotonic(), startsAt];
  const exact = (): number => base + ((monotonic() - setAt) / 1_000) * speed * DAY_MS;
  return {
    now: () => Math.floor(exact() / 1_000) * 1_000,
    setSpeed: (next) => {
      [base, setAt, speed] = [exact(), monotonic(), next];
    },
  };
}
