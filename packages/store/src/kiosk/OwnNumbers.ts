import type { OfflineSeries } from "@luot/contract";
import type Database from "better-sqlite3";
import { z } from "zod";

const LastSchema = z.object({ last: z.number() });
const UsedSchema = z.object({ epoch: z.number().nullable(), day: z.string().nullable() });
const DIGITS = 2;

/** The numbers that were given from the kiosk's own series. One is never given twice. */
export class OwnNumbers {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /**
   * Takes the next number of a prefix. Runs inside the caller's transaction.
   *
   * @param usedOn the service day it is given on; a series may be older, while the hub is gone
   * @returns its label, e.g. `BK2-07`: prefix, letter, epoch, number
   */
  take({ letter, epoch, day }: OfflineSeries, prefix: string, usedOn: string): string {
    const row = this.#db
      .prepare(
        `INSERT INTO numbers (day, letter, epoch, prefix, last, used_on) VALUES (?, ?, ?, ?, 1, ?)
         ON CONFLICT (day, letter, epoch, prefix)
         DO UPDATE SET last = last + 1, used_on = max(used_on, excluded.used_on) RETURNING last`,
      )
      .get(day, letter, epoch, prefix, usedOn);
    const { last } = LastSchema.parse(row);
    return `${prefix}${letter}${epoch}-${String(last).padStart(DIGITS, "0")}`;
  }

  /** The newest day a number was given on, and its highest epoch. */
  used(): { readonly usedEpoch: number; readonly usedDay: string | null } {
    const row = this.#db
      .prepare(
        `SELECT max(epoch) AS epoch, max(used_on) AS day FROM numbers
         WHERE used_on = (SELECT max(used_on) FROM numbers)`,
      )
      .get();
    const { epoch, day } = UsedSchema.parse(row);
    return { usedEpoch: epoch ?? 0, usedDay: day };
  }
}
