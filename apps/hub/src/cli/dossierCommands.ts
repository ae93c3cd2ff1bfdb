import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type DossierAdmin,
  DossierAdminSchema,
  type DossierSource,
  type ImportReport,
  ImportReportSchema,
  type MappingChoice,
  SlugSchema,
} from "@luot/contract";
import { err, ok, type Result } from "@luot/kit";
import { z } from "zod";
import { FILES } from "../dossiers/sources/Sources.ts";
import { readMapping } from "../dossiers/tasks/tryMapping.ts";
import { askDossiers } from "./askDossiers.ts";
import { withDossiers } from "./besideHub.ts";
import { readHubFile } from "./hubFile.ts";
import { isDataFolder } from "./isDataFolder.ts";

/** How a file is imported from the command line. */
export interface ImportWish {
  readonly file: string;
  readonly source: string;
  /** A mapping to be used for this source from now on. */
  readonly mappingFile: string | null;
}

const SHOWN_REFUSALS = 20;

/** `luot dossiers import FILE`: takes it wholly or not at all. @returns the exit code */
export async function importDossiers(wish: ImportWish, data: string): Promise<number> {
  if (!isDataFolder(data)) return 1;
  if (!SlugSchema.safeParse(wish.source).success) {
    console.error("--source takes small letters, digits and hyphens.");
    return 2;
  }
  const bytes = readBytes(wish.file);
  const mapping = wish.mappingFile === null ? ok(null) : readMappingFile(wish.mappingFile);
  if (!bytes.ok || !mapping.ok) {
    for (const line of [bytes, mapping].flatMap((read) => (read.ok ? [] : read.error)))
      console.error(line);
    return 1;
  }
  const report = await importInto(data, wish, bytes.value, mapping.value);
  return report.ok ? tell(report.value) : fail(report.error);
}

async function importInto(
  data: string,
  { file, source }: ImportWish,
  bytes: Uint8Array<ArrayBuffer>,
  mapping: MappingChoice | null,
): Promise<Result<ImportReport, string>> {
  const name = basename(file).slice(0, 150);
  const changed: DossierSource | null =
    mapping === null ? null : { ...FILES, id: source, name: source, mapping };
  const running = readHubFile(data);
  if (running !== null) {
    const answer = await importOverHttp(running.port, { source, name, changed, bytes });
    if (answer !== null) return answer;
  }
  let report: Result<ImportReport, string> = err("The data folder can't be used.");
  await withDossiers(data, async ({ writer, sources }) => {
    if (changed !== null) await sources.put(changed);
    const known = sources.find(source);
    if (known === null) report = err(`There is no source "${source}".`);
    else {
      const at = Date.now();
      const content = { kind: "bytes", bytes } as const;
      const task = { source, name, mapping: known.mapping, content, at, asOf: at };
      report = ok(await writer.run("import-file", task));
    }
    return 0;
  });
  return report;
}

interface Upload {
  readonly source: string;
  readonly name: string;
  readonly changed: DossierSource | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** @returns `null` when no hub answers */
async function importOverHttp(
  port: number,
  { source, name, changed, bytes }: Upload,
): Promise<Result<ImportReport, string> | null> {
  if (changed !== null) {
    const path = `/sources/${source}`;
    const put = await askDossiers(port, { method: "PUT", path, body: { json: changed } });
    if (put.kind === "refused") return err(`The running hub refused: ${put.message}`);
  }
  const query = new URLSearchParams({ source, name });
  const path = `/import?${query.toString()}`;
  const answer = await askDossiers(port, { method: "POST", path, body: bytes });
  switch (answer.kind) {
    case "done":
      return ok(ImportReportSchema.parse(answer.body));
    case "refused":
      return err(`The running hub refused: ${answer.message}`);
    default:
      return null;
  }
}

function tell({ outcome, reason, place, counts, refusals, run }: ImportReport): number {
  const { added, changed, same, older, expired, refused } = counts;
  if (outcome === "refused") {
    const where = [
      place?.row === null || place === null ? [] : [`row ${place.row}`],
      place?.field === null || place === null ? [] : [`"${place.field}"`],
    ].flat();
    console.error(
      `Nothing was taken: ${reason ?? "refused"}${where.length === 0 ? "" : ` (${where.join(", ")})`}.`,
    );
  } else if (outcome === "unchanged") console.log("This very file was taken before.");
  else
    console.log(
      `Run ${run}: ${added} added, ${changed} changed, ${same} the same, ${older} older, ${expired} past their purpose, ${refused} refused.`,
    );
  for (const { row, field, reason } of refusals.slice(0, SHOWN_REFUSALS))
    console.error(`row ${row}: ${field}: ${reason}`);
  if (refusals.length > SHOWN_REFUSALS) console.error("and more");
  return outcome === "refused" ? 1 : 0;
}

/** `luot dossiers status`: how fresh the dossiers are, and what was read. */
export async function dossierStatus(data: string): Promise<number> {
  if (!isDataFolder(data)) return 1;
  const running = readHubFile(data);
  const answer =
    running === null ? null : await askDossiers(running.port, { method: "GET", path: "" });
  if (answer?.kind === "done") return tellState(DossierAdminSchema.parse(answer.body));
  return withDossiers(data, async ({ register }) => {
    console.log(`${register.count()} dossiers, as of ${moment(register.asOf())}.`);
    console.log("The hub does not run.");
    return 0;
  });
}

function tellState({ count, asOf, isStale, sources, inFolder }: DossierAdmin): number {
  console.log(`${count} dossiers, as of ${moment(asOf)}${isStale ? ", which is old" : ""}.`);
  for (const { source, asOf, lastRun } of sources)
    console.log(
      `  ${source.id.padEnd(16)} ${source.kind.padEnd(4)} ${source.isOn ? "on " : "off"} ${moment(asOf)} ${lastRun?.outcome ?? ""} ${lastRun?.reason ?? ""}`.trimEnd(),
    );
  if (inFolder !== null) console.log(`Files are dropped into ${inFolder}`);
  return 0;
}

function moment(at: number | null): string {
  return at === null ? "never" : new Date(at).toISOString();
}

/** `luot dossiers mapping check FILE`: says every fault at its place. */
export function checkMappingFile(file: string): number {
  const read = readMappingFile(file);
  if (read.ok) {
    console.log(`${file} is right.`);
    return 0;
  }
  for (const line of read.error) console.error(line);
  return 1;
}

/** `luot dossiers push-key SOURCE`: makes a new key for who sends dossiers, and shows it once. */
export async function pushKeyCommand(source: string, data: string): Promise<number> {
  const running = readHubFile(data);
  const path = `/sources/${source}/key`;
  const answer =
    running === null || !SlugSchema.safeParse(source).success
      ? null
      : await askDossiers(running.port, { method: "POST", path });
  if (answer === null || answer.kind === "unreachable")
    return fail(`No hub runs with the data folder ${data}. Start it first.`);
  if (answer.kind === "refused")
    return fail(`There is no source "${source}" of kind push: ${answer.message}`);
  const { key } = z.object({ key: z.string() }).parse(answer.body);
  console.log(`${key}\nIt is not shown again; the one before counts no more.`);
  return 0;
}

function readMappingFile(file: string): Result<MappingChoice, readonly string[]> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.value).toString("utf8"));
  } catch (cause) {
    return err([`${file} is no JSON: ${String(cause)}`]);
  }
  const mapping = readMapping(value);
  return mapping.ok
    ? mapping
    : err(mapping.error.map(({ path, message }) => `${file}: ${path}: ${message}`));
}

function readBytes(file: string): Result<Uint8Array<ArrayBuffer>, readonly string[]> {
  try {
    return ok(new Uint8Array(readFileSync(file)));
  } catch (cause) {
    return err([`${file} can't be read: ${String(cause)}`]);
  }
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
