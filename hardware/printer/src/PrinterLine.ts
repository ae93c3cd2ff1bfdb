import type { Logger } from "@luot/kit";
import { type ByteTransport, TransportError } from "./ByteTransport.ts";
import { isProse } from "./escpos/isProse.ts";
import { createReplyDecoder, type PrinterReply } from "./escpos/printerReplies.ts";
import type { StatusQuestion } from "./printerProfiles.ts";

/** What came of something that was sent. */
export type Asked =
  | { readonly kind: "answered"; readonly reply: PrinterReply }
  | { readonly kind: "silent" }
  /** It said in the middle of a job that it does not print: paper, cover or cutter. */
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly hasWritten: boolean };

export interface PrinterLineOptions {
  /** How long a printer may take to answer a status question, ms. */
  readonly statusTimeoutMs: number;
  /** Told of every reply before whoever asked is. */
  readonly onReply: (reply: PrinterReply) => void;
  readonly log: Logger;
}

/** How long a link may take to say that it is none. */
const GRACE_MS = 50;
const isStatus = (reply: PrinterReply): boolean => reply.kind === "status";
const isOffline = (reply: PrinterReply): boolean =>
  reply.kind === "status" && (reply.byte & 0x08) !== 0;

/** `DLE EOT n`, answered in real time. */
export function statusQuestion(n: StatusQuestion): Uint8Array {
  return Uint8Array.of(0x10, 0x04, n);
}

/**
 * The talk with a printer: one thing is sent at a time, and its answer waited for. Faults of the
 * printer or its cable are outcomes; it never rejects for them.
 */
export class PrinterLine {
  readonly #transport: ByteTransport;
  readonly #options: PrinterLineOptions;
  readonly #decoder = createReplyDecoder();
  readonly #stopData: () => void;
  #onReply: (reply: PrinterReply) => void = () => undefined;
  /** Something spoke in words: a web server, say. */
  #isForeign = false;
  /** The last fault of the link, until the printer is heard again. */
  #complaint: string | null = null;

  constructor(transport: ByteTransport, options: PrinterLineOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#stopData = transport.onData((bytes) => this.#receive(bytes));
  }

  /** Whether something that is no printer was heard since this was last asked. */
  takeForeign(): boolean {
    const isForeign = this.#isForeign;
    this.#isForeign = false;
    return isForeign;
  }

  /** Sends bytes and waits for the reply that answers them. */
  async ask(
    bytes: Uint8Array,
    timeoutMs: number,
    isAnswer: (reply: PrinterReply) => boolean,
  ): Promise<Asked> {
    const answered = Promise.withResolvers<Asked>();
    this.#onReply = (reply) => {
      if (isAnswer(reply)) answered.resolve({ kind: "answered", reply });
    };
    const release = this.#transport.hold();
    const writing = this.#write(bytes, timeoutMs, answered.resolve);
    const asked = await answered.promise;
    release();
    this.#onReply = () => undefined;
    writing.stop();
    return asked;
  }

  /**
   * As {@link ask}, and asks meanwhile whether the printer still prints: one whose paper ran out says
   * so in real time, and nobody need wait for a word that cannot come. Silence ends nothing: behind a
   * slow cable the question waits as well.
   */
  async askWhilePrinting(
    bytes: Uint8Array,
    limits: { readonly timeoutMs: number; readonly completionTimeoutMs: number },
    isDone: (reply: PrinterReply) => boolean,
  ): Promise<Asked> {
    const answered = Promise.withResolvers<Asked>();
    let questions = 0;
    let silence: NodeJS.Timeout | undefined;
    this.#onReply = (reply) => {
      if (isStatus(reply) && questions > 0) {
        questions--;
        // It has the whole job: what is left is the printing, which no slow cable delays.
        silence ??= setTimeout(
          () => answered.resolve({ kind: "silent" }),
          limits.completionTimeoutMs,
        );
      }
      if (isDone(reply)) answered.resolve({ kind: "answered", reply });
      else if (isOffline(reply)) answered.resolve({ kind: "stopped" });
    };
    const release = this.#transport.hold();
    const writing = this.#write(bytes, limits.timeoutMs, answered.resolve);
    let turn: Promise<unknown> = writing.done;
    const watch = setInterval(() => {
      turn = turn.then(() => {
        if (questions > 0) return undefined; // the last one is not answered yet
        questions++;
        return this.send(statusQuestion(1), this.#options.statusTimeoutMs);
      });
    }, this.#options.statusTimeoutMs);
    const asked = await answered.promise;
    release();
    clearInterval(watch);
    clearTimeout(silence);
    writing.stop();
    if (asked.kind === "failed" || asked.kind === "silent") this.#onReply = () => undefined;
    else {
      await turn;
      await this.#collectAnswers(() => questions === 0);
    }
    return asked;
  }

  /** Waits for answers to status questions: a late one would pass for the next question's. */
  async #collectAnswers(isDone: () => boolean): Promise<void> {
    const giveUpAt = performance.now() + this.#options.statusTimeoutMs;
    while (!isDone() && performance.now() < giveUpAt)
      await new Promise((resolve) => setTimeout(resolve, 5));
    this.#onReply = () => undefined;
    if (!isDone()) await this.drop();
  }

  /** Sends bytes that nothing will answer. */
  async send(bytes: Uint8Array, timeoutMs: number): Promise<Asked> {
    const settled = Promise.withResolvers<Asked>();
    const writing = this.#write(bytes, timeoutMs, settled.resolve);
    void writing.done.then(() => settled.resolve({ kind: "silent" }));
    const sent = await settled.promise;
    writing.stop();
    return sent;
  }

  /** Listens until `isOver`, or as long as a status answer may take. */
  async listenUntil(isOver: () => boolean): Promise<void> {
    if (isOver()) return;
    const over = Promise.withResolvers<void>();
    const timer = setTimeout(over.resolve, this.#options.statusTimeoutMs);
    this.#onReply = () => {
      if (isOver()) over.resolve();
    };
    await over.promise;
    clearTimeout(timer);
    this.#onReply = () => undefined;
  }

  /** Gives the link up, and with it all that is still on its way. */
  async drop(): Promise<void> {
    this.#decoder.reset();
    await this.#transport.close();
  }

  /** Ends the talk for good. */
  async close(): Promise<void> {
    this.#stopData();
    await this.#transport.close();
  }

  /** The timer decides, and not the transport: a wedged one may ignore the signal. */
  #write(
    bytes: Uint8Array,
    timeoutMs: number,
    giveUp: (why: Asked) => void,
  ): { readonly done: Promise<void>; readonly stop: () => void } {
    const abort = new AbortController();
    let grace: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => {
      abort.abort();
      // A link that was still being opened says now that there is none; silence says nothing.
      grace = setTimeout(() => giveUp({ kind: "silent" }), GRACE_MS);
    }, timeoutMs);
    const done = this.#transport
      .write(bytes, abort.signal)
      .catch((cause: unknown) => giveUp(this.#failure(cause)));
    const stop = (): void => {
      clearTimeout(timer);
      clearTimeout(grace);
    };
    return { done, stop };
  }

  #failure(cause: unknown): Asked {
    const hasWritten = !(cause instanceof TransportError) || cause.hasWritten;
    const complaint = cause instanceof Error ? cause.message : String(cause);
    // A printer that stays away is asked every few seconds: once said is enough.
    if (complaint !== this.#complaint)
      this.#options.log.warn("printer link failed", { hasWritten, cause });
    this.#complaint = complaint;
    return { kind: "failed", hasWritten };
  }

  #receive(bytes: Uint8Array): void {
    this.#complaint = null;
    if (isProse(bytes)) {
      this.#isForeign = true;
      return;
    }
    for (const reply of this.#decoder.push(bytes)) {
      this.#options.onReply(reply);
      this.#onReply(reply);
    }
  }
}
