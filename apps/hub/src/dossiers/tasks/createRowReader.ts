import { createRecordReader, type Mapping, type ReadContext } from "@luot/dossier";
import type { RegisterRow } from "@luot/store";
import type { RawRow } from "../files/RawFile.ts";

/** Prepares a mapping for the rows of a source: each becomes a dossier, or its faults. */
export function createRowReader(
  mapping: Mapping,
  { now, extraCodes }: ReadContext,
): (raw: RawRow) => RegisterRow {
  const read = createRecordReader(mapping, { now, extraCodes });
  return ({ row, raw }) => {
    const record = read(raw);
    return record.ok ? { row, record: record.value } : { row, faults: record.error };
  };
}
