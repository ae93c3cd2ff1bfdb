import { createHash } from "node:crypto";
import { EventSchema } from "@luot/contract";
import type { Event, StateSnapshot } from "@luot/domain";
import type Database from "better-sqlite3";
import { z } from "zod";
import type { CommandRecord, Journal, JournalEntry } from "./Journal.ts";
import { createReadModels } from "./readModels.ts";
import { asStoreError, StoreError } from "./StoreError.ts";

const SNAPSHOTS_KEPT = 3;
const NO_HASH = "0".repeat(64);

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
const LastSchema = z.object({ seq: z.number().nullable() });
const HashSchema = z.object({ hash: z.string() }).optional();
const CommitsSchema = z.array(
  z.object({ first_seq: z.number(), last_seq: z.number(), hash: z.string() }),
);

/** What an audit of the journal found. */
export type Audit =
  | { readonly isWhole: true; readonly events: number; readonly head: string }
  | { readonly isWhole: false; readonly atSeq: number; readonly what: string };

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
      HashSchema.parse(db.prepare("SELECT hash FROM commits ORDER BY last_seq DESC LIMIT 1").get())
        ?.hash ?? NO_HASH;
    this.#write = this.#prepareWrite();
  }

  get lastSeq(): number {
    return this.#lastSeq;
  }

  async append(expectedSeq: number, entries: readonly JournalEntry[]): Promise<void> {
    if (expectedSeq !== this.#lastSeq)
      throw new StoreError(
        "conflict",
        `the journal stands at ${this.#lastSeq}, not at ${expectedSeq}`,
      );
    try {
      this.#write(entries);
    } catch (cause) {
      throw asStoreError(cause, this.#db.name);
    }
  }

  recordOf(commandId: string): CommandRecord | undefined {
    return RecordSchema.parse(this.#record.get(commandId));
  }

  eventsAfter(seq: number, limit: number): readonly Event[] {
    return BodiesSchema.parse(this.#after.all(seq, limit)).map(({ body }) =>
      EventSchema.parse(JSON.parse(body)),
    );
  }

  latestSnapshot(): StateSnapshot | null {
    const row = SnapshotRowSchema.parse(
      this.#db.prepare("SELECT body FROM snapshots ORDER BY seq DESC LIMIT 1").get(),
    );
    // Written by this class alone, and a broken one shows when the state is rebuilt from it.
    return row === undefined ? null : (JSON.parse(row.body) as StateSnapshot);
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

  /** Recomputes the chain of hashes over the whole journal: finds edits, gaps and cut tails. */
  audit(): Audit {
    const bodies = this.#db.prepare(
      "SELECT body FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq",
    );
    const commits = CommitsSchema.parse(
      this.#db.prepare("SELECT first_seq, last_seq, hash FROM commits ORDER BY last_seq").all(),
    );
    let head = NO_HASH;
    let seq = 0;
    for (const commit of commits) {
      const found = BodiesSchema.parse(bodies.all(commit.first_seq, commit.last_seq));
      const isGapless =
        commit.first_seq === seq + 1 && found.length === commit.last_seq - commit.first_seq + 1;
      if (!isGapless) return { isWhole: false, atSeq: seq + 1, what: "events are missing" };
      head = chain(
        head,
        found.map(({ body }) => body),
      );
      if (head !== commit.hash)
        return { isWhole: false, atSeq: commit.first_seq, what: "an event was changed" };
      seq = commit.last_seq;
    }
    const last = LastSchema.parse(this.#db.prepare("SELECT max(seq) AS seq FROM events").get());
    if ((last.seq ?? 0) !== seq)
      return { isWhole: false, atSeq: seq + 1, what: "events without a commit" };
    return { isWhole: true, events: seq, head };
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
    const models = createReadModels(db);
    const all = db.transaction((entries: readonly JournalEntry[]): [number, string] => {
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

function chain(head: string, bodies: readonly string[]): string {
  const hash = createHash("sha256").update(head);
  for (const body of bodies) hash.update(body);
  return hash.digest("hex");
}
