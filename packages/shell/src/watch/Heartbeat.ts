/** Timers, as the platform's own or a test's. */
export interface Timers {
  /** Calls once, later; returns the function that calls it off. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** What a heartbeat needs. */
export interface HeartbeatOptions {
  /** Resolves when the watched one answers; may reject when it can't be asked. */
  readonly probe: () => Promise<unknown>;
  /** Told once per hang; the heart is then asked again only after `resume`. */
  readonly onHung: () => void;
  readonly everyMs: number;
  /** An answer later than this is none. */
  readonly timeoutMs: number;
  readonly timers: Timers;
}

/**
 * Asks at intervals whether something still answers. A hung page sends no event of its own, so it
 * has to be asked.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #round = 0;
  #cancel: () => void = () => {};

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Begins, or begins again after a reload: answers to earlier questions no longer count. */
  resume(): void {
    this.pause();
    this.#askLater(this.#round);
  }

  /** Stops asking, e.g. while a page loads. */
  pause(): void {
    this.#round += 1;
    this.#cancel();
  }

  #askLater(round: number): void {
    const { everyMs, timers } = this.#options;
    this.#cancel = timers.after(everyMs, () => this.#ask(round));
  }

  #ask(round: number): void {
    const { probe, onHung, timeoutMs, timers } = this.#options;
    this.#cancel = timers.after(timeoutMs, () => {
      this.pause();
      onHung();
    });
    const onAnswer = (): void => {
      if (round !== this.#round) return;
      this.#cancel();
      this.#askLater(round);
    };
    // Who can't be asked has not answered: the timer decides.
    probe().then(onAnswer, () => {});
  }
}
