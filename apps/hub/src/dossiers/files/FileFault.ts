/** Why a whole file was not taken. Screens have the words for each. */
export const FILE_FAULTS = [
  "too_large",
  "unpacked_too_large",
  "too_many_rows",
  "empty",
  "xls_not_supported",
  "not_a_spreadsheet",
  "encoding",
  "not_text",
  "truncated",
  "quotes",
  "row_length",
  "json_broken",
  "no_list",
  "wrong_columns",
  "too_many_refused",
] as const;
export type FileFaultReason = (typeof FILE_FAULTS)[number];

/** What is wrong with a file as a whole, and where. Never a value of the file: it may be a name. */
export interface FileFault {
  readonly reason: FileFaultReason;
  /** As the file counts, 1 first; `null` when it is about all of it. */
  readonly row: number | null;
  /** Name of the column or field it is about. */
  readonly field: string | null;
}

/** A fault of a file; without a place it is about all of it. */
export function fileFault(
  reason: FileFaultReason,
  place: { readonly row?: number; readonly field?: string } = {},
): { readonly ok: false; readonly error: FileFault } {
  return { ok: false, error: { reason, row: place.row ?? null, field: place.field ?? null } };
}
