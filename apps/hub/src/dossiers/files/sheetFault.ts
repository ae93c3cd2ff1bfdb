import { type FileFault, fileFault } from "./FileFault.ts";
import { HEADING_ROWS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";

/** A tag of a sheet has a few attributes, and its root a dozen namespaces. */
const MAX_TAG = 64 * 1024;
/** A cell has 32,767 letters at most. The reader begins a longer text again and again. */
const MAX_TEXT = 1024 * 1024;
const LAST_ROW = MAX_ROWS + HEADING_ROWS;
const EXCLAMATION = 33;
const LESS = 60;
const QUESTION = 63;
const GREATER = 62;
const DOUBLE = 34;
const SINGLE = 39;
/** What is no tag: how it begins, and how it ends. */
const SKIPPED = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
/** The place of a row or cell: letters for the column, a number for the row. */
const PLACE = /^([A-Za-z]{0,3})(\d{0,7})$/u;

/**
 * Looks through an XML part before the reader gets it, which fills up all that lies before a cell: one
 * cell in row 1,000,000,000 would take all memory. Any part may be a sheet, whatever its path.
 *
 * Every byte is looked at a bounded number of times. What the reader might take for other tags than
 * this does is a broken file: `<` within a tag, a quote or tag without an end, a tag of 64 KiB; and
 * so is a text or comment of 1 MiB.
 *
 * @returns `too_many_rows` for what lies beyond the bounds; `null` for a part that can be read
 */
export function sheetFault(part: Buffer): FileFault | null {
  // Tags are ASCII, and no byte of a longer letter of UTF-8 is.
  const xml = part.toString("latin1");
  let rows = 0;
  let end = 0;
  while (end < xml.length) {
    const begin = xml.indexOf("<", end);
    const textEnd = begin === -1 ? xml.length : begin;
    if (textEnd - end > MAX_TEXT) return fileFault("not_a_spreadsheet").error;
    if (begin === -1) return null;
    const skipped = skippedAt(xml, begin);
    const next = skipped ? endOfSkipped(xml, begin, skipped[1]) : endOfTag(xml, begin);
    if (next === null) return fileFault("not_a_spreadsheet").error;
    if (skipped === undefined) {
      const name = nameOf(xml, begin, next);
      if (name === "row") rows += 1;
      const isPlaced = name === "row" || name === "c";
      if (rows > LAST_ROW || (isPlaced && liesFarAway(xml.slice(begin, next))))
        return fileFault("too_many_rows").error;
    }
    end = next;
  }
  return null;
}

function skippedAt(xml: string, begin: number): (typeof SKIPPED)[number] | undefined {
  const mark = xml.charCodeAt(begin + 1);
  if (mark !== EXCLAMATION && mark !== QUESTION) return undefined;
  return SKIPPED.find(([opening]) => xml.startsWith(opening, begin));
}

/** Behind the `>` of the tag that begins there; `null` for a broken one. */
function endOfTag(xml: string, begin: number): number | null {
  const last = Math.min(xml.length, begin + MAX_TAG);
  let quote = 0;
  for (let at = begin + 1; at < last; at++) {
    const code = xml.charCodeAt(at);
    if (code === LESS) return null;
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at + 1;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  return null;
}

function endOfSkipped(xml: string, begin: number, ending: string): number | null {
  const at = xml.indexOf(ending, begin);
  return at === -1 || at - begin > MAX_TEXT ? null : at + ending.length;
}

/** The name of a tag without its prefix; "" for one that ends an element. */
function nameOf(xml: string, begin: number, end: number): string {
  let at = begin + 1;
  let first = at;
  for (; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (code === 58) first = at + 1;
    else if (code <= 32 || code === 47 || code === GREATER) break;
  }
  return xml.slice(first, at);
}

/**
 * Whether a row or cell says that it lies beyond the bounds, or says it in a way nobody does. Read
 * from quote to quote, each of which is known to have its end.
 */
function liesFarAway(tag: string): boolean {
  let after = 0;
  for (let at = 0; at < tag.length; at++) {
    const code = tag.charCodeAt(at);
    if (code !== DOUBLE && code !== SINGLE) continue;
    const end = tag.indexOf(code === DOUBLE ? '"' : "'", at + 1);
    if (isPlace(tag.slice(after, at)) && isFar(tag.slice(at + 1, end))) return true;
    at = end;
    after = end + 1;
  }
  return false;
}

/** Whether what stands before a value is the name of a place: `r=`, whatever its prefix. */
function isPlace(before: string): boolean {
  // As programs write it, and the other attributes of a cell: a large sheet has millions.
  if (before.endsWith(" r=")) return true;
  if (before === " s=" || before === " t=") return false;
  const [name = ""] = before.slice(0, before.lastIndexOf("=")).trimEnd().split(/\s/u).slice(-1);
  return name === "r" || (name.endsWith(":r") && name !== "xmlns:r");
}

function isFar(value: string): boolean {
  const place = PLACE.exec(value);
  if (place === null) return true;
  const [, letters = "", digits = ""] = place;
  return Number(digits) > LAST_ROW || columnOf(letters) > MAX_COLUMNS;
}

/** Number of a column: A is 1, AA 27. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
