import { Buffer } from "node:buffer";
import { invariant, type Logger } from "@luot/kit";
import type { ByteTransport } from "./ByteTransport.ts";
import type { PrinterReply } from "./escpos/printerReplies.ts";
import {
  askStatus,
  type StatusAnswer,
  statusFromAutomatic,
  UNREACHABLE,
} from "./escpos/printerState.ts";
import { type Asked, PrinterLine, statusQuestion } from "./PrinterLine.ts";
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

const ASK_SENSOR = Uint8Array.of(0x1d, 0x72, 1);
const ASK_PROCESS_ID = Uint8Array.of(0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30);
const RECOVER = Uint8Array.of(0x10, 0x05, 1);
const NOT_A_PRINTER: PrinterStatus = { state: "offline", cause: "not_a_printer" };
const CLEAR_BUFFER = Uint8Array.of(0x10, 0x05, 2);
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
  readonly #line: PrinterLine;
  readonly #stateListeners = new Set<(state: PrinterState) => void>();
  #tail: Promise<unknown> = Promise.resolve();
  #status: PrinterStatus = { state: "unknown", cause: null };
  /** Jobs whose sensor answer may still come, in order; the answers carry no id of their own. */
  #owed: string[] = [];
  readonly #lateListeners = new Set<(jobId: string) => void>();
  #jobInHand: string | null = null;
  #isClosed = false;

  constructor(transport: ByteTransport, options: EscPosPrinterOptions) {
    this.#transport = transport;
    this.#options = options;
    const { statusTimeoutMs, log } = options;
    const onReply = (reply: PrinterReply): void => this.#noteReply(reply);
    this.#line = new PrinterLine(transport, { statusTimeoutMs, onReply, log });
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
    await this.#line.close();
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
    const sent = await this.#next(() => this.#line.send(command, this.#options.statusTimeoutMs));
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

  #sendJob(job: PrintJob): Promise<Asked> {
    const cannotTell = this.#transport.isOneWay || this.#options.profile.completion === "none";
    return cannotTell ? this.#line.send(job.bytes, this.#jobTimeoutMs(job)) : this.#askDone(job);
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
  async #askDone(job: PrintJob): Promise<Asked> {
    await this.#collectOwedAnswers();
    this.#owed.push(job.id);
    const id = Uint8Array.from(job.id, (character) => character.codePointAt(0) ?? 0);
    const hasId = this.#options.profile.completion === "process-id";
    const parts = [job.bytes, ...(hasId ? [ASK_PROCESS_ID, id] : []), ASK_SENSOR];
    const isDone = (reply: PrinterReply): boolean =>
      reply.kind === "sensor" || (reply.kind === "process-id" && reply.id === job.id);
    const { completionTimeoutMs } = this.#options;
    const limits = { timeoutMs: this.#jobTimeoutMs(job), completionTimeoutMs };
    const asked = await this.#line.askWhilePrinting(Buffer.concat(parts), limits, isDone);
    if (asked.kind === "failed") this.#owed = [];
    return asked;
  }

  /** A printer that is ready tells soon, or its answer was lost with an earlier link. */
  async #collectOwedAnswers(): Promise<void> {
    await this.#line.listenUntil(() => this.#owed.length === 0);
    this.#owed = [];
  }

  async #askStatus(): Promise<PrinterStatus> {
    if (this.#transport.isOneWay) return this.#status;
    const { statusQuestions } = this.#options.profile;
    const status = await askStatus(statusQuestions, (n) => this.#askByte(n));
    return this.#setStatus(this.#line.takeForeign() ? NOT_A_PRINTER : status);
  }

  /** @returns the status byte, or `null` when none came in time */
  async #askByte(n: StatusQuestion): Promise<StatusAnswer> {
    const asked = await this.#line.ask(statusQuestion(n), this.#options.statusTimeoutMs, isStatus);
    if (asked.kind === "failed") return "failed";
    if (asked.kind === "answered") return asked.reply.kind === "status" ? asked.reply.byte : null;
    // A late answer looks like the answer to the next question: it goes down with the link.
    this.#owed = [];
    await this.#line.drop();
    return null;
  }

  #noteReply(reply: PrinterReply): void {
    this.#noteLate(reply);
    if (reply.kind === "automatic-status") this.#setStatus(statusFromAutomatic(reply.status));
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
