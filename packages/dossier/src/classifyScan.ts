import { type AgeClass, ageClassOfCard } from "./citizenCard.ts";
import { withoutAim } from "./cleanScan.ts";
import { type DossierCode, parseDossierCode } from "./dossierCode.ts";
import { parseVietQr } from "./vietQr.ts";
import { vietnamTomorrow } from "./vietnamDay.ts";

/** What somebody held before the scanner. */
export type ScanKind =
  | {
      readonly kind: "dossier";
      readonly dossier: DossierCode;
      /** Its date is later than tomorrow: "Mã hồ sơ không hợp lệ". */
      readonly isFromFuture: boolean;
    }
  /** The token on one of our tickets; the hub says whether it is real. */
  | { readonly kind: "ticket"; readonly token: string }
  /** Nothing of the card but the age class left it. */
  | { readonly kind: "citizen_card"; readonly ageClass: AgeClass }
  /** `isValid`: a whole VietQR whose check sum is right. It is never paid here, only named. */
  | { readonly kind: "payment"; readonly isValid: boolean }
  /** The six digits of a device that wants to be paired. */
  | { readonly kind: "pairing"; readonly code: string }
  | { readonly kind: "unknown" };

/** No code that means anything here is longer. */
const MAX_CHARACTERS = 1_024;
const UNKNOWN: ScanKind = { kind: "unknown" };
/** As the hub writes it: base32 of id and signature, alone or at the end of the page's address. */
const TOKEN = /^(?:https?:\/\/[^/\s]{1,253}\/(?:p\/|phone\/\?t=))?([A-Z2-7]{42})$/i;
/** Six digits alone may be anything, so the code of a new device carries its name. */
const PAIRING = /^LUOT-PAIR:(\d{6})$/i;

/**
 * Says what a scanned text is. Pure and total: any text has a kind, and what a hostile code holds
 * goes no further than the fields above.
 *
 * @param text clean text of a scanner, with or without its AIM identifier
 * @param now epoch ms
 */
export function classifyScan(text: string, now: number): ScanKind {
  if (text.length > MAX_CHARACTERS) return UNKNOWN;
  const clean = withoutAim(text);
  if (clean.startsWith("000201")) return { kind: "payment", isValid: parseVietQr(clean) !== null };
  const token = TOKEN.exec(clean)?.[1];
  if (token !== undefined) return { kind: "ticket", token: token.toUpperCase() };
  const code = PAIRING.exec(clean)?.[1];
  if (code !== undefined) return { kind: "pairing", code };
  const dossier = parseDossierCode(clean);
  // Before the card: a receipt may name its holder's number among six fields, a card has no code.
  if (dossier !== null)
    return { kind: "dossier", dossier, isFromFuture: dossier.received > vietnamTomorrow(now) };
  const ageClass = ageClassOfCard(clean, now);
  return ageClass === null ? UNKNOWN : { kind: "citizen_card", ageClass };
}
