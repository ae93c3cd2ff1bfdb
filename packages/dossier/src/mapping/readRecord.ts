import { err, type Result } from "@luot/kit";
import type { DossierRecord } from "../Dossier.ts";
import type { FieldFault, Mapping, ReadContext } from "./Mapping.ts";

/** Reads records of one source. */
export type RecordReader = (raw: unknown) => Result<DossierRecord, readonly FieldFault[]>;

/**
 * Prepares a mapping once for many records.
 *
 * @returns a function that makes a dossier of one raw record, or says all that is wrong with it;
 *   never with a value of it
 */
export function createRecordReader(mapping: Mapping, context: ReadContext): RecordReader {
  return (raw) => readRecord(raw, mapping, context);
}

/** Reads one record: for a sample. Many are read faster by `createRecordReader`. */
export function readRecord(
  _raw: unknown,
  _mapping: Mapping,
  _context: ReadContext,
): Result<DossierRecord, readonly FieldFault[]> {
  return err([{ field: "record", path: "", reason: "not_an_object" }]);
}
