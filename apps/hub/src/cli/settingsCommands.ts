import { writeFileSync } from "node:fs";
import { openStore, type Store, StoreError } from "@luot/store";
import { askHub } from "./askHub.ts";
import { isDataFolder } from "./isDataFolder.ts";
import { readHubFile } from "./hubFile.ts";
import { readSettingsFile } from "./readSettingsFile.ts";

/** `luot settings check FILE`: says every fault with its line. @returns the exit code */
export function checkCommand(file: string): number {
  const read = readSettingsFile(file);
  if (read.ok) {
    const { services, counters, series } = read.value;
    console.log(
      `${file} is right: ${services.length} services, ${series.length} series, ${counters.length} counters.`,
    );
    return 0;
  }
  for (const { line, column, path, message } of read.error)
    console.error(`${file}:${line}:${column}: ${path === "" ? "" : `${path}: `}${message}`);
  const count = read.error.length;
  console.error(
    `${count} ${count === 1 ? "fault" : "faults"}. Mend the lines above and check again.`,
  );
  return 1;
}

/** `luot settings import FILE`: stores the file as the next version and brings it into force. */
export async function importCommand(file: string, data: string): Promise<number> {
  const read = readSettingsFile(file);
  if (!read.ok) return checkCommand(file);
  const running = readHubFile(data);
  if (running !== null) {
    const answer = await askHub(running.port, "/api/launcher/import-settings", read.value);
    if (answer.kind === "done") {
      console.log("Imported. The running hub uses the new settings from now on.");
      return 0;
    }
    if (answer.kind === "refused") {
      console.error(`The running hub refused the settings: ${answer.message}`);
      return 1;
    }
  }
  return withStore(data, (store) => {
    const { settings } = store.settings.add(read.value, Date.now());
    console.log(`Imported as version ${settings.version}. The hub uses it from its next start.`);
  });
}

/** `luot settings export [FILE]`: writes the newest version, to the terminal without a file. */
export async function exportCommand(file: string | null, data: string): Promise<number> {
  const running = readHubFile(data);
  const latest =
    running === null ? null : await askHub(running.port, "/api/launcher/export-settings", null);
  if (latest?.kind === "done") return write(latest.body, file);
  if (!isDataFolder(data)) return 1;
  return withStore(data, (store) => {
    const stored = store.settings.latest();
    if (stored === null) throw new Error("This data folder has no settings yet.");
    write(stored.settings, file);
  });
}

function write(settings: unknown, file: string | null): number {
  const text = `${JSON.stringify(settings, null, 2)}\n`;
  if (file === null) process.stdout.write(text);
  else {
    writeFileSync(file, text);
    console.log(`Written to ${file}.`);
  }
  return 0;
}

function withStore(data: string, use: (store: Store) => void): number {
  let store: Store;
  try {
    store = openStore(data);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    console.error(cause.message);
    return 1;
  }
  try {
    use(store);
    return 0;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    return 1;
  } finally {
    store.close();
  }
}
