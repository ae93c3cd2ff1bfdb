import writeXlsxFile from "write-excel-file/node";
import type { HoSo } from "./HoSo.ts";
import { BOOK_HEADINGS, bookRowsOf } from "./writeDossiers.ts";

/** The register book as a spreadsheet; times are text, as people type them. */
export function bookXlsxOf(dossiers: Iterable<HoSo>): Promise<Buffer> {
  return writeXlsxFile([[...BOOK_HEADINGS], ...bookRowsOf(dossiers)]).toBuffer();
}
