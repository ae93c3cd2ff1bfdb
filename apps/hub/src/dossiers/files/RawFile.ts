/** One record of a file, before it is mapped. */
export interface RawRow {
  /** As the file counts, 1 first: what a spreadsheet shows at its left. */
  readonly row: number;
  readonly raw: unknown;
}

/** A file whose form is understood; what its records mean is the mapping's. */
export interface RawFile {
  readonly format: "xlsx" | "csv" | "json";
  /** Headings as the file has them; empty for records that are not a table. */
  readonly columns: readonly string[];
  /** Name the file gives to its own form, e.g. `DongBoHoSoMC`. */
  readonly service: string | null;
  readonly count: number;
  /** Made anew at each call, one record at a time, so that a large table is not kept twice. */
  readonly rows: () => Iterable<RawRow>;
  /** Whether its last line has no end: its last record may be half of one. */
  readonly isEndOpen: boolean;
}

/** Cells of a table as its file has them. */
export type Cells = readonly unknown[];
