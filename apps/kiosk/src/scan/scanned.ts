import type { LinkScan } from "@luot/contract";
import { classifyScan } from "@luot/dossier";

/** What somebody held before the scanner, as far as this kiosk has a word about it. */
export type Scanned = "dossier" | "ticket" | "unknown";

/**
 * What a scan is to somebody at the kiosk. Nothing of the code itself is kept: a citizen's card is
 * as unknown as anything else. Pure.
 */
export function scannedAs({ text, at }: LinkScan): Scanned {
  const { kind } = classifyScan(text, at);
  return kind === "dossier" || kind === "ticket" ? kind : "unknown";
}
