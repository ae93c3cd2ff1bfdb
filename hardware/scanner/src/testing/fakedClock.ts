import type { Clock } from "@luot/kit";

/** The clock of the timers that vitest fakes, so that both move together. */
export const fakedClock: Clock = { now: () => Date.now(), monotonic: () => Date.now() };
