import type { MappingChoice } from "@luot/contract";
import { createRecordReader } from "@luot/dossier";
import { chooseMapping } from "../mapping/chooseMapping.ts";
import { isWithinBounds } from "./isWithinBounds.ts";
import type { PortRow } from "./RegisterPort.ts";

/** What records are read with. */
export interface RowContext {
  readonly mapping: MappingChoice;
  /** Epoch ms. */
  readonly at: number;
  readonly extraCodes: readonly string[];
  /** Number of the first record in its run. */
  readonly firstRow: number;
  /** How much the source's clock is ahead, ms: its versions are put right by it. */
  readonly clockAheadMs: number;
}

/** Stands for a record that is not looked into. */
const TOO_LARGE = Symbol("too large");

/** Makes dossiers of records as they were parsed from JSON; those that can't be read say why. */
export function readRows(
  raws: readonly unknown[],
  { mapping, at, extraCodes, firstRow, clockAheadMs }: RowContext,
): readonly PortRow[] {
  const records = raws.map((raw) => (isWithinBounds(raw) ? raw : TOO_LARGE));
  const chosen = chooseMapping(mapping, {
    format: "json",
    columns: [],
    service: null,
    count: records.length,
    rows: () => records.filter((raw) => raw !== TOO_LARGE).map((raw, i) => ({ row: i, raw })),
    isEndOpen: false,
  });
  const read = chosen === null ? null : createRecordReader(chosen.mapping, { now: at, extraCodes });
  return records.map((raw, i): PortRow => {
    const row = firstRow + i;
    if (raw === TOO_LARGE) return { row, faults: [{ field: "record", reason: "too_large" }] };
    const record = read?.(raw) ?? null;
    if (record === null) return { row, faults: [{ field: "code", reason: "missing" }] };
    if (!record.ok) return { row, faults: record.error };
    const { updatedAt } = record.value;
    if (updatedAt === null) return { row, record: record.value };
    // None is of the future: it would make all that is told until then older.
    const ours = Math.min(updatedAt - clockAheadMs, at);
    return { row, record: { ...record.value, updatedAt: ours } };
  });
}
