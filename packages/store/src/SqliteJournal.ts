import { EventSchema } from "@luot/contract";
import type { Event, StateSnapshot } from "@luot/domain";
import type Database from "better-sqlite3";
import { z } from "zod";
import { type Audit, auditJournal, type JournalHead } from "./auditJournal.ts";
import { chain, NO_HASH } from "./hashChain.ts";
import type { CommandRecord, Journal, JournalEntry } from "./Journal.ts";
import { createReadModels } from "./readModels.ts";
import { asStoreError, StoreError } from "./StoreError.ts";

const SNAPSHOTS_KEPT = 3;

const RecordSchema = z
  .object({
    id: z.string(),
    actor: z.string(),
    fingerprint: z.string(),
    answer: z.string(),
    seq: z.number(),
  })
  .optional();
const BodiesSchema = z.array(z.object({ body: z.string() }));
const SnapshotRowSchema = z.object({ body: z.string() }).optional();
const SnapshotShape = z.looseObject({ centre: z.string(), seq: z.number() });
const LastSchema = z.object({ seq: z.number().nullable() });
const HashSchema = z.object({ hash: z.string() }).optional();
/** The journal in SQLite: facts, answers and read models of a batch in one durable transaction. */
export class SqliteJournal implements Journal {
  readonly #db: Database.Database;
  readonly #write: (entries: readonly JournalEntry[]) => void;
  readonly #record: Database.Statement;
  readonly #after: Database.Statement;
  #lastSeq: number;
  #head: string;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#record = db.prepare(
      "SELECT id, actor, fingerprint, answer, seq FROM commands WHERE id = ?",
    );
    this.#after = db.prepare("SELECT body FROM events WHERE seq > ? ORDER BY seq LIMIT ?");
    this.#lastSeq =
      LastSchema.parse(db.prepare("SELECT max(seq) AS seq FROM events").get()).seq ?? 0;
    this.#head =
      HashSchema.parse(
        db
          .prepare("SELECT hash FROM commits WHERE last_seq = (SELECT max(last_seq) FROM commits)")
          .get(),
      )?.hash ?? NO_HASH;
    this.#write = this.#prepareWrite();
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  async append(expectedSeq: number, entries: readonly JournalEntry[]): Promise<void> {
    assertStands(this.#lastSeq, expectedSeq);
    try {
      this.#write(entries);
    } catch (cause) {
      throw asStoreError(cause, this.#db.name);
    }
  }

  recordOf(commandId: string): CommandRecord | undefined {
    return RecordSchema.parse(this.#reading(() => this.#record.get(commandId)));
  }

  /** Whether a ticket of any day has this id, or one of this day this label. */
  isNumberTaken(ticketId: string, day: string, label: string): boolean {
    const sql = "SELECT 1 FROM tickets WHERE id = ? OR (day = ? AND label = ?)";
    return this.#reading(() => this.#db.prepare(sql).get(ticketId, day, label)) !== undefined;
  }

  eventsAfter(seq: number, limit: number): readonly Event[] {
    return BodiesSchema.parse(this.#reading(() => this.#after.all(seq, limit))).map(({ body }) =>
      EventSchema.parse(JSON.parse(body)),
    );
  }

  latestSnapshot(): StateSnapshot | null {
    const sql = "SELECT body FROM snapshots WHERE seq = (SELECT max(seq) FROM snapshots)";
    const row = SnapshotRowSchema.parse(this.#reading(() => this.#db.prepare(sql).get()));
    if (row === undefined) return null;
    const snapshot: unknown = JSON.parse(row.body);
    if (isSnapshot(snapshot)) return snapshot;
    throw new StoreError("corrupt", `A snapshot in ${this.#db.name} is none.`);
  }

  saveSnapshot(snapshot: StateSnapshot, atMs: number): void {
    const insert = this.#db.prepare(
      "INSERT OR REPLACE INTO snapshots (seq, at, body) VALUES (?, ?, ?)",
    );
    const prune = this.#db.prepare(
      "DELETE FROM snapshots WHERE seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT ?)",
    );
    this.#db
      .transaction(() => {
        insert.run(snapshot.seq, atMs, JSON.stringify(snapshot));
        prune.run(SNAPSHOTS_KEPT);
      })
      .immediate();
  }

  /** Where the journal stands; note it elsewhere, so that {@link audit} can hold it against this. */
  get head(): JournalHead {
    return { seq: this.#lastSeq, hash: this.#head };
  }

  /**
   * Recomputes the chain of hashes over the whole journal.
   *
   * @param noted a head noted elsewhere; without it a tail that was cut off or hashed anew can't be
   *   told from a journal that was always so
   */
  audit(noted?: JournalHead): Audit {
    return this.#reading(() => auditJournal(this.#db, noted ?? null));
  }

  /** Gives what SQLite says of a damaged file its advice. */
  #reading<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      throw asStoreError(cause, this.#db.name);
    }
  }

  #prepareWrite(): (entries: readonly JournalEntry[]) => void {
    const db = this.#db;
    const command = db.prepare(
      "INSERT INTO commands (id, actor, fingerprint, answer, seq) VALUES (?, ?, ?, ?, ?)",
    );
    const event = db.prepare(
      "INSERT INTO events (seq, day, at, type, command_id, body) VALUES (?, ?, ?, ?, ?, ?)",
    );
    const commit = db.prepare("INSERT INTO commits (last_seq, first_seq, hash) VALUES (?, ?, ?)");
    const last = db.prepare("SELECT max(seq) AS seq FROM events");
    const models = createReadModels(db);
    const all = db.transaction((entries: readonly JournalEntry[]): [number, string] => {
      assertStands(LastSchema.parse(last.get()).seq ?? 0, this.#lastSeq);
      const bodies: string[] = [];
      let seq = this.#lastSeq;
      for (const entry of entries) {
        command.run(entry.id, entry.actor, entry.fingerprint, entry.answer, entry.seq);
        for (const fact of entry.events) {
          if (fact.seq !== seq + 1) throw new Error(`event ${fact.seq} after ${seq}`);
          seq = fact.seq;
          const body = JSON.stringify(fact);
          bodies.push(body);
          event.run(seq, fact.day, fact.at, fact.type, fact.cause, body);
          models.write(fact);
        }
      }
      if (bodies.length === 0) return [seq, this.#head];
      const head = chain(this.#head, bodies);
      commit.run(seq, this.#lastSeq + 1, head);
      return [seq, head];
    });
    return (entries) => {
      [this.#lastSeq, this.#head] = all.immediate(entries);
    };
  }
}

function assertStands(seq: number, expectedSeq: number): void {
  if (seq !== expectedSeq)
    throw new StoreError("conflict", `the journal stands at ${seq}, not at ${expectedSeq}`);
}

/** Written by this class alone; what a look at the shape misses shows when it is folded further. */
function isSnapshot(body: unknown): body is StateSnapshot {
  return SnapshotShape.safeParse(body).success;
}
