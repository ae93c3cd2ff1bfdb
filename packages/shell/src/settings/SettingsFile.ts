import { err, type Logger, ok, type Result } from "@luot/kit";
import { readFileSync, renameSync } from "node:fs";
import { jsonOrNull } from "./jsonOrNull.ts";
import { FRESH_SETTINGS, type ShellSettings, ShellSettingsSchema } from "./ShellSettings.ts";
import { writeWhole } from "./writeWhole.ts";

/** The settings of one app on disk. Reading and writing are short and rare, hence synchronous. */
export class SettingsFile {
  readonly #path: string;
  readonly #log: Logger;
  #settings: ShellSettings;

  /**
   * Reads the file. One that can't be read as settings is put aside as `<name>.broken` and the app
   * begins afresh: a kiosk that asks for its hub is better than one that does not start.
   */
  constructor(path: string, log: Logger) {
    this.#path = path;
    this.#log = log;
    this.#settings = this.#read();
  }

  get settings(): ShellSettings {
    return this.#settings;
  }

  /** Keeps changed settings: on disk first, all or nothing, then in memory. */
  change(change: Partial<ShellSettings>): Result<ShellSettings, "cannot_store"> {
    const settings = ShellSettingsSchema.parse({ ...this.#settings, ...change });
    try {
      writeWhole(this.#path, JSON.stringify(settings, null, 2));
    } catch (cause) {
      this.#log.error("the settings can't be written", { path: this.#path, cause });
      return err("cannot_store");
    }
    this.#settings = settings;
    return ok(settings);
  }

  #read(): ShellSettings {
    let text: string;
    try {
      text = readFileSync(this.#path, "utf8");
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT"))
        this.#log.error("the settings can't be read", { path: this.#path, cause });
      return FRESH_SETTINGS;
    }
    const parsed = ShellSettingsSchema.safeParse(jsonOrNull(text));
    if (parsed.success) return parsed.data;
    const aside = `${this.#path}.broken`;
    this.#log.error("the settings are damaged and put aside", { aside });
    renameSync(this.#path, aside);
    return FRESH_SETTINGS;
  }
}
