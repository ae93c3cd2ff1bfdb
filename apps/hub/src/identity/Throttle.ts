const FAILURES_ALLOWED = 5;
const BACK_OFF_MS = 60_000;

/** Slows down guessing: after five failures in a row nothing is tried for a minute. No lasting lock. */
export class Throttle {
  readonly #failures = new Map<string, { count: number; atMs: number }>();

  /** Whether another try is allowed for this key now. */
  isOpen(key: string, nowMs: number): boolean {
    const known = this.#failures.get(key);
    if (known === undefined) return true;
    if (nowMs - known.atMs >= BACK_OFF_MS) this.#failures.delete(key);
    return known.count < FAILURES_ALLOWED || nowMs - known.atMs >= BACK_OFF_MS;
  }

  /** Counts a try as failed, before it is looked at: else many at once would all be let in. */
  fail(key: string, nowMs: number): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    this.#failures.set(key, { count, atMs: nowMs });
  }

  /** Forgets the failures after a success. */
  clear(key: string): void {
    this.#failures.delete(key);
  }
}
