import type Database from "better-sqlite3";
import { emptyLog } from "./emptyLog.ts";

/** What a citizen chose to give for one ticket. */
export interface Contact {
  readonly id: string;
  readonly ticketId: string;
  readonly kind: "phone" | "email" | "name";
  readonly value: string;
  /** Why it is kept, e.g. `call_reminder`. */
  readonly purpose: string;
  readonly expiresAt: number;
}

/** Contacts beside the journal: they can be erased without touching history. */
export class ContactStore {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  add({ id, ticketId, kind, value, purpose, expiresAt }: Contact): void {
    this.#db
      .prepare(
        `INSERT INTO contacts (id, ticket_id, kind, value, purpose, expires_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(id, ticketId, kind, value, purpose, expiresAt);
  }

  /**
   * Erases what is past its purpose, from the files too: `secure_delete` overwrites it in the
   * database, and the log that still holds its pages is emptied.
   *
   * @returns how many were erased
   */
  eraseExpired(nowMs: number): number {
    const { changes } = this.#db.prepare("DELETE FROM contacts WHERE expires_at <= ?").run(nowMs);
    emptyLog(this.#db);
    return changes;
  }
}
