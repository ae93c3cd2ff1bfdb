import { classifyScan, parseDossierCode, readCode } from "@luot/dossier";
import type { CentreSettings } from "@luot/hub-client";

/** What a typed text is so far. */
export type Typed =
  /** Too little to ask about. */
  | { readonly kind: "short" }
  | {
      readonly kind: "code";
      readonly code: string;
      /** ISO date. */
      readonly received: string;
      readonly isFromFuture: boolean;
    }
  /** No code of the national form; a code of the centre's own, spelt as it is, or anything else. */
  | { readonly kind: "other"; readonly text: string }
  /** As long as the number of an identity card: it is asked nobody. */
  | { readonly kind: "identity" };

/** What the reading depends on. */
export interface ReadBy {
  /** Identifiers of agencies, of both forms, without which an undotted code is not sure. */
  readonly agencyCodes: readonly string[];
  readonly extraCodes: readonly string[];
  /** Epoch ms of the hub's clock. */
  readonly now: number;
}

const FEWEST = 4;
const OLD_UNDOTTED = /^(\d{3})(\d{2})(\d{2})([A-Y]\d{2})(\d{6})(\d{4,9})$/;
const DATE_AND_TAIL = /^(\d{6})(\d{4,9})$/;
const IDENTITY = /^(?:\d{9}|\d{12})$/;

/**
 * Reads a code as people type it: small letters, dots or blanks for hyphens, or none of them, and
 * the letter O for a nought. What may be read in two ways is not guessed. Pure.
 *
 * @example readTyped("h5629 250401 0003", by) // the code H56.29-250401-0003 where H56.29 is known
 */
export function readTyped(text: string, by: ReadBy): Typed {
  const clean = text.trim().normalize("NFKC").toUpperCase();
  const code = codeOf(clean, by.agencyCodes) ?? codeOf(withNoughts(clean), by.agencyCodes);
  if (code !== null)
    return { kind: "code", ...code, isFromFuture: isFromFuture(code.code, by.now) };
  const own = readCode(clean, by.extraCodes) ?? readCode(withNoughts(clean), by.extraCodes);
  if (own !== null) return { kind: "other", text: own };
  if (IDENTITY.test(clean) && !by.extraCodes.includes("#".repeat(clean.length)))
    return { kind: "identity" };
  return clean.length < FEWEST ? { kind: "short" } : { kind: "other", text: clean };
}

/** All identifiers of agencies that the settings know. */
export function agencyCodesOf({ agencies }: Pick<CentreSettings, "agencies">): readonly string[] {
  return agencies.flatMap(({ codes }) => codes ?? []);
}

interface Code {
  readonly code: string;
  readonly received: string;
}

function codeOf(text: string, agencyCodes: readonly string[]): Code | null {
  const asIs = parseDossierCode(text);
  if (asIs !== null) return asIs;
  const parts = text.split(/[^0-9A-Z]+/).filter(Boolean);
  const [date, tail] = parts.slice(-2);
  const dotted = parts.length < 3 ? null : parse(parts.slice(0, -2).join("."), date, tail);
  return dotted ?? undotted(parts.join(""), agencyCodes);
}

/** A text without dots: the old form has fixed lengths, the new one needs a known agency. */
function undotted(text: string, agencyCodes: readonly string[]): Code | null {
  const [, a, b, c, province, date, tail] = OLD_UNDOTTED.exec(text) ?? [];
  if (province !== undefined) return parse(`${a}.${b}.${c}.${province}`, date, tail);
  const readings = new Map<string, Code>();
  for (const agency of agencyCodes) {
    const start = agency.replaceAll(".", "");
    const [, day, rest] = DATE_AND_TAIL.exec(text.slice(start.length)) ?? [];
    const code = text.startsWith(start) ? parse(agency, day, rest) : null;
    if (code !== null) readings.set(code.code, code);
  }
  const [only, other] = readings.values();
  return only === undefined || other !== undefined ? null : only;
}

function parse(agency: string, date: string | undefined, tail: string | undefined): Code | null {
  const whole = `${agency}-${date}-${tail}`;
  const code = parseDossierCode(whole);
  return code?.code === whole ? code : null;
}

/** Nobody sees the difference between O and 0 on a receipt; no province has an O. */
function withNoughts(text: string): string {
  return text.replaceAll("O", "0");
}

function isFromFuture(code: string, now: number): boolean {
  const said = classifyScan(code, now);
  return said.kind === "dossier" && said.isFromFuture;
}
