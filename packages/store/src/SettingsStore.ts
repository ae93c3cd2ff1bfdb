import { createHash } from "node:crypto";
import { SettingsSchema } from "@luot/contract";
import type { CentreSettings } from "@luot/domain";
import type Database from "better-sqlite3";
import { z } from "zod";

/** A stored version of the settings. */
export interface StoredSettings {
  readonly settings: CentreSettings;
  readonly hash: string;
}

const RowSchema = z.object({ body: z.string(), hash: z.string() });
const RowsSchema = z.array(RowSchema);
/** Up to schema 5 the procedures were part of the settings. */
const OldProceduresSchema = z.object({
  procedures: z
    .array(z.object({ code: z.string(), name: z.string(), serviceId: z.string() }))
    .default([]),
});

/** A procedure as settings of earlier releases named it. */
export type OldProcedure = z.infer<typeof OldProceduresSchema>["procedures"][number];

/** The versions of the centre's settings. A version never changes; there is no way to edit one. */
export class SettingsStore {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** All versions, oldest first. */
  all(): readonly StoredSettings[] {
    return RowsSchema.parse(
      this.#db.prepare("SELECT body, hash FROM settings_versions ORDER BY version").all(),
    ).map(read);
  }

  /** One version, or `null`. */
  find(version: number): StoredSettings | null {
    const row = this.#db
      .prepare("SELECT body, hash FROM settings_versions WHERE version = ?")
      .get(version);
    return row === undefined ? null : read(RowSchema.parse(row));
  }

  /** The newest version, or `null` in a new database. */
  latest(): StoredSettings | null {
    const row = this.#db
      .prepare(
        "SELECT body, hash FROM settings_versions WHERE version = (SELECT max(version) FROM settings_versions)",
      )
      .get();
    return row === undefined ? null : read(RowSchema.parse(row));
  }

  /** The procedures that the newest version names, when an earlier release stored it; else none. */
  oldProcedures(): readonly OldProcedure[] {
    const row = this.#db
      .prepare("SELECT body, hash FROM settings_versions ORDER BY version DESC LIMIT 1")
      .get();
    if (row === undefined) return [];
    return OldProceduresSchema.parse(JSON.parse(RowSchema.parse(row).body)).procedures;
  }

  /**
   * Stores settings as the next version, whatever version they carry, and returns them so.
   *
   * @throws ZodError when they are no valid settings; the edge should have refused them
   */
  add(settings: CentreSettings, atMs: number): StoredSettings {
    return this.#db
      .transaction((): StoredSettings => {
        const version = (this.latest()?.settings.version ?? 0) + 1;
        // What can't be read again would stop the next start.
        const stored = SettingsSchema.parse({ ...settings, version });
        const hash = hashOfSettings(stored);
        this.#db
          .prepare(
            "INSERT INTO settings_versions (version, hash, stored_at, body) VALUES (?, ?, ?, ?)",
          )
          .run(version, hash, atMs, JSON.stringify(stored));
        return { settings: stored, hash };
      })
      .immediate();
  }
}

/** SHA-256 of the document, in hex. */
export function hashOfSettings(settings: CentreSettings): string {
  return createHash("sha256").update(JSON.stringify(settings)).digest("hex");
}

function read({ body, hash }: z.infer<typeof RowSchema>): StoredSettings {
  const stored = JSON.parse(body) as { procedures?: unknown };
  delete stored.procedures;
  return { settings: SettingsSchema.parse(stored), hash };
}
