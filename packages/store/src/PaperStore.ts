import type Database from "better-sqlite3";
import { z } from "zod";

/** One paper of a ticket: copy 0 is the first, copies count from 1. */
export interface PaperKey {
  readonly ticketId: string;
  readonly copy: number;
}

/** How a paper stands; see the printer's book of print jobs, which this is. */
export type PaperState = "queued" | "sending" | "confirmed" | "unknown" | "failed";

const StateSchema = z
  .object({ state: z.enum(["queued", "sending", "confirmed", "unknown", "failed"]) })
  .optional();
const KeysSchema = z.array(z.object({ ticket_id: z.string(), copy: z.number() }));

/** The papers of tickets, written before their first byte goes out (I12). */
export class PaperStore {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** How a paper stands, or `null` when it was never asked for. */
  stateOf({ ticketId, copy }: PaperKey): PaperState | null {
    const row = this.#db
      .prepare("SELECT state FROM papers WHERE ticket_id = ? AND copy = ?")
      .get(ticketId, copy);
    return StateSchema.parse(row)?.state ?? null;
  }

  /** Sets how a paper stands; durable when it returns. @param atMs epoch ms */
  set({ ticketId, copy }: PaperKey, state: PaperState, atMs: number): void {
    this.#db
      .prepare(
        `INSERT INTO papers (ticket_id, copy, state, updated_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (ticket_id, copy) DO UPDATE
         SET state = excluded.state, updated_at = excluded.updated_at`,
      )
      .run(ticketId, copy, state, atMs);
  }

  /** Papers without an outcome, the oldest first: queued ones, and those being sent at a stop. */
  unfinished(): readonly PaperKey[] {
    const rows = this.#db
      .prepare(
        `SELECT ticket_id, copy FROM papers WHERE state IN ('queued', 'sending')
         ORDER BY updated_at`,
      )
      .all();
    return KeysSchema.parse(rows).map(({ ticket_id: ticketId, copy }) => ({ ticketId, copy }));
  }
}
