import type { PrinterState } from "../TicketPrinter.ts";
import type { AutomaticStatus } from "./printerReplies.ts";

/** Answers to `DLE EOT` 1, 4 and 2; `null` where the printer kept silent. */
export interface StatusAnswers {
  readonly printer: number | null;
  readonly paper: number | null;
  readonly offlineCause: number | null;
}

const has = (byte: number | null, bits: number): boolean => ((byte ?? 0) & bits) !== 0;

/**
 * What a printer's answers mean. An open cover comes first: it often trips the paper sensor too.
 * Silence about the cause is no fault: many clones answer only 1 and 4. Pure.
 */
export function stateFromAnswers({ printer, paper, offlineCause }: StatusAnswers): PrinterState {
  if (printer === null && paper === null) return "unknown";
  if (has(offlineCause, 0x04)) return "cover_open";
  if (has(offlineCause, 0x20) || has(paper, 0x60)) return "paper_out";
  if (has(printer, 0x08)) return "offline";
  return has(paper, 0x0c) ? "paper_low" : "ready";
}

/** What an unasked status means; the same order of causes. Pure. */
export function stateFromAutomaticStatus(status: AutomaticStatus): PrinterState {
  if (status.isCoverOpen) return "cover_open";
  if (status.isPaperOut) return "paper_out";
  if (status.isOffline || status.hasCutterError) return "offline";
  return status.isPaperLow ? "paper_low" : "ready";
}
