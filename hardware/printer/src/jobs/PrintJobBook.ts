/** One paper of a ticket. */
export interface Paper {
  readonly ticketId: string;
  /** 0 for the first paper, 1 and more for copies. */
  readonly copy: number;
}

/**
 * - `queued`: no byte was written; printing it is safe.
 * - `sending`: from right before the first byte until the outcome is known.
 * - `confirmed`: the printer said that it is out.
 * - `unknown`: bytes were written and no word came. Never sent again by itself.
 * - `failed`: given up without a byte on paper.
 */
export type PrintJobState = "queued" | "sending" | "confirmed" | "unknown" | "failed";

/** What is known of each paper, on disk. */
export interface PrintJobBook {
  /** @returns `null` for a paper that was never asked for */
  stateOf(paper: Paper): PrintJobState | null;
  /** Durable when it returns. @param atMs epoch ms */
  set(paper: Paper, state: PrintJobState, atMs: number): void;
  /** Papers that stand at `queued` or `sending`, the oldest first. */
  unfinished(): readonly Paper[];
}
