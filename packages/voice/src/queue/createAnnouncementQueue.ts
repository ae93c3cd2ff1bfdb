import type { Clock } from "@luot/kit";
import { estimatePlanMs, type SpeechPlan, withoutChime } from "../plan/SpeechPlan.ts";
import type { SpeechProvider } from "../players/SpeechProvider.ts";
import { createStopController, type StopController } from "../players/StopSignal.ts";
import type { Announcement, DropReason } from "./Announcement.ts";
import { PendingAnnouncements } from "./PendingAnnouncements.ts";

/** The times of the announcement queue as the centre uses them. */
export const ANNOUNCEMENT_TIMING = {
  /** An announcement older than this is not begun any more. */
  staleMs: 30_000,
  /** Silence between two announcements, and between the languages of one. */
  gapMs: 600,
  /** Silence before an announcement is said the second time. */
  repeatGapMs: 1_500,
  /** From this many waiting on, each is said once and in its first language only. */
  crowdedCount: 3,
} as const;

export interface AnnouncementQueueOptions {
  readonly staleMs: number;
  readonly gapMs: number;
  readonly repeatGapMs: number;
  readonly crowdedCount: number;
  /** The hub's time: `calledAtMs` is compared with it. */
  readonly clock: Pick<Clock, "now">;
  /** Runs a function later and returns how to call that off. */
  readonly schedule: (delayMs: number, run: () => void) => () => void;
  readonly player: Pick<SpeechProvider, "play">;
  /** The announcement is about to sound: the moment to flash the number and lower the media. */
  readonly onStart: (entry: Announcement) => void;
  /** Said at least once; the end of that announcement. */
  readonly onSpoken: (entry: Announcement) => void;
  /** Never said, and why; the end of that announcement. */
  readonly onDrop: (entry: Announcement, reason: DropReason) => void;
  /** The player failed or hung, also when another attempt then succeeded. */
  readonly onFault: (entry: Announcement, error: unknown) => void;
}

/** The queue of one sound zone. */
export interface AnnouncementQueue {
  /** Adds an announcement. An id seen before is ignored: it has had its turn or still waits. */
  enqueue(entry: Announcement): void;
  /**
   * Takes an announcement back, as after an undone call: it loses its place, and one that sounds
   * already ends its sentence and is not said again.
   */
  withdraw(key: string): void;
  /** Silences the zone at once and for good, dropping all that waits. Safe to repeat. */
  stop(): void;
}

const WATCHDOG_MIN_MS = 6_000;
const WATCHDOG_FACTOR = 1.5;
const SAYINGS = 2;

type PlayOutcome = "spoken" | "failed" | "hung";

class Queue implements AnnouncementQueue {
  readonly #options: AnnouncementQueueOptions;
  readonly #pending = new PendingAnnouncements();
  /** Pulled by {@link stop}; ends pauses and whatever sounds. */
  readonly #stopped: StopController = createStopController();
  #busy = false;
  /** Key of what sounds; `null` between announcements and when it was withdrawn. */
  #currentKey: string | null = null;

  constructor(options: AnnouncementQueueOptions) {
    this.#options = options;
  }

  enqueue(entry: Announcement): void {
    if (this.#stopped.signal.aborted) return this.#options.onDrop(entry, "stopped");
    const displaced = this.#pending.add(entry);
    if (displaced === "duplicate") return;
    if (displaced !== null) this.#options.onDrop(displaced, "replaced");
    if (!this.#busy) void this.#run();
  }

  withdraw(key: string): void {
    if (this.#currentKey === key) this.#currentKey = null;
    this.#drop((entry) => entry.key === key, "withdrawn");
  }

  stop(): void {
    this.#stopped.abort();
    this.#drop(() => true, "stopped");
  }

  /** Says what waits, one after the other. Only one run at a time: that is why nothing overlaps. */
  async #run(): Promise<void> {
    this.#busy = true;
    try {
      for (let entry = this.#next(); entry !== null; entry = this.#next()) {
        await this.#announce(entry);
        await this.#pause(this.#options.gapMs);
      }
    } finally {
      // Also when a listener threw: the hall must not fall silent over it.
      this.#busy = false;
    }
  }

  /** The next entry still young enough to be said. */
  #next(): Announcement | null {
    this.#dropStale();
    return this.#pending.takeNext();
  }

  async #announce(entry: Announcement): Promise<void> {
    this.#currentKey = entry.key;
    this.#options.onStart(entry);
    let isSpoken = false;
    let last: PlayOutcome = "failed";
    for (const [i, { plan, pauseMs }] of this.#sayings(entry).entries()) {
      if (i > 0 && !(await this.#pauseForMore(entry, pauseMs))) break;
      last = await this.#play(entry, plan);
      isSpoken ||= last === "spoken";
      if (last === "hung") break;
    }
    if (isSpoken) return this.#options.onSpoken(entry);
    const reason = last === "hung" ? "hung" : "failed";
    this.#options.onDrop(entry, this.#stopped.signal.aborted ? "stopped" : reason);
  }

  /** All sayings of an announcement: every language, twice, the chime only before the first. */
  #sayings(
    entry: Announcement,
  ): readonly { readonly plan: SpeechPlan; readonly pauseMs: number }[] {
    const { gapMs, repeatGapMs } = this.#options;
    return Array.from({ length: SAYINGS }).flatMap((_, saying) =>
      entry.plans.map((plan, i) => ({
        plan: saying === 0 && i === 0 ? plan : withoutChime(plan),
        pauseMs: i === 0 ? repeatGapMs : gapMs,
      })),
    );
  }

  /** Pauses before a further saying; `false` when there shall be none, before or after it. */
  async #pauseForMore(entry: Announcement, pauseMs: number): Promise<boolean> {
    if (!this.#maySayMore(entry)) return false;
    await this.#pause(pauseMs);
    return this.#maySayMore(entry);
  }

  /** Whether it is said again: not when crowded, old, withdrawn, or ahead of its own recall. */
  #maySayMore(entry: Announcement): boolean {
    this.#dropStale();
    return (
      !this.#stopped.signal.aborted &&
      this.#currentKey === entry.key &&
      !this.#isStale(entry) &&
      !this.#pending.hasEmergency() &&
      !this.#pending.hasKey(entry.key) &&
      this.#pending.count < this.#options.crowdedCount
    );
  }

  /** Plays once under a watchdog. It decides, since a hung player may ignore its signal. */
  #play(entry: Announcement, plan: SpeechPlan): Promise<PlayOutcome> {
    const outcome = Promise.withResolvers<PlayOutcome>();
    const controller = createStopController();
    const end = (how: PlayOutcome, fault: unknown): void => {
      if (how !== "spoken" && !controller.signal.aborted) this.#options.onFault(entry, fault);
      outcome.resolve(how);
    };
    const cut = (): void => {
      end("hung", new Error("the player did not end in time"));
      controller.abort();
    };
    const silence = (): void => {
      controller.abort();
      outcome.resolve("failed");
    };
    const limitMs = Math.max(WATCHDOG_MIN_MS, WATCHDOG_FACTOR * estimatePlanMs(plan));
    const callOff = this.#options.schedule(limitMs, cut);
    this.#stopped.signal.addEventListener("abort", silence, { once: true });
    const play = async (): Promise<void> => this.#options.player.play(plan, controller.signal);
    play().then(
      () => end("spoken", null),
      (error: unknown) => end("failed", error),
    );
    return outcome.promise.finally(() => {
      callOff();
      this.#stopped.signal.removeEventListener("abort", silence);
    });
  }

  #pause(delayMs: number): Promise<void> {
    const { signal } = this.#stopped;
    if (signal.aborted) return Promise.resolve();
    const over = Promise.withResolvers<void>();
    const callOff = this.#options.schedule(delayMs, over.resolve);
    signal.addEventListener("abort", over.resolve, { once: true });
    return over.promise.finally(() => {
      callOff();
      signal.removeEventListener("abort", over.resolve);
    });
  }

  #isStale(entry: Announcement): boolean {
    return this.#options.clock.now() - entry.calledAtMs > this.#options.staleMs;
  }

  #dropStale(): void {
    this.#drop((entry) => this.#isStale(entry), "stale");
  }

  #drop(matches: (entry: Announcement) => boolean, reason: DropReason): void {
    for (const entry of this.#pending.takeWhere(matches)) this.#options.onDrop(entry, reason);
  }
}

/**
 * Creates the announcement queue of one sound zone.
 *
 * Rules:
 * - two announcements never overlap, and one older than `staleMs` is never begun, which is checked
 *   again before each saying; it is dropped, and the screen shows it all the same;
 * - emergency before recall before call before info, then in order of arrival;
 * - a newer announcement replaces the waiting one with the same key;
 * - each is said twice in all its languages, but once and in the first language when
 *   `crowdedCount` or more wait, when an emergency waits or when its own recall waits;
 * - a player that does not end within max(6 s, 1.5 × the estimate) is stopped, and the queue
 *   goes on;
 * - each announcement ends in exactly one `onSpoken` or `onDrop`.
 *
 * Time and sound are passed in, so that tests decide both. The listeners must not throw.
 */
export function createAnnouncementQueue(options: AnnouncementQueueOptions): AnnouncementQueue {
  return new Queue(options);
}
