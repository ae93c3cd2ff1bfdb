import { MAX_OFFLINE_RECORDS, type OfflineRecord } from "@luot/contract";
import type { Answer, HubClient } from "@luot/hub-client";
import type { Logger } from "@luot/kit";
import type { Confirmation, KioskBook } from "@luot/store";
import type { HubTime } from "./HubTime.ts";
import { isUnanswered } from "./isUnanswered.ts";

export interface CourierDeps {
  readonly hub: HubClient<"kiosk">;
  readonly book: KioskBook;
  readonly time: HubTime;
  readonly log: Logger;
  /** Told when there is less to tell than before. */
  readonly onProgress: () => void;
}

/** What a step came to: go on, nothing left, or try again after a while. */
type Step = "more" | "idle" | { readonly againMs: number };

const AGAIN_MS = 1_000;
/** The hub refused this connection for good; another one may be welcome. */
const MUCH_LATER_MS = 30_000;
const GIVE_UP_MS = 10_000;
/** So often the hub may fail at one record before it is given up, in the order of seconds. */
const STUMBLES = 10;
/** One try: on another connection it would say of a wish that it is done which is not. */
const ONCE_MS = 1;
/** The hub takes five outcomes of papers a second, apart from what citizens wish. */
const PACE_MS = 250;

/**
 * Tells the hub what the kiosk did alone: records in order, then outcomes of papers, then that this
 * was all. It is done anew with each connection, and nothing is forgotten before the hub's word.
 */
export class Courier {
  readonly #deps: CourierDeps;
  #isRunning = false;
  #isAsked = false;
  #isClosed = false;
  /** Counts connections, so that a late word of an old one is not taken for the new one's. */
  #connection = 0;
  /** The connection on which the hub heard that all was told. */
  #doneOn = 0;
  /** How often the hub stumbled over what is to be told, by its id. */
  readonly #stumbles = new Map<string, number>();
  /** A record that the hub can't read must not hold up the others: then they go one by one. */
  #batch = MAX_OFFLINE_RECORDS;
  #wake: () => void = () => undefined;

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** A new connection: the hub waits for the word that all was told. */
  connected(): void {
    this.#connection++;
    this.kick();
  }

  /** There may be something to tell. */
  kick(): void {
    this.#isAsked = true;
    this.#wake();
    if (this.#isRunning || this.#isClosed) return;
    this.#isRunning = true;
    this.#run()
      .catch((cause: unknown) => this.#deps.log.error("the hub could not be told", { cause }))
      .finally(() => {
        this.#isRunning = false;
      });
  }

  /**
   * A wish was just superseded or given up. Its record goes up at once, before older ones that have
   * no answer yet: the hub may be about to call the number that it made of the wish. If nothing
   * comes of that, it goes with the others.
   */
  tellNow(wishId: string): void {
    const { book, log } = this.#deps;
    const record = this.#isLive() ? book.outbox.sealOf(wishId) : null;
    if (record !== null)
      this.#tellRecords([record], ONCE_MS).catch((cause: unknown) =>
        log.error("the hub could not be told", { cause }),
      );
    this.kick();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    while (!this.#isClosed && this.#isLive()) {
      this.#isAsked = false;
      const step = await this.#step();
      this.#deps.onProgress();
      if (step === "idle" && !this.#isAsked) return;
      if (step !== "idle" && step !== "more") await this.#pause(step.againMs);
    }
  }

  #isLive(): boolean {
    return this.#deps.hub.getState().connection === "live";
  }

  async #step(): Promise<Step> {
    const { book } = this.#deps;
    const records = book.outbox.seal(this.#batch);
    if (records.length > 0) return this.#tellRecords(records, GIVE_UP_MS);
    const [confirmation] = book.papers.untold(1);
    if (confirmation !== undefined) return this.#tellOutcome(confirmation);
    // A wish without an outcome may have a number at the hub: that one is not released yet.
    if (this.#doneOn === this.#connection || book.wishes.asked().length > 0) return "idle";
    return this.#tellDone();
  }

  async #tellRecords(records: readonly OfflineRecord[], giveUpMs: number): Promise<Step> {
    const { book, log } = this.#deps;
    const answer = await this.#sync(records, false, giveUpMs);
    if (!answer.ok) return this.#recordsRefused(records, answer.code);
    const results = answer.data.results.filter(({ id, code }) => this.#isFinal(id, code));
    for (const { id, code } of results)
      if (code !== "accepted")
        log.error("the hub refused a number of the kiosk's own", { id, code });
    book.outbox.settle(results);
    this.#batch = MAX_OFFLINE_RECORDS;
    return results.length > 0 ? "more" : { againMs: AGAIN_MS };
  }

  #recordsRefused(records: readonly OfflineRecord[], code: string): Step {
    const { book, log } = this.#deps;
    log.warn("the hub takes nothing now", { code, records: records.length });
    if (code !== "bad_request") return { againMs: code === "forbidden" ? MUCH_LATER_MS : AGAIN_MS };
    const [only] = records;
    if (records.length === 1 && only !== undefined) {
      log.error("the hub can't read a record of the kiosk", { id: only.id });
      book.outbox.settle([{ id: only.id, code: "bad_request" }]);
    }
    this.#batch = 1;
    return "more";
  }

  async #tellOutcome({ id, ticketId, outcome }: Confirmation): Promise<Step> {
    const { hub, book, log } = this.#deps;
    const payload = { ticketId, outcome };
    const answer = await hub.send("ticket:confirm-print", payload, { id, giveUpMs: GIVE_UP_MS });
    const code = answer.ok ? null : answer.code;
    if (code === "disconnected" || (code !== null && !this.#isFinal(id, code)))
      return { againMs: AGAIN_MS };
    if (code !== null) log.warn("an outcome was refused", { ticketId, outcome, code });
    book.papers.told(id, code);
    return book.papers.untold(1).length > 0 ? { againMs: PACE_MS } : "more";
  }

  /** A hub that stumbled over something may not the next time; over one that it always will, it does. */
  #isFinal(id: string, code: string): boolean {
    if (isUnanswered(code)) return false;
    if (code !== "internal") return true;
    const stumbles = (this.#stumbles.get(id) ?? 0) + 1;
    this.#stumbles.set(id, stumbles);
    return stumbles >= STUMBLES;
  }

  async #tellDone(): Promise<Step> {
    const connection = this.#connection;
    const answer = await this.#sync([], true, ONCE_MS);
    if (!answer.ok) return { againMs: answer.code === "forbidden" ? MUCH_LATER_MS : AGAIN_MS };
    this.#doneOn = connection;
    if (connection !== this.#connection) return "more";
    this.#deps.book.meta.setCutSince(null);
    this.#deps.book.prune(this.#deps.time.now());
    return "more";
  }

  #sync(
    records: readonly OfflineRecord[],
    isDone: boolean,
    giveUpMs: number,
  ): Promise<Answer<"kiosk:sync-offline">> {
    const { hub, book, time } = this.#deps;
    const since = Math.min(
      book.meta.cutSince() ?? Number.POSITIVE_INFINITY,
      book.outbox.waiting().firstAt ?? Number.POSITIVE_INFINITY,
      time.now(),
    );
    return hub.send("kiosk:sync-offline", { since, records, isDone }, { giveUpMs });
  }

  /** Waits, unless there is something new to tell. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
