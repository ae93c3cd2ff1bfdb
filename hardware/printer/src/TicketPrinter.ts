/** A job as the driver takes it. */
export interface PrintJob {
  /** Four printable ASCII characters, not used by another job of the last minute or so. */
  readonly id: string;
  /** What `encodeTicket` made. */
  readonly bytes: Uint8Array;
  /**
   * Called once the printer is known to take a job, right before its first byte: what must be kept
   * for good is kept here. When it throws, nothing is sent and `print` rejects.
   */
  readonly beforeFirstByte: () => void;
}

/**
 * - `confirmed`: the printer said this job left it.
 * - `not_sent`: nothing of the job was written; safe to try again.
 * - `unknown`: bytes were written and no answer came; never sent again by itself.
 */
export type PrintOutcome = "confirmed" | "not_sent" | "unknown";

/**
 * What the printer last said of itself. `offline`: it cannot be reached, or it said that it does
 * not print and named no reason that we know. `unknown`: it was reached and said nothing.
 */
export type PrinterState =
  | "ready"
  | "paper_low"
  | "paper_out"
  | "cover_open"
  | "offline"
  | "unknown";

/** A printer of tickets, whatever its make and cable. */
export interface TicketPrinter {
  /** Prints after the jobs asked for before it. Never rejects for a fault of the printer. */
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Asks the printer how it is, after the jobs asked for before. */
  status(): Promise<PrinterState>;
  /** Has the printer forget what it holds unprinted (`DLE ENQ 2`), after the jobs before. */
  clearBuffer(): Promise<void>;
  /** Calls back when the state changes from what it was before. @returns the stop function */
  onState(listener: (state: PrinterState) => void): () => void;
  /** Waits for what was asked, then lets the link go. Jobs after that are `not_sent`. */
  close(): Promise<void>;
}
