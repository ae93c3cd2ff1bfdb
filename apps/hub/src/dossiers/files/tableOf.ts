import { ok, type Result } from "@luot/kit";
import { type FileFault, fileFault } from "./FileFault.ts";
import { findHeadings, type Headings } from "./findHeadings.ts";
import { MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import type { Cells, RawFile, RawRow } from "./RawFile.ts";

/** What is the same for every table, wherever its cells came from. */
interface TableOptions {
  readonly format: "xlsx" | "csv";
  readonly isEndOpen: boolean;
  /** Whether a row that is shorter than the headings is a broken file. Spreadsheets pad them. */
  readonly hasEvenRows: boolean;
}

/**
 * Makes records of a table: one per row below the headings, by the names of its columns. Empty rows
 * are left out; a numbering row of the register book ("(1) (2) (3)…") is too.
 *
 * @param wanted names of the columns a mapping reads; they say which row has the headings
 */
export function tableOf(
  rows: readonly Cells[],
  wanted: readonly string[],
  options: TableOptions,
): Result<RawFile, FileFault> {
  const headings = findHeadings(rows, wanted);
  if (headings === null) return fileFault("empty");
  if (rows.length - headings.index - 1 > MAX_ROWS) return fileFault("too_many_rows");
  if (headings.names.length > MAX_COLUMNS) return fileFault("wrong_columns");
  const filled: number[] = [];
  for (let index = headings.index + 1; index < rows.length; index++) {
    const row = rows[index] ?? [];
    if (isEmpty(row) || isNumbering(row)) continue;
    if (options.hasEvenRows && !fits(row, headings.names.length))
      return fileFault("row_length", { row: index + 1 });
    filled.push(index);
  }
  return ok({
    format: options.format,
    columns: headings.names.filter((name) => name !== ""),
    service: null,
    count: filled.length,
    rows: () => recordsOf(rows, filled, headings),
    isEndOpen: options.isEndOpen,
  });
}

function* recordsOf(
  rows: readonly Cells[],
  filled: readonly number[],
  { names }: Headings,
): Iterable<RawRow> {
  for (const index of filled) yield { row: index + 1, raw: recordOf(rows[index] ?? [], names) };
}

function recordOf(cells: Cells, names: readonly string[]): Readonly<Record<string, unknown>> {
  // No prototype: a column may be called anything, `__proto__` too.
  const record = Object.create(null) as Record<string, unknown>;
  // The first of two columns with one name counts, as people read.
  for (const [column, name] of names.entries())
    if (name !== "" && !(name in record)) record[name] = cells[column] ?? null;
  return record;
}

function isEmpty(row: Cells): boolean {
  return row.every((cell) => cell === null || cell === undefined || cell === "");
}

const NUMBERING = /^\(?\d{1,2}\)?$/u;

/** The row below the headings of a book that numbers its columns: 1, 2, 3 … */
function isNumbering(row: Cells): boolean {
  return (
    row.length > 2 &&
    row.every((cell, i) => {
      const text = typeof cell === "number" ? String(cell) : cell;
      return (
        typeof text === "string" &&
        NUMBERING.test(text) &&
        Number(text.replaceAll(/[()]/gu, "")) === i + 1
      );
    })
  );
}

/** Empty cells at the end of a line are no fault: spreadsheets save them by the longest row. */
function fits(row: Cells, width: number): boolean {
  return row.length === width || (row.length > width && isEmpty(row.slice(width)));
}
