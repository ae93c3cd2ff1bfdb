import { normaliseCode } from "./cleanScan.ts";

/** A procedure's code, taken apart. */
export interface ProcedureCode {
  /** Upper-case, as it is kept. */
  readonly code: string;
  /** The first 8 characters, by which codes are compared: `1.001193`. */
  readonly national: string;
  /** What a province added: `H56`, `000.00.00.H13`; `null` for a national code. */
  readonly local: string | null;
}

const CODE = /^([1-9]\.\d{6})(?:\.((?:000\.00\.00\.)?[A-Y]\d{2}))?$/;
const LONGEST = 40;

/**
 * Reads a procedure's code, e.g. `1.001193`, `1.001193.H56` or `1.001677.000.00.00.H13`
 *. Local codes of other forms exist, so a catalogue keeps what is none as text.
 *
 * @returns `null` when it is none
 */
export function parseProcedureCode(text: string): ProcedureCode | null {
  if (text.length > LONGEST) return null;
  const match = CODE.exec(normaliseCode(text));
  if (match === null) return null;
  const [code, national = "", local = null] = match;
  return { code, national, local };
}

/** Whether two codes name the same procedure: the first 8 characters count, or else the whole text. */
export function isSameProcedure(a: string, b: string): boolean {
  const [first, second] = [parseProcedureCode(a), parseProcedureCode(b)];
  if (first === null || second === null) return normaliseCode(a) === normaliseCode(b);
  return first.national === second.national;
}
