import type { HubClient } from "@luot/hub-client";
import type { Clock, Logger } from "@luot/kit";
import type { IssueAnswer, IssueRefusal, KioskBook, Wish, WishPayload } from "@luot/store";
import { aloneAnswer } from "./aloneAnswer.ts";
import type { HubTime } from "./HubTime.ts";
import { isUnanswered } from "./isUnanswered.ts";

export interface WishDeskDeps {
  readonly hub: HubClient<"kiosk">;
  readonly book: KioskBook;
  readonly time: HubTime;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of each outcome once it is in the book, before the screen has it. */
  readonly onSettled: (wish: Wish) => void;
}

/** A citizen waits no longer for the hub, ms. */
export const ANSWER_WITHIN_MS = 2_000;
/** So long after a start the hub may be on its way, ms. */
const START_GRACE_MS = 2_000;
/** A hub that says "not now" is asked again so soon, ms. */
const AGAIN_MS = 250;

const UNAVAILABLE: IssueRefusal = { ok: false, code: "unavailable", details: {} };

/**
 * Where citizens' wishes for numbers get their one answer: the hub's, if it comes in time, else the
 * kiosk's own. What is done is in the book first, so that the same wish gets the same answer over
 * any crash.
 */
export class WishDesk {
  readonly #deps: WishDeskDeps;
  readonly #startedAt: number;
  readonly #running = new Map<string, Promise<IssueAnswer>>();

  constructor(deps: WishDeskDeps) {
    this.#deps = deps;
    this.#startedAt = deps.clock.monotonic();
  }

  /** @param giveUpMs how long to wait for the hub when the kiosk can give no number itself */
  take(id: string, payload: WishPayload, giveUpMs: number): Promise<IssueAnswer> {
    const running = this.#running.get(id);
    if (running !== undefined) return running;
    const run = this.#run(id, payload, giveUpMs)
      .catch((cause: unknown): IssueAnswer => {
        // A full disk, say. The wish is given up later, when that can be kept.
        this.#deps.log.error("a wish could not be kept", { id, cause });
        return UNAVAILABLE;
      })
      .finally(() => this.#running.delete(id));
    this.#running.set(id, run);
    return run;
  }

  /** Whether this kiosk can give a number of its own. */
  canIssue(): boolean {
    const { hub, book } = this.#deps;
    const { connection } = hub.getState();
    if (connection === "refused" || connection === "pairing") return false;
    const { meta } = book;
    return meta.token() !== null && meta.series() !== null && meta.settings() !== null;
  }

  /** Gives up the wishes that nobody works at: an earlier process began them, or a step failed. */
  dropForgotten(): void {
    const { book, log, onSettled } = this.#deps;
    for (const { id } of book.wishes.asked()) {
      if (this.#running.has(id)) continue;
      log.warn("a wish was given up: nobody asks for it any more", { id });
      onSettled(this.#giveUp(id, UNAVAILABLE));
    }
  }

  async #run(id: string, payload: WishPayload, giveUpMs: number): Promise<IssueAnswer> {
    const { book, time, onSettled } = this.#deps;
    const begun = book.wishes.begin(id, payload, time.arrival());
    if (!begun.ok) return { ok: false, code: begun.error, details: {} };
    const wish =
      begun.value.state === "asked" ? await this.#settle(begun.value, giveUpMs) : begun.value;
    onSettled(wish);
    return wish.answer ?? UNAVAILABLE;
  }

  async #settle(wish: Wish, giveUpMs: number): Promise<Wish> {
    const { clock } = this.#deps;
    const giveUpAt = clock.monotonic() + giveUpMs;
    if (!this.#isWorthAsking()) return this.#settleAlone(wish);
    do {
      const answer = await this.#askHub(wish, ANSWER_WITHIN_MS);
      if (answer !== null) return this.#settleBy(wish, answer);
      // A kiosk that can give no number has nobody else to ask; it may be able to by now.
      if (!this.canIssue()) await pause(AGAIN_MS);
    } while (!this.canIssue() && clock.monotonic() < giveUpAt);
    return this.#settleAlone(wish);
  }

  #settleBy({ id }: Wish, answer: IssueAnswer): Wish {
    const { book, clock, log } = this.#deps;
    if (answer.ok) return book.wishes.answered(id, answer.data, clock.now());
    log.info("the hub refused a wish", { id, code: answer.code });
    return book.wishes.refused(id, answer);
  }

  /** Without a connection there is nothing to wait for, but a kiosk that just came up has none yet. */
  #isWorthAsking(): boolean {
    const { hub, clock } = this.#deps;
    const { connection } = hub.getState();
    if (connection === "live" || !this.canIssue()) return true;
    return connection === "connecting" && clock.monotonic() - this.#startedAt < START_GRACE_MS;
  }

  /** @returns `null` when no answer came in time; one that comes later is nobody's */
  async #askHub({ id, payload }: Wish, waitMs: number): Promise<IssueAnswer | null> {
    const { hub, clock } = this.#deps;
    const until = clock.monotonic() + waitMs;
    for (;;) {
      const leftMs = until - clock.monotonic();
      if (leftMs <= 0) return null;
      // The hub holds back a number whose paper it has to hear of: so nobody calls it too early.
      const asked = hub.send("ticket:issue", { ...payload, print: true }, { id, giveUpMs: leftMs });
      const answer = await within(asked, leftMs);
      if (answer === null) return null;
      if (answer.ok) return { ok: true, data: answer.data };
      const { code, details } = answer;
      // Nobody knows what became of it: then it is as if nothing had come.
      if (code === "disconnected" || code === "internal") return null;
      if (!isUnanswered(code)) return { ok: false, code, details: { ...details } };
      await pause(Math.min(AGAIN_MS, leftMs));
    }
  }

  #settleAlone(wish: Wish): Wish {
    const { hub, book, clock, log } = this.#deps;
    const settings = book.meta.settings();
    const series = book.meta.series();
    if (!this.canIssue() || settings === null || series === null)
      return this.#giveUp(wish.id, UNAVAILABLE);
    const { view } = hub.getState();
    const alone = aloneAnswer(wish, { settings, series, view, newId: hub.newId });
    if (!alone.ok) return this.#giveUp(wish.id, alone.error);
    log.info("the hub did not answer: a number of the kiosk's own", { id: wish.id });
    return book.wishes.supersede(wish.id, alone.value, clock.now());
  }

  #giveUp(id: string, refusal: IssueRefusal): Wish {
    const { hub, book } = this.#deps;
    return book.wishes.void(id, hub.newId(), refusal);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What a promise comes to in time, else `null`; a rejection is the caller's. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
