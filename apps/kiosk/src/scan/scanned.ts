import type { LinkScan } from "@luot/contract";
import { classifyScan } from "@luot/dossier";

/** What somebody held before the scanner, as far as this kiosk does something with it. */
export type Scanned =
  /** What the hub may be asked about. */
  | { readonly what: "code"; readonly text: string }
  | { readonly what: "ticket" }
  | { readonly what: "unknown" };

/** Letters, digits and what stands between them: a code. No address, no list of fields, no sentence. */
const CODE = /^[A-Z0-9][A-Z0-9./_ -]{2,62}[A-Z0-9]$/;
/** As long as the number of an identity card, the old one or the new one. */
const IDENTITY = /^(?:\d{9}|\d{12})$/;
const UNKNOWN: Scanned = { what: "unknown" };

/**
 * What a scan is to somebody at the kiosk. Of a receipt only the code goes on, and what may be a
 * citizen's number goes nowhere, unless the centre has codes that are just as long. Pure.
 *
 * @param extraCodes the centre's own patterns, `#` for a digit and `@` for a letter
 */
export function scannedAs({ text, at }: LinkScan, extraCodes: readonly string[]): Scanned {
  const said = classifyScan(text, at);
  if (said.kind === "dossier") return { what: "code", text: said.dossier.code };
  if (said.kind === "ticket") return { what: "ticket" };
  if (said.kind !== "unknown") return UNKNOWN;
  const clean = text.trim().normalize("NFKC").toUpperCase();
  if (!CODE.test(clean)) return UNKNOWN;
  if (IDENTITY.test(clean) && !extraCodes.includes("#".repeat(clean.length))) return UNKNOWN;
  return { what: "code", text: clean };
}
