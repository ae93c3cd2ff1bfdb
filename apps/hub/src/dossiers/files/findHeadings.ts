import type { Cells } from "./RawFile.ts";
import { HEADING_ROWS } from "./limits.ts";

/** Where the headings of a table are, and which of the wanted columns they name. */
export interface Headings {
  /** Index of their row in the table. */
  readonly index: number;
  /** What each column is called: by the mapping where it knows the heading, else as written. */
  readonly names: readonly string[];
  /** How many of the wanted columns are there. */
  readonly known: number;
}

/**
 * Finds the row of headings below the titles of a table: the one, among the first twenty, that names
 * most of the wanted columns. Case and spaces do not count, for people type headings.
 *
 * @param wanted names of columns a mapping reads
 * @returns the first row that has any text when none names a wanted column; `null` for a table
 *   without text
 */
export function findHeadings(rows: readonly Cells[], wanted: readonly string[]): Headings | null {
  const byKey = new Map(wanted.map((name) => [keyOf(name), name]));
  let best: Headings | null = null;
  for (const [index, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const headings = headingsOf(row, index, byKey);
    if (headings !== null && (best === null || headings.known > best.known)) best = headings;
  }
  return best;
}

function headingsOf(
  row: Cells,
  index: number,
  byKey: ReadonlyMap<string, string>,
): Headings | null {
  const texts = row.map((cell) => (typeof cell === "string" ? cell.normalize("NFC").trim() : ""));
  if (texts.every((text) => text === "")) return null;
  const names = texts.map((text) => byKey.get(keyOf(text)) ?? text);
  const known = new Set(names.filter((name) => byKey.get(keyOf(name)) === name)).size;
  return { index, names, known };
}

/** A heading as it is compared: composed, in small letters, each space one. */
export function keyOf(heading: string): string {
  return heading.normalize("NFC").trim().replaceAll(/\s+/gu, " ").toLowerCase();
}
