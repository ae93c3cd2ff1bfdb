import { Buffer } from "node:buffer";
import { invariant, type Logger } from "@luot/kit";
import { type ByteTransport, TransportError } from "./ByteTransport.ts";
import { isProse } from "./escpos/isProse.ts";
import { createReplyDecoder, type PrinterReply } from "./escpos/printerReplies.ts";
import {
  askStatus,
  type StatusAnswer,
  statusFromAutomatic,
  UNREACHABLE,
} from "./escpos/printerState.ts";
import type { PrinterProfile, StatusQuestion } from "./printerProfiles.ts";
import type {
  PrinterState,
  PrinterStatus,
  PrintJob,
  PrintOutcome,
  TicketPrinter,
} from "./TicketPrinter.ts";

export interface EscPosPrinterOptions {
  readonly profile: PrinterProfile;
  /** How long a printer may take to answer a status question; 1,000 is ample on a LAN. */
  readonly statusTimeoutMs: number;
  /** How long a printer may be silent after it should be done, at its slowest; 10,000 is ample. */
  readonly completionTimeoutMs: number;
  readonly log: Logger;
}

type Ask =
  | { readonly kind: "answered"; readonly reply: PrinterReply }
  | { readonly kind: "silent" }
  /** It said in the middle of a job that it does not print: paper, cover or cutter. */
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly hasWritten: boolean };

const ASK_STATUS = (n: StatusQuestion): Uint8Array => Uint8Array.of(0x10, 0x04, n);
const ASK_SENSOR = Uint8Array.of(0x1d, 0x72, 1);
const ASK_PROCESS_ID = Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30);
const RECOVER = Uint8Array.of(0x10, 0x05, 1);
/** How long a link may take to say that it is none. */
const GRACE_MS = 50;
const NOT_A_PRINTER: PrinterStatus = { state: "offline", cause: "not_a_printer" };
const CLEAR_BUFFER = Uint8Array.of(0x10, 0x05, 2);
const isOffline = (reply: PrinterReply): boolean =>
  reply.kind === "status" && (reply.byte & 0x08) !== 0;
const isStatus = (reply: PrinterReply): boolean => reply.kind === "status";
const JOB_ID = /^[\x20-\x7e]{4}$/;

/**
 * Prints tickets one at a time, in the order asked. A failed ticket never blocks the next, and
 * nothing is sent again once a byte of it was written: a printer keeps its buffer while paper is
 * out and prints it after reloading, so a second sending would be a second paper.
 *
 * Completion, by profile: `gs-r` asks the paper sensor in order behind the cut (`GS r 1`),
 * `process-id` asks `GS ( H` first, and either answer confirms; with `none`, or on a
 * one-way cable, the outcome of a job that was written is `unknown`.
 */
export class EscPosPrinter implements TicketPrinter {
  readonly #transport: ByteTransport;
  readonly #options: EscPosPrinterOptions;
  readonly #decoder = createReplyDecoder();
  readonly #stateListeners = new Set<(state: PrinterState) => void>();
  readonly #stopData: () => void;
  #onReply: (reply: PrinterReply) => void = () => undefined;
  #tail: Promise<unknown> = Promise.resolve();
  #status: PrinterStatus = { state: "unknown", cause: null };
  /** Jobs whose sensor answer may still come, in order; the answers carry no id of their own. */
  #owed: string[] = [];
  readonly #lateListeners = new Set<(jobId: string) => void>();
  #jobInHand: string | null = null;
  /** Something spoke in words: a web server, say. */
  #isForeign = false;
  /** The last fault of the link, until the printer is heard again. */
  #complaint: string | null = null;
  #isClosed = false;

  constructor(transport: ByteTransport, options: EscPosPrinterOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#stopData = transport.onData((bytes) => this.#receive(bytes));
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    invariant(JOB_ID.test(job.id), "a job id has four printable ASCII characters");
    if (this.#isClosed) return Promise.resolve("not_sent");
    const outcome = this.#next(() => this.#print(job));
    // Whoever asked has the outcome at once; the next job starts when the cause is known.
    this.#next(async () => {
      if ((await outcome) === "unknown") await this.#askStatus();
    }).catch(() => undefined); // a bug: logged by #next and thrown to whoever asked
    return outcome;
  }

  async status(): Promise<PrinterState> {
    return (await this.statusWithCause()).state;
  }

  statusWithCause(): Promise<PrinterStatus> {
    if (this.#isClosed) return Promise.resolve(UNREACHABLE);
    return this.#next(() => this.#askStatus());
  }

  recover(): Promise<void> {
    return this.#order(RECOVER, "the printer was not told to go on");
  }

  clearBuffer(): Promise<void> {
    return this.#order(CLEAR_BUFFER, "the buffer was not cleared");
  }

  onLateConfirmation(listener: (jobId: string) => void): () => void {
    this.#lateListeners.add(listener);
    return () => void this.#lateListeners.delete(listener);
  }

  onState(listener: (state: PrinterState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => void this.#stateListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#tail;
    this.#stopData();
    await this.#transport.close();
  }

  /** Runs a step after all earlier ones. Steps handle their own faults: a throw is a bug. */
  #next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(step);
    this.#tail = result.catch((cause: unknown) =>
      this.#options.log.error("printer step failed", { cause }),
    );
    return result;
  }

  /** A command that nothing answers. On a one-way cable it would be a job of its own. */
  async #order(command: Uint8Array, complaint: string): Promise<void> {
    if (this.#isClosed || this.#transport.isOneWay) return;
    const sent = await this.#next(() => this.#send(command, this.#options.statusTimeoutMs));
    if (sent.kind === "failed") this.#options.log.warn(complaint, {});
  }

  async #print(job: PrintJob): Promise<PrintOutcome> {
    if (!(await this.#takesJobs())) return "not_sent";
    job.beforeFirstByte();
    this.#jobInHand = job.id;
    const asked = await this.#sendJob(job).finally(() => (this.#jobInHand = null));
    if (asked.kind === "answered") return "confirmed";
    if (this.#transport.isOneWay)
      this.#setStatus(asked.kind === "failed" ? UNREACHABLE : { state: "unknown", cause: null });
    const outcome = asked.kind === "failed" && !asked.hasWritten ? "not_sent" : "unknown";
    this.#options.log.warn("ticket not confirmed", { job: job.id, outcome, why: asked.kind });
    return outcome;
  }

  #sendJob(job: PrintJob): Promise<Ask> {
    const cannotTell = this.#transport.isOneWay || this.#options.profile.completion === "none";
    return cannotTell ? this.#send(job.bytes, this.#jobTimeoutMs(job)) : this.#askDone(job);
  }

  /** Whoever cannot be asked is tried: the spooler keeps a job until its printer is back. */
  async #takesJobs(): Promise<boolean> {
    if (this.#transport.isOneWay) return true;
    const { state } = await this.#askStatus();
    return state === "ready" || state === "paper_low";
  }

  /** A printer on a slow cable is not a silent one: it gets the time that the job takes there. */
  #jobTimeoutMs({ bytes }: PrintJob): number {
    const { profile, completionTimeoutMs } = this.#options;
    return completionTimeoutMs + bytes.length * profile.slowestMsPerByte;
  }

  /**
   * Sends a job and asks for a word in order behind it: the process id, which names the job, where
   * the model knows it, and the paper sensor, whose answer has no id. What an earlier job is owed
   * must be in before this one asks.
   */
  async #askDone(job: PrintJob): Promise<Ask> {
    await this.#collectOwedAnswers();
    this.#owed.push(job.id);
    const id = Uint8Array.from(job.id, (character) => character.codePointAt(0) ?? 0);
    const hasId = this.#options.profile.completion === "process-id";
    const parts = [job.bytes, ...(hasId ? [ASK_PROCESS_ID, id] : []), ASK_SENSOR];
    const isDone = (reply: PrinterReply): boolean =>
      reply.kind === "sensor" || (reply.kind === "process-id" && reply.id === job.id);
    const asked = await this.#askWhilePrinting(
      Buffer.concat(parts),
      this.#jobTimeoutMs(job),
      isDone,
    );
    if (asked.kind === "failed") this.#owed = [];
    return asked;
  }

  /** A printer that is ready tells soon, or its answer was lost with an earlier link. */
  async #collectOwedAnswers(): Promise<void> {
    if (this.#owed.length === 0) return;
    const collected = Promise.withResolvers<void>();
    const timer = setTimeout(collected.resolve, this.#options.statusTimeoutMs);
    this.#onReply = () => {
      if (this.#owed.length === 0) collected.resolve();
    };
    await collected.promise;
    clearTimeout(timer);
    this.#onReply = () => undefined;
    this.#owed = [];
  }

  async #askStatus(): Promise<PrinterStatus> {
    if (this.#transport.isOneWay) return this.#status;
    const { statusQuestions } = this.#options.profile;
    const status = await askStatus(statusQuestions, (n) => this.#askByte(n));
    const isForeign = this.#isForeign;
    this.#isForeign = false;
    return this.#setStatus(isForeign ? NOT_A_PRINTER : status);
  }

  /** @returns the status byte, or `null` when none came in time */
  async #askByte(n: StatusQuestion): Promise<StatusAnswer> {
    const asked = await this.#ask(ASK_STATUS(n), this.#options.statusTimeoutMs, isStatus);
    if (asked.kind === "failed") return "failed";
    if (asked.kind === "answered") return asked.reply.kind === "status" ? asked.reply.byte : null;
    // A late answer looks like the answer to the next question: it goes down with the link.
    await this.#dropLink();
    return null;
  }

  async #dropLink(): Promise<void> {
    this.#decoder.reset();
    this.#owed = [];
    await this.#transport.close();
  }

  /** Sends bytes and waits for the reply that answers them. */
  async #ask(
    bytes: Uint8Array,
    timeoutMs: number,
    isAnswer: (reply: PrinterReply) => boolean,
  ): Promise<Ask> {
    const answered = Promise.withResolvers<Ask>();
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
   * As {@link #ask}, and asks meanwhile whether the printer still prints: one whose paper ran out says
   * so in real time, and nobody need wait for a word that cannot come. Silence ends nothing: behind a
   * slow cable the question waits as well.
   */
  async #askWhilePrinting(
    bytes: Uint8Array,
    timeoutMs: number,
    isDone: (reply: PrinterReply) => boolean,
  ): Promise<Ask> {
    const answered = Promise.withResolvers<Ask>();
    let questions = 0;
    let silence: NodeJS.Timeout | undefined;
    this.#onReply = (reply) => {
      if (isStatus(reply) && questions > 0) {
        questions--;
        // It has the whole job: what is left is the printing, which no slow cable delays.
        silence ??= setTimeout(
          () => answered.resolve({ kind: "silent" }),
          this.#options.completionTimeoutMs,
        );
      }
      if (isDone(reply)) answered.resolve({ kind: "answered", reply });
      else if (isOffline(reply)) answered.resolve({ kind: "stopped" });
    };
    const release = this.#transport.hold();
    const writing = this.#write(bytes, timeoutMs, answered.resolve);
    let turn: Promise<unknown> = writing.done;
    const watch = setInterval(() => {
      turn = turn.then(() => {
        if (questions > 0) return undefined; // the last one is not answered yet
        questions++;
        return this.#send(ASK_STATUS(1), this.#options.statusTimeoutMs);
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
    if (!isDone()) await this.#dropLink();
  }

  /** Sends bytes that nothing will answer. */
  async #send(bytes: Uint8Array, timeoutMs: number): Promise<Ask> {
    const settled = Promise.withResolvers<Ask>();
    const writing = this.#write(bytes, timeoutMs, settled.resolve);
    void writing.done.then(() => settled.resolve({ kind: "silent" }));
    const sent = await settled.promise;
    writing.stop();
    return sent;
  }

  /** The timer decides, and not the transport: a wedged one may ignore the signal. */
  #write(
    bytes: Uint8Array,
    timeoutMs: number,
    giveUp: (why: Ask) => void,
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

  #failure(cause: unknown): Ask {
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
      this.#noteLate(reply);
      if (reply.kind === "automatic-status") this.#setStatus(statusFromAutomatic(reply.status));
      this.#onReply(reply);
    }
  }

  /** A word about a job that is not in hand any more: its paper came out after all. */
  #noteLate(reply: PrinterReply): void {
    const named = reply.kind === "process-id" ? reply.id : null;
    const jobId = reply.kind === "sensor" ? (this.#owed.shift() ?? null) : named;
    if (jobId === null || jobId === this.#jobInHand) return;
    for (const listener of this.#lateListeners) listener(jobId);
  }

  #setStatus(status: PrinterStatus): PrinterStatus {
    const before = this.#status;
    this.#status = status;
    const { state, cause } = status;
    if (cause !== null && cause !== before.cause)
      this.#options.log.warn("printer offline", { cause });
    if (state !== before.state) for (const listener of this.#stateListeners) listener(state);
    return status;
  }
}
