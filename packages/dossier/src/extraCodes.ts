import { normaliseCode } from "./cleanScan.ts";
import { parseDossierCode } from "./dossierCode.ts";

/** No code of any system known is longer. */
const MAX_CODE_CHARACTERS = 64;
/** What people leave out or mistake for each other. Blanks and other dashes are gone by then. */
const SEPARATORS: ReadonlySet<string> = new Set("-./,");
const IDENTITY = /^(?:\d{9}|\d{12})$/;

/** One spelling of a code of another system: capitals, plain hyphens, no blanks. */
export function normaliseExtra(text: string): string {
  return normaliseCode(text.slice(0, 4 * MAX_CODE_CHARACTERS)).replace(/\s/g, "");
}

/**
 * Whether a code, spelt by `normaliseExtra`, is of one of a centre's patterns: `#` stands for a
 * digit, `@` for a letter A to Z, all else for itself.
 */
export function matchesExtra(code: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(code, pattern));
}

function matches(code: string, pattern: string): boolean {
  if (code.length !== pattern.length || code.length > MAX_CODE_CHARACTERS) return false;
  for (let at = 0; at < code.length; at++) {
    const wanted = pattern.charAt(at);
    const got = code.charAt(at);
    const fits = wanted === "#" ? isDigit(got) : wanted === "@" ? isLetter(got) : got === wanted;
    if (!fits) return false;
  }
  return true;
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function isLetter(character: string): boolean {
  return character >= "A" && character <= "Z";
}

/**
 * The code somebody scanned or typed: a dossier code anywhere in the text, else the whole text as a
 * code of one of the centre's patterns. Its hyphens may be missing, or be blanks, dots or strokes, as
 * long as one reading fits; a number as long as an identity card's is then read as none.
 *
 * @returns in the spelling that registers keep; `null` when there is none
 */
export function readCode(text: string, patterns: readonly string[]): string | null {
  const known = parseDossierCode(text);
  if (known !== null) return known.code;
  const extra = normaliseExtra(text);
  return matchesExtra(extra, patterns) ? extra : separated(extra, patterns);
}

/** The one code that differs from a text in its separators only; `null` for none or several. */
function separated(extra: string, patterns: readonly string[]): string | null {
  const bare = withoutSeparators(extra);
  if (bare.length > MAX_CODE_CHARACTERS || IDENTITY.test(bare)) return null;
  const fitting = patterns.filter((pattern) => matches(bare, withoutSeparators(pattern)));
  const [only, ...others] = new Set(fitting.map((pattern) => spelt(bare, pattern)));
  return others.length === 0 ? (only ?? null) : null;
}

/** A bare code with the separators of its pattern. */
function spelt(bare: string, pattern: string): string {
  let at = 0;
  return Array.from(pattern, (wanted) =>
    SEPARATORS.has(wanted) ? wanted : bare.charAt(at++),
  ).join("");
}

function withoutSeparators(text: string): string {
  return Array.from(text)
    .filter((character) => !SEPARATORS.has(character))
    .join("");
}
