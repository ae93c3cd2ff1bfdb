import {
  ERROR_CODES,
  type ErrorCode,
  type OfflineRecord,
  OfflineRecordSchema,
} from "@luot/contract";
import type Database from "better-sqlite3";
import { z } from "zod";
import type { KioskPapers } from "./KioskPapers.ts";

/** What became of a record at the hub. */
export interface RecordResult {
  readonly id: string;
  readonly code: "accepted" | ErrorCode;
}

/** A record that the hub did not take, kept until somebody has looked at it. */
export interface RefusedRecord {
  readonly record: OfflineRecord;
  readonly code: ErrorCode;
}

const RowSchema = z.object({ position: z.number(), record: z.string(), is_sealed: z.number() });
const RowsSchema = z.array(RowSchema);
const RefusedSchema = z.array(z.object({ record: z.string(), code: z.enum(ERROR_CODES) }));
const CountSchema = z.object({ count: z.number(), first: z.number().nullable() });
const LatestSchema = z.object({ latest: z.number().nullable() });

/** What the kiosk did alone and owes the hub, in order. Nothing leaves it before the hub's word. */
export class Outbox {
  readonly #db: Database.Database;
  readonly #papers: KioskPapers;

  constructor(db: Database.Database, papers: KioskPapers) {
    this.#db = db;
    this.#papers = papers;
  }

  /** Puts a record behind the others. Runs inside the caller's transaction. */
  add(
    record: OfflineRecord,
    about: { readonly wishId: string; readonly day: string; readonly at: number },
  ): void {
    const { wishId, day, at } = about;
    const given = record.kind === "ticket" ? record : null;
    this.#db
      .prepare(
        `INSERT INTO outbox
           (id, wish_id, day, label, ticket_id, arrived_at, record, is_sealed, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
      )
      .run(
        record.id,
        wishId,
        day,
        given?.label ?? null,
        given?.ticketId ?? null,
        at,
        JSON.stringify(OfflineRecordSchema.parse(record)),
        // Only the paper of a ticket may still change.
        given === null ? 1 : 0,
      );
  }

  /**
   * The first records that the hub has not answered. From now on they stay as they are, with the
   * paper as it stands: the hub may know them already. A later outcome is told by itself.
   */
  seal(limit: number): readonly OfflineRecord[] {
    return this.#db
      .transaction(() => {
        const rows = RowsSchema.parse(
          this.#db
            .prepare(
              `SELECT position, record, is_sealed FROM outbox WHERE state = 'waiting'
               ORDER BY position LIMIT ?`,
            )
            .all(limit),
        );
        return rows.map((row) => this.#sealed(row));
      })
      .immediate();
  }

  /** As {@link seal}, the record of one wish alone; `null` when it has none that waits. */
  sealOf(wishId: string): OfflineRecord | null {
    return this.#db
      .transaction(() => {
        const row = this.#db
          .prepare(
            `SELECT position, record, is_sealed FROM outbox
             WHERE state = 'waiting' AND wish_id = ?`,
          )
          .get(wishId);
        return row === undefined ? null : this.#sealed(RowSchema.parse(row));
      })
      .immediate();
  }

  #sealed({ position, record: json, is_sealed }: z.infer<typeof RowSchema>): OfflineRecord {
    const record = OfflineRecordSchema.parse(JSON.parse(json));
    if (is_sealed === 1 || record.kind !== "ticket") return record;
    const sealed = { ...record, print: this.#papers.printOf(record.ticketId) };
    this.#db
      .prepare("UPDATE outbox SET record = ?, is_sealed = 1 WHERE position = ?")
      .run(JSON.stringify(sealed), position);
    return sealed;
  }

  /** Keeps what the hub said; durable when it returns. */
  settle(results: readonly RecordResult[]): void {
    const keep = this.#db.prepare(
      "UPDATE outbox SET state = ?, code = ? WHERE id = ? AND state = 'waiting'",
    );
    this.#db
      .transaction(() => {
        for (const { id, code } of results)
          if (code === "accepted") keep.run("accepted", null, id);
          else keep.run("refused", code, id);
      })
      .immediate();
  }

  /** How many records wait for the hub, and when the first of their citizens came, hub ms. */
  waiting(): { readonly count: number; readonly firstAt: number | null } {
    const row = this.#db
      .prepare(
        "SELECT count(*) AS count, min(arrived_at) AS first FROM outbox WHERE state = 'waiting'",
      )
      .get();
    const { count, first } = CountSchema.parse(row);
    return { count, firstAt: first };
  }

  /** How many numbers of its own the kiosk has given that the hub has not taken over. */
  unsentTickets(): number {
    const row = this.#db
      .prepare(
        `SELECT count(*) AS count, NULL AS first FROM outbox
         WHERE state = 'waiting' AND ticket_id IS NOT NULL`,
      )
      .get();
    return CountSchema.parse(row).count;
  }

  /** The latest arrival among those that wait; time may not go back behind it. */
  latestArrival(): number | null {
    const row = this.#db
      .prepare("SELECT max(arrived_at) AS latest FROM outbox WHERE state = 'waiting'")
      .get();
    return LatestSchema.parse(row).latest;
  }

  /** What the hub refused, in order. */
  refused(): readonly RefusedRecord[] {
    const rows = this.#db
      .prepare("SELECT record, code FROM outbox WHERE state = 'refused' ORDER BY position")
      .all();
    return RefusedSchema.parse(rows).map(({ record, code }) => ({
      record: OfflineRecordSchema.parse(JSON.parse(record)),
      code,
    }));
  }

  /** @throws when a record can't be read */
  check(): void {
    const rows = this.#db
      .prepare("SELECT position, record, is_sealed FROM outbox WHERE state = 'waiting'")
      .all();
    for (const { record } of RowsSchema.parse(rows)) OfflineRecordSchema.parse(JSON.parse(record));
  }
}
