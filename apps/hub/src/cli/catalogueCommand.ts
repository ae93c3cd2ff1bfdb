import { readFileSync, statSync } from "node:fs";
import { openStore, type Store, StoreError } from "@luot/store";
import { z } from "zod";
import { importCatalogue } from "../catalogue/importCatalogue.ts";
import { askHub } from "./askHub.ts";
import { readHubFile } from "./hubFile.ts";
import { isDataFolder } from "./isDataFolder.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const ImportedSchema = z.object({ procedures: z.int(), withoutLine: z.int() });

/**
 * `luot catalogue import FILE`: takes a catalogue of procedures, or a list of the national exchange
 * (`LayThuTuc`), in place of the one before. @returns the exit code
 */
export async function catalogueCommand(file: string, data: string): Promise<number> {
  const raw = readJsonFile(file);
  if ("fault" in raw) {
    console.error(`${file}: ${raw.fault}`);
    return 1;
  }
  const running = readHubFile(data);
  if (running !== null) {
    const answer = await askHub(running.port, "/api/launcher/import-catalogue", raw.value);
    if (answer.kind === "refused") return refused(file, answer.message);
    if (answer.kind === "done") {
      const { procedures, withoutLine } = ImportedSchema.parse(answer.body);
      console.log(`${imported(procedures, withoutLine)} Screens have it from their next start.`);
      return 0;
    }
  }
  return isDataFolder(data) ? intoFolder(raw.value, file, data) : 1;
}

function intoFolder(raw: unknown, file: string, data: string): number {
  let store: Store;
  try {
    store = openStore(data);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    console.error(cause.message);
    return 1;
  }
  try {
    const latest = store.settings.latest();
    if (latest === null)
      return refused(file, "This data folder has no settings yet. Import them first.");
    const result = importCatalogue(raw, store.catalogue, latest.settings, Date.now());
    if (!result.ok) return refused(file, result.error);
    console.log(imported(result.value.procedures, result.value.withoutLine));
    return 0;
  } finally {
    store.close();
  }
}

function imported(procedures: number, withoutLine: number): string {
  const rest =
    withoutLine === 0 ? "" : ` ${withoutLine} of them have no line: guidance takes them.`;
  return `Imported ${procedures} procedures.${rest}`;
}

function refused(file: string, faults: string): number {
  for (const line of faults.split("\n")) console.error(`${file}: ${line}`);
  console.error("Nothing was changed.");
  return 1;
}

function readJsonFile(file: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    if (statSync(file).size > MAX_BYTES) return { fault: "the file is larger than 32 MiB" };
    return { value: JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { fault: cause instanceof SyntaxError ? `not JSON: ${why}` : `can't be read: ${why}` };
  }
}
