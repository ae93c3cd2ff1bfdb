/** Time that moves when told to: a clock and a scheduler for queue tests. */
export class ManualTime {
  #nowMs: number;
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  readonly now = (): number => this.#nowMs;

  /** Timers that have not run and were not called off. */
  get timerCount(): number {
    return this.#timers.length;
  }

  readonly schedule = (delayMs: number, run: () => void): (() => void) => {
    const timer = { atMs: this.#nowMs + delayMs, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Runs every timer due within the time, each at its own moment, and lets promises settle. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await settle();
    for (let next = this.#due(endMs); next !== undefined; next = this.#due(endMs)) {
      const { run, atMs } = next;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#nowMs = Math.max(this.#nowMs, atMs);
      run();
      await settle();
    }
    this.#nowMs = endMs;
  }

  #due(endMs: number): { readonly atMs: number; readonly run: () => void } | undefined {
    return this.#timers
      .filter((timer) => timer.atMs <= endMs)
      .toSorted((a, b) => a.atMs - b.atMs)[0];
  }
}

/** Long enough for the deepest chain of awaits in this package. */
const MICROTASK_TURNS = 30;

async function settle(): Promise<void> {
  for (let turn = 0; turn < MICROTASK_TURNS; turn++) await Promise.resolve();
}
