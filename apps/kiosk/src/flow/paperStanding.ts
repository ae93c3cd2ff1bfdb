import type { PaperNews, PrinterState } from "@luot/contract";

/** How the paper of a number stands, as the person in front of the kiosk needs to know it. */
export type PaperStanding =
  /** The printer could not print: the number is on the screen only. */
  | { readonly kind: "paperless"; readonly printer: PrinterState | null }
  /** On its way; `copy` counts from 1 for a paper that was asked for again. */
  | { readonly kind: "printing"; readonly copy: number }
  | { readonly kind: "printed" }
  /** `failed`: nothing came out. `unknown`: nobody can say whether it did. */
  | { readonly kind: "failed" | "unknown"; readonly copy: number };

const CANNOT_PRINT: ReadonlySet<PrinterState> = new Set(["paper_out", "cover_open", "offline"]);

/** Whether a printer is worth sending a paper to. A printer that says nothing may well print. */
export function canPrint(printer: PrinterState | null): boolean {
  return printer !== null && !CANNOT_PRINT.has(printer);
}

/** The standing after news of the hub; news of an older paper changes nothing. */
export function afterNews(
  standing: PaperStanding,
  { copy, outcome }: Pick<PaperNews, "copy" | "outcome">,
): PaperStanding {
  if (!("copy" in standing) || copy < standing.copy) return standing;
  return outcome === "confirmed" ? { kind: "printed" } : { kind: outcome, copy };
}

/** Whether somebody may ask for the paper again here: once, and not while it is on its way. */
export function mayAskAgain(standing: PaperStanding): boolean {
  return (standing.kind === "failed" || standing.kind === "unknown") && standing.copy === 0;
}

/** Whether the number has to be read from the screen, so that it stays there longer. */
export function isOnScreenOnly({ kind }: PaperStanding): boolean {
  return kind === "paperless" || kind === "failed" || kind === "unknown";
}
