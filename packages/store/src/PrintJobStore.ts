import type Database from "better-sqlite3";
import { z } from "zod";

/** How a paper stands. A job without a row was never started, so starting it is safe. */
export type PrintJobState = "sending" | "confirmed" | "unknown" | "failed";

const StateSchema = z
  .object({ state: z.enum(["sending", "confirmed", "unknown", "failed"]) })
  .optional();
const JobsSchema = z.array(z.object({ ticket_id: z.string(), copy: z.number() }));

/** Print jobs, written before the first byte goes out (I12). */
export class PrintJobStore {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** How a job stands, or `null` when it was never started. */
  stateOf(ticketId: string, copy: number): PrintJobState | null {
    const row = this.#db
      .prepare("SELECT state FROM print_jobs WHERE ticket_id = ? AND copy = ?")
      .get(ticketId, copy);
    return StateSchema.parse(row)?.state ?? null;
  }

  /** Sets how a job stands; durable when it returns. */
  set(ticketId: string, copy: number, state: PrintJobState, atMs: number): void {
    this.#db
      .prepare(
        `INSERT INTO print_jobs (ticket_id, copy, state, updated_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (ticket_id, copy) DO UPDATE
         SET state = excluded.state, updated_at = excluded.updated_at`,
      )
      .run(ticketId, copy, state, atMs);
  }

  /** Jobs that were being sent when the hub stopped: nobody knows whether the paper came out. */
  interrupted(): readonly { readonly ticketId: string; readonly copy: number }[] {
    return JobsSchema.parse(
      this.#db.prepare("SELECT ticket_id, copy FROM print_jobs WHERE state = 'sending'").all(),
    ).map(({ ticket_id: ticketId, copy }) => ({ ticketId, copy }));
  }
}
