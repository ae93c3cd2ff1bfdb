import type { SleepTimes } from "@luot/contract";
import type { Timers } from "../watch/Heartbeat.ts";
import { isAsleep } from "./isAsleep.ts";

const LOOK_EVERY_MS = 10_000;

/** What the sleep of a wall needs. */
export interface WallSleepOptions {
  readonly sleep: () => SleepTimes | null;
  /** The machine's own clock. */
  readonly now: () => Date;
  readonly timers: Timers;
  /** Told at each change, and first of all. */
  readonly onChange: (isDark: boolean) => void;
}

/** Puts a wall to sleep and wakes it, by the clock. */
export class WallSleep {
  readonly #options: WallSleepOptions;
  #isDark: boolean | null = null;
  #cancel: () => void = () => {};

  constructor(options: WallSleepOptions) {
    this.#options = options;
    this.look();
  }

  get isDark(): boolean {
    return this.#isDark === true;
  }

  /** Looks at the clock now, e.g. after the times were changed, and from then on. */
  look(): void {
    const { sleep, now, timers, onChange } = this.#options;
    this.#cancel();
    this.#cancel = timers.after(LOOK_EVERY_MS, () => this.look());
    const time = now();
    const isDark = isAsleep(sleep(), time.getHours() * 60 + time.getMinutes());
    if (isDark === this.#isDark) return;
    this.#isDark = isDark;
    onChange(isDark);
  }

  close(): void {
    this.#cancel();
  }
}
