import { CsvError, parse } from "csv-parse/sync";
import { ok, type Result } from "@luot/kit";
import { type FileFault, type FileFaultReason, fileFault } from "./FileFault.ts";
import { findHeadings } from "./findHeadings.ts";
import { HEADING_ROWS, MAX_ROWS } from "./limits.ts";
import type { RawFile } from "./RawFile.ts";
import { tableOf } from "./tableOf.ts";

const DELIMITERS = [",", ";", "\t"] as const;
/** Of one record, characters: more is a quote that was never closed. */
const MAX_RECORD = 100_000;

/**
 * Reads a table of separated values: comma, semicolon or tab, whichever gives most of the wanted
 * columns; quotes as RFC 4180 has them. A row with too few cells is half a row, and the file broken.
 *
 * @param text composed text without a byte order mark
 * @param wanted names of columns a mapping reads
 */
export function decodeCsv(text: string, wanted: readonly string[]): Result<RawFile, FileFault> {
  if (text.trim() === "") return fileFault("empty");
  const rows = parseCsv(text, delimiterOf(text, wanted), MAX_ROWS + HEADING_ROWS + 1);
  if (!rows.ok) return rows;
  return tableOf(rows.value, wanted, {
    format: "csv",
    isEndOpen: !/[\r\n]$/u.test(text),
    hasEvenRows: true,
  });
}

function delimiterOf(text: string, wanted: readonly string[]): string {
  let best = { delimiter: ",", score: -1 };
  for (const delimiter of DELIMITERS) {
    const rows = parseCsv(text, delimiter, HEADING_ROWS);
    const headings = rows.ok ? findHeadings(rows.value, wanted) : null;
    // Without a wanted column the one that makes most columns is meant.
    const score = headings === null ? 0 : headings.known * 1_000 + headings.names.length;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function parseCsv(
  text: string,
  delimiter: string,
  most: number,
): Result<readonly (readonly string[])[], FileFault> {
  try {
    return ok(
      parse(text, {
        delimiter,
        // Titles above the headings have fewer cells; what is below is looked at row by row.
        relax_column_count: true,
        skip_empty_lines: false,
        max_record_size: MAX_RECORD,
        trim: true,
        to: most,
      }),
    );
  } catch (cause) {
    if (cause instanceof CsvError) return faultOf(cause);
    throw cause;
  }
}

/** Faults of a text. The library's own message quotes the line, which names people. */
const FAULTS: Readonly<Record<string, FileFaultReason>> = {
  CSV_QUOTE_NOT_CLOSED: "truncated",
  CSV_MAX_RECORD_SIZE: "quotes",
  CSV_INVALID_CLOSING_QUOTE: "quotes",
  INVALID_OPENING_QUOTE: "quotes",
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: "quotes",
};

function faultOf(cause: CsvError): ReturnType<typeof fileFault> {
  const reason = FAULTS[cause.code];
  // What is left are wrong options: a bug of ours.
  if (reason === undefined) throw cause;
  const line = cause["lines"];
  return fileFault(reason, typeof line === "number" ? { row: line } : {});
}
