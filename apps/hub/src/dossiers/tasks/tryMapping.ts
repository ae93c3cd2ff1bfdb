import {
  type DossierMapping,
  DossierMappingSchema,
  type MappingChoice,
  MappingChoiceSchema,
  type MappingTrialResult,
} from "@luot/contract";
import { checkMapping, createRecordReader, type DossierRecord, maskHolder } from "@luot/dossier";
import { err, ok, type Result } from "@luot/kit";
import { decodeFile } from "../files/decodeFile.ts";
import type { RawFile } from "../files/RawFile.ts";
import {
  chooseMapping,
  type ChosenMapping,
  columnsToLookFor,
  missingColumn,
} from "../mapping/chooseMapping.ts";
import type { RegisterConfig } from "../registerRules.ts";
import type { RegisterTasks } from "../RegisterWriter.ts";

const SHOWN_ROWS = 20;
const EMPTY: MappingTrialResult = {
  mappingFaults: [],
  fileFault: null,
  format: null,
  columns: [],
  count: 0,
  rows: [],
};
type MappingFaults = MappingTrialResult["mappingFaults"];

/**
 * Tries a mapping on a sample of a file and keeps nothing: the first rows as they would be taken,
 * with holders masked, or all that is wrong, each fault at its place in the mapping or the file.
 */
export async function tryMapping(
  { mapping, bytes, now }: RegisterTasks["try-mapping"]["input"],
  config: RegisterConfig,
): Promise<MappingTrialResult> {
  const choice = readMapping(mapping);
  if (!choice.ok) return { ...EMPTY, mappingFaults: choice.error };
  const decoded = await decodeFile(bytes, columnsToLookFor(choice.value));
  if (!decoded.ok) return { ...EMPTY, fileFault: decoded.error };
  const file = decoded.value;
  const known = { format: file.format, columns: file.columns.slice(0, 300), count: file.count };
  const chosen = chooseMapping(choice.value, file);
  const missing = chosen === null ? null : missingColumn(chosen.mapping, file);
  if (chosen === null || missing !== null)
    return {
      ...EMPTY,
      ...known,
      fileFault: { reason: "wrong_columns", row: null, field: missing },
    };
  return { ...EMPTY, ...known, rows: triedRows(file, chosen, now, config) };
}

/** A mapping that makes sense, by name or as a document; or its faults, each at its place. */
export function readMapping(mapping: unknown): Result<MappingChoice, MappingFaults> {
  if (typeof mapping === "string") {
    const named = MappingChoiceSchema.safeParse(mapping);
    return named.success
      ? ok(named.data)
      : err([{ path: "", reason: "unknown_mapping", message: "There is no such mapping." }]);
  }
  const own = DossierMappingSchema.safeParse(mapping);
  if (!own.success) return err(own.error.issues.map(shapeFault));
  const faults = faultsOf(own.data);
  return faults.length === 0 ? ok(own.data) : err(faults);
}

/** All that is wrong with the sense of a mapping of the centre's own. */
export function faultsOf(mapping: DossierMapping): MappingFaults {
  return checkMapping(mapping).map(({ path, reason, message }) => ({ path, reason, message }));
}

function shapeFault({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): MappingFaults[number] {
  return { path: pathText(path), reason: "wrong_shape", message };
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) =>
      typeof step === "number" ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`,
    )
    .join("");
}

function triedRows(
  file: RawFile,
  { mapping }: ChosenMapping,
  now: number,
  config: RegisterConfig,
): MappingTrialResult["rows"] {
  const read = createRecordReader(mapping, { now, extraCodes: config.extraCodes });
  const rows: MappingTrialResult["rows"][number][] = [];
  for (const { row, raw } of file.rows()) {
    if (rows.length === SHOWN_ROWS) break;
    const record = read(raw);
    rows.push(
      record.ok
        ? { row, record: shown(record.value, config), faults: [] }
        : { row, record: null, faults: record.error },
    );
  }
  return rows;
}

function shown(
  record: DossierRecord,
  { maskHolder: rule }: RegisterConfig,
): NonNullable<MappingTrialResult["rows"][number]["record"]> {
  const { holder, ...rest } = record;
  return { ...rest, holder: holder === null ? null : maskHolder(holder.name, rule) };
}
