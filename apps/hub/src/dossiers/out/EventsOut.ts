import type { Event } from "@luot/domain";
import type { Logger } from "@luot/kit";
import type { Journal } from "@luot/store";
import { z } from "zod";
import { nextDelayMs } from "../pull/nextDelay.ts";
import type { Later } from "../pull/PullJob.ts";
import { createTranslator, type TranslatorDeps } from "./createTranslator.ts";
import type { OutMessage } from "./OutMessage.ts";
import type { OutFault, OutSink } from "./OutSink.ts";

/** Where small facts are kept: the hub's own. */
interface KeyKeeper {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
}

/** What telling others works with. */
export interface EventsOutDeps extends TranslatorDeps {
  readonly journal: Pick<Journal, "eventsAfter" | "lastSeq">;
  /** Where it is noted how far was told. */
  readonly keeper: KeyKeeper;
  readonly sink: OutSink;
  readonly later: Later;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Told after each delivery; `null`: all is well. */
  readonly onTurn: (fault: OutFault | null, failures: number) => void;
  readonly log: Logger;
}

const KEPT_AS = "dossier_out_cursor";
const EVENTS_AT_A_TIME = 100;
/** So far the note may lie behind facts that say nothing of dossiers: they are read again. */
const NOTE_EVERY = 1_000;

const CursorSchema = z.object({
  /** The last fact that was told. */
  seq: z.number().int().nonnegative(),
  /** The fact before the day it is of: from there numbers are remembered anew. */
  daySeq: z.number().int().nonnegative(),
});
type Cursor = z.infer<typeof CursorSchema>;

/**
 * Tells somebody else what happened to numbers that were taken for a dossier: at least once, in
 * order, from where it was before a restart. New ones begin with what happens from then on.
 */
export class EventsOut {
  readonly #deps: EventsOutDeps;
  readonly #translator: ReturnType<typeof createTranslator>;
  #cursor: Cursor;
  #noted: number;
  #isReady = false;
  #isClosed = false;
  #failures = 0;
  #pump: Promise<void> | null = null;
  #callOff: (() => void) | null = null;
  /** Read and not yet delivered. */
  #waiting: { readonly messages: readonly OutMessage[]; readonly cursor: Cursor } | null = null;

  constructor(deps: EventsOutDeps) {
    this.#deps = deps;
    this.#translator = createTranslator(deps);
    const kept = deps.keeper.read(KEPT_AS);
    const { lastSeq } = deps.journal;
    const last = { seq: lastSeq, daySeq: lastSeq };
    const cursor = kept === null ? last : CursorSchema.parse(JSON.parse(kept));
    // A journal that was put back to an older one has not told what is beyond it.
    this.#cursor = cursor.seq > lastSeq ? last : cursor;
    this.#noted = this.#cursor.seq;
    if (kept === null) this.#note();
  }

  /** There may be something to tell. While a delivery is being waited for with, nothing is sent. */
  poke(): void {
    if (this.#isClosed || this.#pump !== null || this.#callOff !== null) return;
    this.#pump = this.#turn();
  }

  /** Ends after the delivery in hand. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#callOff?.();
    await this.#pump;
  }

  async #turn(): Promise<void> {
    let isWell = true;
    try {
      await this.#run();
    } catch (cause) {
      // The next fact tries again.
      isWell = false;
      this.#deps.log.error("telling of dossiers", { cause });
    }
    this.#pump = null;
    // Something may have come just as the last look was over.
    const isBehind = this.#cursor.seq < this.#deps.journal.lastSeq;
    if (isWell && isBehind) setImmediate(() => this.poke());
  }

  async #run(): Promise<void> {
    if (!this.#isReady) await this.#remember();
    this.#isReady = true;
    while (!this.#isClosed) {
      this.#waiting ??= this.#next();
      if (this.#waiting === null) return;
      const { messages, cursor } = this.#waiting;
      if (messages.length > 0 && !(await this.#deliver(messages))) return;
      this.#waiting = null;
      this.#cursor = cursor;
      if (messages.length > 0 || cursor.seq - this.#noted >= NOTE_EVERY) this.#note();
    }
  }

  /** Reads the facts of the day up to where was told, so that later ones are understood. */
  async #remember(): Promise<void> {
    for (let seq = this.#cursor.daySeq; seq < this.#cursor.seq; ) {
      const limit = Math.min(EVENTS_AT_A_TIME, this.#cursor.seq - seq);
      const events = this.#deps.journal.eventsAfter(seq, limit);
      for (const event of events) this.#translator.messagesOf(event);
      const last = events.at(-1)?.seq;
      if (last === undefined) return;
      seq = last;
      // A long day is read while the hub goes on with its work.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #next(): { readonly messages: readonly OutMessage[]; readonly cursor: Cursor } | null {
    const events = this.#deps.journal.eventsAfter(this.#cursor.seq, EVENTS_AT_A_TIME);
    const seq = events.at(-1)?.seq;
    if (seq === undefined) return null;
    const messages = events.flatMap((event) => this.#translator.messagesOf(event));
    return { messages, cursor: { seq, daySeq: daySeqOf(events) ?? this.#cursor.daySeq } };
  }

  async #deliver(messages: readonly OutMessage[]): Promise<boolean> {
    const sent = await this.#deps.sink.send(messages);
    if (this.#isClosed && !sent.ok) return false;
    this.#failures = sent.ok ? 0 : this.#failures + 1;
    const fault = sent.ok ? null : sent.error;
    this.#deps.onTurn(fault, this.#failures);
    if (fault === null) return true;
    const { reason, retryAfterMs } = fault;
    this.#deps.log.warn("news of dossiers did not arrive", { reason, failures: this.#failures });
    const random = this.#deps.random();
    const delayMs = nextDelayMs({ failures: this.#failures, retryAfterMs, everyMs: 0, random });
    this.#callOff = this.#deps.later(delayMs, () => {
      this.#callOff = null;
      this.poke();
    });
    return false;
  }

  #note(): void {
    this.#deps.keeper.write(KEPT_AS, JSON.stringify(this.#cursor));
    this.#noted = this.#cursor.seq;
  }
}

function daySeqOf(events: readonly Event[]): number | null {
  const opened = events.findLast(({ type }) => type === "day-opened");
  return opened === undefined ? null : opened.seq - 1;
}
