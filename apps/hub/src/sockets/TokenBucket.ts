/** A bucket that fills steadily and is emptied by use: bursts are fine, floods are not. */
export class TokenBucket {
  readonly #capacity: number;
  readonly #perSecond: number;
  #tokens: number;
  #filledAtMs: number;

  constructor(capacity: number, perSecond: number, nowMs: number) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
    this.#tokens = capacity;
    this.#filledAtMs = nowMs;
  }

  /** Takes `cost` tokens, or none when there are too few. @returns whether it did */
  take(nowMs: number, cost = 1): boolean {
    this.#fill(nowMs);
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Whether it holds so many; takes none. */
  holds(nowMs: number, count: number): boolean {
    this.#fill(nowMs);
    return this.#tokens >= count;
  }

  /** Whether it holds all it can: then a new one is as good. */
  isFull(nowMs: number): boolean {
    this.#fill(nowMs);
    return this.#tokens === this.#capacity;
  }

  #fill(nowMs: number): void {
    const elapsedMs = Math.max(0, nowMs - this.#filledAtMs);
    this.#tokens = Math.min(this.#capacity, this.#tokens + (elapsedMs / 1_000) * this.#perSecond);
    this.#filledAtMs = nowMs;
  }
}
