import type { StatusQuestion } from "../printerProfiles.ts";
import type { OfflineCause, PrinterState, PrinterStatus } from "../TicketPrinter.ts";
import type { AutomaticStatus } from "./printerReplies.ts";

/** Answers to `DLE EOT` 1 to 4; `null` where the printer kept silent or was not asked. */
export interface StatusAnswers {
  readonly printer: number | null;
  readonly offlineCause: number | null;
  readonly error: number | null;
  readonly paper: number | null;
}

/** `failed` when the link did not take the question. */
export type StatusAnswer = number | null | "failed";

const OFFLINE_BIT = 0x08;
/** The link did not take a question, or there is none. */
export const UNREACHABLE: PrinterStatus = { state: "offline", cause: "unreachable" };
const has = (byte: number | null, bits: number): boolean => ((byte ?? 0) & bits) !== 0;
const plain = (state: PrinterState): PrinterStatus => ({ state, cause: null });

/**
 * What a printer's answers mean. An open cover comes first: it often trips the paper sensor too.
 * Silence about the cause is no fault: many clones answer only 1 and 4. Pure.
 */
export function statusFromAnswers(answers: StatusAnswers): PrinterStatus {
  const { printer, paper, offlineCause, error } = answers;
  if (printer === null && paper === null) return plain("unknown");
  if (has(offlineCause, 0x04)) return plain("cover_open");
  if (has(offlineCause, 0x20) || has(paper, 0x60)) return plain("paper_out");
  if (has(printer, OFFLINE_BIT)) return { state: "offline", cause: causeFromError(error) };
  return plain(has(paper, 0x0c) ? "paper_low" : "ready");
}

function causeFromError(error: number | null): OfflineCause {
  if (has(error, 0x08)) return "cutter_jam";
  if (has(error, 0x20)) return "unrecoverable";
  return has(error, 0x40) ? "recovers_itself" : "unnamed";
}

/** What an unasked status means; the same order of causes. Pure. */
export function statusFromAutomatic(status: AutomaticStatus): PrinterStatus {
  if (status.isCoverOpen) return plain("cover_open");
  if (status.isPaperOut) return plain("paper_out");
  if (status.hasCutterError) return { state: "offline", cause: "cutter_jam" };
  if (status.isOffline) return { state: "offline", cause: "unnamed" };
  return plain(status.isPaperLow ? "paper_low" : "ready");
}

/**
 * Asks a printer how it is: 1 and 4, and only when it is offline with paper in it 2 and 3. What the
 * model does not answer is not asked.
 *
 * @param ask one question; its answer is that question's, or `null` when none came in time
 */
export async function askStatus(
  known: readonly StatusQuestion[],
  ask: (n: StatusQuestion) => Promise<StatusAnswer>,
): Promise<PrinterStatus> {
  const printer = await ask(1);
  if (printer === "failed") return UNREACHABLE;
  const paper = printer === null ? null : await ask(4);
  if (paper === "failed") return UNREACHABLE;
  const isOffline = has(printer, OFFLINE_BIT);
  const offlineCause = isOffline && known.includes(2) ? await ask(2) : null;
  if (offlineCause === "failed") return UNREACHABLE;
  const answers = { printer, paper, offlineCause, error: null };
  const status = statusFromAnswers(answers);
  if (status.state !== "offline" || !known.includes(3)) return status;
  // Who kept silent on 2 is a clone: another second of waiting would bring nothing.
  if (known.includes(2) && offlineCause === null) return status;
  const error = await ask(3);
  return error === "failed" ? UNREACHABLE : statusFromAnswers({ ...answers, error });
}
