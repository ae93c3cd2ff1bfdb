import type { Clock } from "@luot/kit";

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #passedMs = 0;
  readonly #startedAt: number;

  constructor(startsAt = Date.now()) {
    this.#startedAt = startsAt;
  }

  now(): number {
    return this.#startedAt + this.#passedMs;
  }

  monotonic(): number {
    return this.#passedMs;
  }

  pass(ms: number): void {
    this.#passedMs += ms;
  }
}
