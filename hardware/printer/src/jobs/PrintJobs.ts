import type { Clock, Logger } from "@luot/kit";
import type { PrinterState, PrintOutcome } from "../TicketPrinter.ts";
import type { Paper, PrintJobBook } from "./PrintJobBook.ts";

/** What became of a paper in the end. */
export type PaperOutcome = "confirmed" | "unknown" | "failed";

export interface PrintJobsDeps {
  readonly book: PrintJobBook;
  /**
   * Draws and prints a paper. Calls `beforeFirstByte` once the printer takes the job; a rejection
   * is a bug, and the paper failed.
   */
  readonly print: (paper: Paper, beforeFirstByte: () => void) => Promise<PrintOutcome>;
  /** What the printer last said of itself. */
  readonly printerState: () => PrinterState;
  /** Makes the printer forget what it holds, so that a doubtful paper does not follow its copy. */
  readonly clearBuffer: () => Promise<void>;
  /** Whether somebody still waits for this paper; asked right before it is printed. */
  readonly isWanted: (paper: Paper) => boolean;
  /** Told each outcome after it is kept. A rejection is logged: the book has it. */
  readonly onOutcome: (paper: Paper, outcome: PaperOutcome) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Pause between tries of a paper of which no byte was written, ms. */
  readonly retryMs: number;
}

/** A printer that could not be reached this often is given up for this paper. */
const TRIES = 3;
/** A person has to come first: trying again in a moment changes nothing. */
const NEEDS_A_PERSON: ReadonlySet<PrinterState> = new Set(["paper_out", "cover_open"]);

/**
 * The papers of one printer, one at a time, each a small state machine that is kept on disk:
 * `queued → sending → confirmed | unknown | failed`. After a crash at any point no paper is sent a
 * second time by itself, and none is forgotten (I12): what was queued is printed, what was being
 * sent is `unknown` and somebody decides.
 */
export class PrintJobs {
  readonly #deps: PrintJobsDeps;
  #tail: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(deps: PrintJobsDeps) {
    this.#deps = deps;
  }

  /**
   * Settles what a stop interrupted, and prints what was never started. Called once at start.
   *
   * @param wanted papers that the owner has no outcome of, the oldest first
   */
  async recover(wanted: readonly Paper[]): Promise<void> {
    const told = new Set<string>();
    for (const paper of this.#deps.book.unfinished()) {
      if (this.#deps.book.stateOf(paper) === "queued") this.add(paper);
      else {
        told.add(keyOf(paper));
        await this.#finish(paper, "unknown");
      }
    }
    for (const paper of wanted) {
      const state = this.#deps.book.stateOf(paper);
      if (state === null || state === "queued") this.add(paper);
      // The outcome was kept, and the stop came before the owner was told.
      else if (state !== "sending" && !told.has(keyOf(paper))) await this.#tell(paper, state);
    }
  }

  /** Prints a paper after those asked for before. Asked twice, it is printed once. */
  add(paper: Paper): void {
    const { book, clock } = this.#deps;
    if (book.stateOf(paper) === null) book.set(paper, "queued", clock.now());
    this.#tail = this.#tail
      .then(() => this.#run(paper))
      .catch((cause: unknown) => this.#deps.log.error("a paper failed", { ...paper, cause }));
  }

  /** A printer found its voice again: a paper that was in doubt did come out. */
  async confirmLate(paper: Paper): Promise<void> {
    if (this.#deps.book.stateOf(paper) === "unknown") await this.#finish(paper, "confirmed");
  }

  /** Lets the paper in hand finish and starts no other; those are printed after the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#tail;
  }

  async #run(paper: Paper): Promise<void> {
    const { book, isWanted, clock } = this.#deps;
    if (this.#isClosed || book.stateOf(paper) !== "queued") return;
    if (!isWanted(paper)) return book.set(paper, "failed", clock.now());
    await this.#clearDoubt(paper);
    for (let tried = 1; ; tried++) {
      const outcome = await this.#print(paper);
      if (outcome !== "not_sent") return this.#finish(paper, outcome);
      if (tried === TRIES || NEEDS_A_PERSON.has(this.#deps.printerState()))
        return this.#finish(paper, "failed");
      await new Promise((resolve) => setTimeout(resolve, this.#deps.retryMs));
      if (this.#isClosed) return; // still queued: the next start prints it
    }
  }

  /** What the printer may still hold of the paper before would come out beside its copy. */
  async #clearDoubt({ ticketId, copy }: Paper): Promise<void> {
    if (copy === 0) return;
    if (this.#deps.book.stateOf({ ticketId, copy: copy - 1 }) === "unknown")
      await this.#deps.clearBuffer();
  }

  async #print(paper: Paper): Promise<PaperOutcome | "not_sent"> {
    const { book, clock, log } = this.#deps;
    const keep = (): void => book.set(paper, "sending", clock.now());
    try {
      const outcome = await this.#deps.print(paper, keep);
      if (outcome !== "not_sent") return outcome;
      log.warn("the printer took nothing", { ...paper, state: this.#deps.printerState() });
      if (book.stateOf(paper) === "sending") book.set(paper, "queued", clock.now());
      return "not_sent";
    } catch (cause) {
      log.error("a paper could not be printed", { ...paper, cause });
      return book.stateOf(paper) === "sending" ? "unknown" : "failed";
    }
  }

  async #finish(paper: Paper, outcome: PaperOutcome): Promise<void> {
    this.#deps.book.set(paper, outcome, this.#deps.clock.now());
    await this.#tell(paper, outcome);
  }

  async #tell(paper: Paper, outcome: PaperOutcome): Promise<void> {
    try {
      await this.#deps.onOutcome(paper, outcome);
    } catch (cause) {
      this.#deps.log.error("an outcome was not taken", { ...paper, outcome, cause });
    }
  }
}

function keyOf({ ticketId, copy }: Paper): string {
  return `${ticketId}/${copy}`;
}
