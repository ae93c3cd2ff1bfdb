import type Database from "better-sqlite3";
import { z } from "zod";

const RowSchema = z.object({ value: z.string() }).optional();

/** Small facts of the installation: its epoch, its keys, whether it is a demonstration. */
export class MetaStore {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** The value of a key, or `null`. */
  read(key: string): string | null {
    const row = this.#db.prepare("SELECT value FROM meta WHERE key = ?").get(key);
    return RowSchema.parse(row)?.value ?? null;
  }

  /** Sets the value of a key. */
  write(key: string, value: string): void {
    this.#db
      .prepare(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      )
      .run(key, value);
  }

  /** The value of a key, made by `make` and kept when there is none yet. */
  readOrMake(key: string, make: () => string): string {
    const known = this.read(key);
    if (known !== null) return known;
    const made = make();
    this.write(key, made);
    return made;
  }
}
