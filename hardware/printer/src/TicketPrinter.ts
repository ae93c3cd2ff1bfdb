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

/** Why a printer is `offline`, as far as it said; only for the log and the technician. */
export type OfflineCause =
  /** No link, or it broke. */
  | "unreachable"
  /** Something else answers there, such as a web server. */
  | "not_a_printer"
  /** The knife is stuck: clear it, then `recover`. */
  | "cutter_jam"
  /** A hot print head or the like; it mends itself. */
  | "recovers_itself"
  /** Only switching it off and on may help. */
  | "unrecoverable"
  /** It does not print and named no reason that we know. */
  | "unnamed";

/** What the printer last said of itself, with the cause that a state alone does not tell. */
export interface PrinterStatus {
  readonly state: PrinterState;
  /** `null` in every state but `offline`. */
  readonly cause: OfflineCause | null;
}

/** A printer of tickets, whatever its make and cable. */
export interface TicketPrinter {
  /** Prints after the jobs asked for before it. Never rejects for a fault of the printer. */
  print(job: PrintJob): Promise<PrintOutcome>;
  /** Asks the printer how it is, after the jobs asked for before. */
  status(): Promise<PrinterState>;
  /** As {@link status}, with the cause where the printer is offline. */
  statusWithCause(): Promise<PrinterStatus>;
  /**
   * Has the printer go on after an error that was mended by hand (`DLE ENQ 1`), after the jobs
   * before. What it holds it prints from the line on at which it stopped.
   */
  recover(): Promise<void>;
  /** Has the printer forget what it holds unprinted (`DLE ENQ 2`), after the jobs before. */
  clearBuffer(): Promise<void>;
  /**
   * Calls back with the id of a job whose outcome was `unknown` and which the printer confirms after
   * all, e.g. when its paper was changed. @returns the stop function
   */
  onLateConfirmation(listener: (jobId: string) => void): () => void;
  /** Calls back when the state changes from what it was before. @returns the stop function */
  onState(listener: (state: PrinterState) => void): () => void;
  /** Waits for what was asked, then lets the link go. Jobs after that are `not_sent`. */
  close(): Promise<void>;
}
