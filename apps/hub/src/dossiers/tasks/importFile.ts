import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { ImportReport } from "@luot/contract";
import { err, invariant, ok, type Result } from "@luot/kit";
import type { ApplyReport, DossierRegister, ImportRun, RegisterRow } from "@luot/store";
import { decodeFile } from "../files/decodeFile.ts";
import { type FileFault, fileFault } from "../files/FileFault.ts";
import { MAX_FILE_BYTES } from "../files/limits.ts";
import type { RawFile } from "../files/RawFile.ts";
import {
  chooseMapping,
  type ChosenMapping,
  columnsToLookFor,
  missingColumn,
} from "../mapping/chooseMapping.ts";
import type { RegisterConfig } from "../registerRules.ts";
import type { FileContent, ImportTask } from "../RegisterWriter.ts";
import { createRowReader } from "./createRowReader.ts";

/** What importing works with. */
export interface ImportTools {
  readonly register: DossierRegister;
  readonly config: RegisterConfig;
  readonly onProgress: (done: number, of: number) => void;
}

/** Above this share of refused rows the file is taken for another than it was meant to be. */
const MAX_REFUSED_SHARE = 0.2;
const PROGRESS_ROWS = 2_000;
/** As a time of freshness: the source is no fresher than it was. */
const NEVER = 0;
/** Of some weeks, where a file comes each day. */
const RUNS_LOOKED_AT = 200;
const MAX_REPORTED = 1_000;
const NOTHING: ApplyReport = {
  added: 0,
  changed: 0,
  same: 0,
  older: 0,
  expired: 0,
  refused: 0,
  refusals: [],
};

/**
 * Takes a file wholly or not at all: one that can't be read, or of which more than a fifth is
 * refused, changes nothing, and the report says where it is broken. A file that was taken before
 * with the same mapping is left as it is.
 *
 * @throws when the file can't be opened or the register can't be written; nothing is kept then
 */
export async function importFile(tools: ImportTools, task: ImportTask): Promise<ImportReport> {
  const bytes = await bytesOf(task.content);
  const fingerprint = bytes.ok ? fingerprintOf(bytes.value, task, tools.config) : null;
  const before = fingerprint === null ? null : tools.register.runDone(task.source, fingerprint);
  if (before !== null) return leaveAsItIs(tools, task, before);
  const { source, name, at } = task;
  const run = tools.register.beginRun({ source, name, fingerprint, at });
  try {
    return bytes.ok
      ? await takeFile(tools, task, run, bytes.value)
      : refuse(tools, task, run, { fault: bytes.error });
  } catch (cause) {
    endFailed(tools.register, run, at, cause);
    throw cause;
  }
}

/**
 * The very file was taken before. Nothing is read again; but when nothing else of its source came
 * since, it says that all still is as it was, and so the data is as fresh as the file.
 */
function leaveAsItIs({ register }: ImportTools, task: ImportTask, before: ImportRun): ImportReport {
  const { source, name, at, asOf } = task;
  if (register.newestDone(source)?.fingerprint !== before.fingerprint)
    return reportOf(task, before.id, { outcome: "unchanged" });
  const { fingerprint } = before;
  const run = register.beginRun({ source, name, fingerprint, at });
  register.endRun(run, { outcome: "done", reason: null, at, asOf: Math.min(at, asOf) });
  return reportOf(task, run, { outcome: "unchanged" });
}

function endFailed(register: DossierRegister, run: number, at: number, cause: unknown): void {
  try {
    register.endRun(run, { outcome: "failed", reason: "failed", at, asOf: null });
  } catch (second) {
    throw new AggregateError([cause, second], "an import failed, and so did its note", {
      cause: second,
    });
  }
}

async function takeFile(
  tools: ImportTools,
  task: ImportTask,
  run: number,
  bytes: Uint8Array,
): Promise<ImportReport> {
  const decoded = await decodeFile(bytes, columnsToLookFor(task.mapping));
  if (!decoded.ok) return refuse(tools, task, run, { fault: decoded.error });
  const file = decoded.value;
  const chosen = mappingOf(task, file);
  if (!chosen.ok) return refuse(tools, task, run, { fault: chosen.error, format: file.format });
  const { value: mapping } = chosen;
  const known = { format: file.format, mapping: mapping.name };
  const taken = applyRows(tools, task, run, { file, mapping });
  if (!taken.ok) {
    const { fault, report } = taken.error;
    return refuse(tools, task, run, { ...known, fault, report });
  }
  const { at } = task;
  const end = isPartOf(tools.register, task.source, taken.value)
    ? { reason: "partial", asOf: NEVER }
    : { reason: null, asOf: Math.min(at, task.asOf) };
  tools.register.endRun(run, { outcome: "done", at, ...end });
  return reportOf(task, run, { ...known, outcome: "done", report: taken.value });
}

/**
 * Whether a file holds only a part of its source's dossiers: less than half as many as one before.
 * What it does not name is no fresher for it.
 */
function isPartOf(register: DossierRegister, source: string, report: ApplyReport): boolean {
  const before = register
    .runs(RUNS_LOOKED_AT)
    .filter((run) => run.source === source && run.outcome === "done")
    .map(({ counts }) => rowsIn(counts));
  return 2 * rowsIn(report) < Math.max(0, ...before);
}

function rowsIn({
  added,
  changed,
  same,
  older,
  expired,
}: ApplyReport | ImportRun["counts"]): number {
  return added + changed + same + older + expired;
}

function mappingOf(task: ImportTask, file: RawFile): Result<ChosenMapping, FileFault> {
  const chosen = chooseMapping(task.mapping, file);
  if (chosen === null) return fileFault("wrong_columns");
  const missing = missingColumn(chosen.mapping, file);
  return missing === null ? ok(chosen) : fileFault("wrong_columns", { field: missing });
}

/** A file whose rows were not accepted, and what became of them until then. */
interface NotTaken {
  readonly fault: FileFault;
  readonly report: ApplyReport;
}

function applyRows(
  { register, config, onProgress }: ImportTools,
  { source, at }: ImportTask,
  run: number,
  { file, mapping }: { readonly file: RawFile; readonly mapping: ChosenMapping },
): Result<ApplyReport, NotTaken> {
  const read = createRowReader(mapping.mapping, { now: at, extraCodes: config.extraCodes });
  const seen: { count: number; last: RegisterRow | null } = { count: 0, last: null };
  const result = register.apply({
    source,
    run,
    at,
    rows: mapped(file, read),
    onRow: (row) => {
      seen.last = row;
      seen.count += 1;
      if (seen.count % PROGRESS_ROWS === 0) onProgress(seen.count, file.count);
    },
    accept: (report) => wholeFault(file, report, seen.last) === null,
  });
  if (result.ok) return result;
  const fault = wholeFault(file, result.error, seen.last);
  invariant(fault !== null, "a batch is not accepted for a reason");
  return err({ fault, report: result.error });
}

/** Why a file is not taken although its rows could be looked at; `null` when it is. */
function wholeFault(
  file: RawFile,
  report: ApplyReport,
  last: RegisterRow | null,
): FileFault | null {
  // Without an end its last line may be half of one, and then the rest of the file is missing. Half
  // a state is a state nobody knows.
  if (file.isEndOpen && last !== null && ("faults" in last || last.record.status === null))
    return fileFault("truncated", { row: last.row }).error;
  return report.refused > file.count * MAX_REFUSED_SHARE
    ? fileFault("too_many_refused").error
    : null;
}

function* mapped(file: RawFile, read: ReturnType<typeof createRowReader>): Iterable<RegisterRow> {
  for (const raw of file.rows()) yield read(raw);
}

/** What is known of a file that is refused. */
interface Refused {
  readonly fault: FileFault;
  readonly format?: ImportReport["format"];
  readonly mapping?: string;
  readonly report?: ApplyReport;
}

function refuse(
  { register }: ImportTools,
  task: ImportTask,
  run: number,
  refused: Refused,
): ImportReport {
  const { fault, report } = refused;
  const { reason, row, field } = fault;
  const whole = { row: row ?? 0, field: field ?? "file", reason };
  register.noteRefusals(run, report ?? { refused: 0, refusals: [whole] });
  register.endRun(run, { outcome: "refused", reason, at: task.at, asOf: null });
  return reportOf(task, run, { ...refused, outcome: "refused" });
}

function reportOf(
  { source, name, at }: ImportTask,
  run: number,
  {
    outcome,
    fault,
    format,
    mapping,
    report,
  }: Partial<Refused> & { readonly outcome: ImportReport["outcome"] },
): ImportReport {
  const { refusals, ...counts } = report ?? NOTHING;
  return {
    run,
    source,
    name,
    at,
    outcome,
    reason: fault?.reason ?? null,
    place: fault === undefined ? null : { row: fault.row, field: fault.field },
    format: format ?? null,
    mapping: mapping ?? null,
    counts,
    refusals: refusals.slice(0, MAX_REPORTED),
  };
}

async function bytesOf(content: FileContent): Promise<Result<Uint8Array, FileFault>> {
  if (content.kind === "bytes") return ok(content.bytes);
  // Whoever drops files can't have the hub read what a link leads to. Windows knows no such flag.
  const file = await open(content.path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    return size > MAX_FILE_BYTES ? fileFault("too_large") : ok(await file.readFile());
  } finally {
    await file.close();
  }
}

/** The same bytes under another mapping, or with other patterns of codes, are another file. */
function fingerprintOf(bytes: Uint8Array, task: ImportTask, config: RegisterConfig): string {
  return createHash("sha256")
    .update(JSON.stringify([task.mapping, config.extraCodes, config.timeZone]))
    .update(bytes)
    .digest("hex");
}
