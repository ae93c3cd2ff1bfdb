import type { Timers } from "../watch/Heartbeat.ts";

/** Timers that run when told to. */
export class HandTimers implements Timers {
  #nowMs = 0;
  readonly #waiting = new Set<{ readonly atMs: number; readonly run: () => void }>();

  /** How many are waited for. */
  get waiting(): number {
    return this.#waiting.size;
  }

  after = (delayMs: number, run: () => void): (() => void) => {
    const entry = { atMs: this.#nowMs + delayMs, run };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  };

  /** Lets time pass, and what was promised meanwhile settle. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const due = [...this.#waiting].filter(({ atMs }) => atMs <= untilMs);
      const next = due.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.#waiting.delete(next);
      this.#nowMs = next.atMs;
      next.run();
      await Promise.resolve();
      await Promise.resolve();
    }
    this.#nowMs = untilMs;
  }
}
