import type { Ack } from "@luot/contract";
import { serviceDayOf, type State } from "@luot/domain";
import type { Clock, Logger } from "@luot/kit";

/** What the day clock is handed. */
export interface DayClockDeps {
  readonly clock: Clock;
  readonly state: () => State;
  readonly open: (day: string) => Promise<Ack>;
  readonly close: (day: string) => Promise<Ack>;
  /** Told when the clock jumped, and when that is settled. */
  readonly onSuspicion: (isSuspect: boolean, jumpMs: number) => void;
  /** `at` of the last fact in the journal, or `null` in a new one. */
  readonly lastEventAt: number | null;
  readonly log: Logger;
}

/** A wall clock that runs apart from the monotonic one by more than this can't be trusted. */
const SUSPICIOUS_JUMP_MS = 60_000;

/**
 * Opens and closes the service day by the centre's calendar (DAY-1). When the wall clock jumps
 * against the monotonic one, or stands before what the journal already knows, the day is left as it
 * is until the clock is plausible again or an administrator confirms it (I13).
 */
export class DayClock {
  readonly #deps: DayClockDeps;
  #offsetMs: number;
  #isSuspect = false;
  #isBusy = false;

  constructor(deps: DayClockDeps) {
    this.#deps = deps;
    const { clock, lastEventAt } = deps;
    this.#offsetMs = clock.now() - clock.monotonic();
    const behindMs = lastEventAt === null ? 0 : lastEventAt - clock.now();
    // The journal is the witness of what time it was last: a clock before that is wrong.
    if (behindMs > SUSPICIOUS_JUMP_MS) this.#offsetMs += behindMs;
  }

  /** Whether automatic day change is suspended. */
  get isSuspect(): boolean {
    return this.#isSuspect;
  }

  /** Looks at the clock and changes the day when it is time. Called every second. */
  async tick(): Promise<void> {
    const { clock } = this.#deps;
    const jumpMs = clock.now() - clock.monotonic() - this.#offsetMs;
    const isSuspect = Math.abs(jumpMs) > SUSPICIOUS_JUMP_MS;
    if (isSuspect !== this.#isSuspect) {
      this.#isSuspect = isSuspect;
      this.#deps.onSuspicion(isSuspect, jumpMs);
    }
    if (!isSuspect) await this.#followCalendar(false);
  }

  /** An administrator says that the wall clock is right as it is. */
  async confirm(): Promise<void> {
    const { clock } = this.#deps;
    this.#offsetMs = clock.now() - clock.monotonic();
    await this.tick();
    await this.#followCalendar(true);
  }

  async #followCalendar(mayGoBack: boolean): Promise<void> {
    const { clock, open, close, state } = this.#deps;
    const day = serviceDayOf(clock.now(), state().settings.calendar);
    if (this.#isBusy || (state().isOpen && state().day === day)) return;
    // A clock put back a little over midnight must not end the new day: it could not come again.
    if (!mayGoBack && state().isOpen && day < (state().day ?? "")) return;
    this.#isBusy = true;
    try {
      const { day: oldDay, isOpen, usedDays } = state();
      if (isOpen && oldDay !== null) await close(oldDay);
      if (usedDays.has(day)) return;
      const ack = await open(day);
      this.#deps.log.info("service day", { day, ok: ack.ok });
    } finally {
      this.#isBusy = false;
    }
  }
}
