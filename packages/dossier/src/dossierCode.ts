import { type AgencyForm, parseAgencyId } from "./agencyId.ts";
import { normaliseCode } from "./cleanScan.ts";

/** A dossier's code, taken apart. `tail` is opaque: its six digits mean different things. */
export interface DossierCode {
  /** Upper-case, plain hyphens, e.g. `H56.29-250401-0003`. */
  readonly code: string;
  /** The agency that handles the dossier. It may be of another province. */
  readonly agency: string;
  readonly agencyForm: AgencyForm;
  /** ISO date. */
  readonly received: string;
  readonly tail: string;
}

/** The largest QR code holds less; more is not read. */
const MAX_CHARACTERS = 4_096;
/** One-stop codes of this form began with 2018 (NĐ 61/2018/NĐ-CP). */
const FIRST_YEAR = 18;
const CODE =
  /(?<![0-9A-Z.])((?:\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})|(?:[A-Y]\d{2}(?:\.[0-9A-Z]{1,5}){0,6}))-(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-(\d{4,9})(?!\d)/g;
const PAYMENT = "000201";

/**
 * Finds the first dossier code in scanned or typed text, also inside an address or other fields
 * (TT 03/2025/TT-VPCP Đ.13, TT 04/2025/TT-VPCP Đ.23). A payment code may name a dossier and is none.
 *
 * @returns `null` when there is none; a date in the future is for the caller to judge
 */
export function parseDossierCode(text: string): DossierCode | null {
  if (text.length > MAX_CHARACTERS) return null;
  const clean = normaliseCode(text);
  if (clean.startsWith(PAYMENT)) return null;
  for (const match of clean.matchAll(CODE)) {
    const [, agency = "", year = "", month = "", day = "", tail = ""] = match;
    const agencyForm = parseAgencyId(agency);
    const isDated = Number(year) >= FIRST_YEAR && isDay(2_000 + Number(year), Number(month), day);
    if (agencyForm === null || !isDated) continue;
    const received = `20${year}-${month}-${day}`;
    const code = `${agency}-${year}${month}${day}-${tail}`;
    return { code, agency, agencyForm, received, tail };
  }
  return null;
}

/** Whether a day of that number is in that month. */
function isDay(year: number, month: number, day: string): boolean {
  return new Date(Date.UTC(year, month - 1, Number(day))).getUTCMonth() === month - 1;
}
