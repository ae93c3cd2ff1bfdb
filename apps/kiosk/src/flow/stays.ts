import { isOnScreenOnly } from "./paperStanding.ts";
import type { Screen } from "./Screen.ts";

/** Somebody who does nothing for so long is asked, ms. */
export const ASK_AFTER_MS = 60_000;
/** So long the question stands before the kiosk starts again, ms. */
export const ANSWER_WITHIN_MS = 30_000;
/** The ticket stays so long, ms. */
export const TICKET_STAYS_MS = 12_000;
/** So long it stays without a paper, to be photographed, ms. */
export const PAPERLESS_STAYS_MS = 60_000;
/** What is said to a scan stays so long, ms. */
export const SCANNED_STAYS_MS = 30_000;
/** A dossier stays so long after the last touch, ms: nobody reads what somebody left behind. */
export const DOSSIER_STAYS_MS = 30_000;

/**
 * How long a screen stays without a touch before it is cleared without a question.
 *
 * @returns ms; `null` where somebody is asked first
 */
export function staysMs(screen: Screen): number | null {
  switch (screen.step) {
    case "ticket":
      return isOnScreenOnly(screen.paper) ? PAPERLESS_STAYS_MS : TICKET_STAYS_MS;
    case "dossier":
      return DOSSIER_STAYS_MS;
    case "scanned":
    case "unfound":
    case "lost":
      return SCANNED_STAYS_MS;
    default:
      return null;
  }
}

/** Whether the hub has been asked and the answer is on its way: it ends by itself. */
export function isUnderWay(screen: Screen): boolean {
  if (screen.step === "dossier") return screen.more.kind === "proving";
  return screen.step === "taking" || screen.step === "looking";
}
