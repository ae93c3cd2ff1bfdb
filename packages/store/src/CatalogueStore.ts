import { createHash } from "node:crypto";
import { type Catalogue, CatalogueSchema } from "@luot/contract";
import type Database from "better-sqlite3";
import { z } from "zod";

/** The kept catalogue, as it goes to screens. */
export interface StoredCatalogue {
  /** The document's text. */
  readonly body: string;
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
}

const HashSchema = z.object({ hash: z.string() }).optional();
const RowSchema = z.object({ body: z.string(), hash: z.string() }).optional();

/** The centre's catalogue of procedures. Only the newest is kept: no fact refers to an older one. */
export class CatalogueStore {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** The hash of what is kept, or `null` where there is none. */
  hash(): string | null {
    const row = this.#db.prepare("SELECT hash FROM catalogue").get();
    return HashSchema.parse(row)?.hash ?? null;
  }

  /** The kept text with its hash, or `null`. */
  text(): StoredCatalogue | null {
    return RowSchema.parse(this.#db.prepare("SELECT body, hash FROM catalogue").get()) ?? null;
  }

  /** The kept catalogue, read, or `null`. */
  read(): Catalogue | null {
    const stored = this.text();
    return stored === null ? null : CatalogueSchema.parse(JSON.parse(stored.body));
  }

  /**
   * Keeps a catalogue in place of the one before.
   *
   * @throws ZodError when it is no valid catalogue; the edge should have refused it
   */
  replace(catalogue: Catalogue, atMs: number): StoredCatalogue {
    const body = JSON.stringify(CatalogueSchema.parse(catalogue));
    const hash = createHash("sha256").update(body).digest("hex");
    this.#db
      .prepare(
        "INSERT INTO catalogue (id, hash, stored_at, body) VALUES (1, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, stored_at = excluded.stored_at, body = excluded.body",
      )
      .run(hash, atMs, body);
    return { body, hash };
  }
}
