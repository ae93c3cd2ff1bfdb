import type Database from "better-sqlite3";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { chain, NO_HASH } from "./hashChain.ts";
import { openDatabase } from "./openDatabase.ts";
import { SqliteJournal } from "./SqliteJournal.ts";
import { History } from "./testing/History.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

// Events 1 to 4, 5 and 6, 7 and 8, in three commits.
async function threeCommits(): Promise<{ db: Database.Database; journal: SqliteJournal }> {
  const db = openDatabase(join(temporaryFolder(), "hub.db"));
  onTestFinished(() => void db.close());
  const journal = new SqliteJournal(db);
  const history = new History();
  await journal.append(0, history.open());
  await journal.append(4, [history.issue(), history.callNext()]);
  await journal.append(6, [history.issue(), history.issue()]);
  return { db, journal };
}

/** Whoever has the file can do this. */
function tamper(db: Database.Database, sql: string): void {
  for (const name of ["events_stay", "events_hold", "commits_stay", "commits_hold"])
    db.exec(`DROP TRIGGER IF EXISTS ${name}`);
  db.exec(sql);
}

/** Hashes all commits anew, so that the chain fits what the events say now. */
function hashAnew(db: Database.Database): void {
  const commits = db.prepare("SELECT first_seq, last_seq FROM commits ORDER BY last_seq");
  const bodies = db.prepare("SELECT body FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq");
  const update = db.prepare("UPDATE commits SET hash = ? WHERE last_seq = ?");
  let head = NO_HASH;
  for (const row of commits.raw().all()) {
    const [first, last] = z.tuple([z.number(), z.number()]).parse(row);
    head = chain(head, z.array(z.string()).parse(bodies.pluck().all(first, last)));
    update.run(head, last);
  }
}

const EDIT = "UPDATE events SET body = replace(body, 'A001', 'A009') WHERE seq = 5";
const CUT = "DELETE FROM events WHERE seq > 6; DELETE FROM commits WHERE last_seq > 6";

describe("an audit", () => {
  it("finds an untouched journal whole, and says where it stands", async () => {
    const { journal } = await threeCommits();
    const { seq, hash } = journal.head;
    expect(journal.audit()).toEqual({ isWhole: true, events: 8, head: hash });
    expect(journal.audit({ seq, hash })).toEqual({ isWhole: true, events: 8, head: hash });
  });

  it("finds an empty journal whole", () => {
    const journal = new SqliteJournal(openDatabase(":memory:"));
    expect(journal.audit()).toEqual({ isWhole: true, events: 0, head: NO_HASH });
    expect(journal.audit(journal.head)).toMatchObject({ isWhole: true });
  });

  it.each([
    ["an edited event", EDIT, 5, "an event was changed"],
    ["a deleted event", "DELETE FROM events WHERE seq = 2", 1, "events are missing"],
    ["a deleted commit", "DELETE FROM commits WHERE last_seq = 6", 5, "events are missing"],
    ["events cut from the end", "DELETE FROM events WHERE seq > 6", 7, "events are missing"],
    [
      "an event that was added",
      "INSERT INTO events SELECT 9, day, at, type, command_id, body FROM events WHERE seq = 8",
      9,
      "events without a commit",
    ],
    [
      "a column that says other than its event",
      "UPDATE events SET day = '2026-03-03' WHERE seq = 7",
      7,
      "a column says other than its event",
    ],
  ])("finds %s", async (_name, sql, atSeq, what) => {
    const { db, journal } = await threeCommits();
    tamper(db, sql);
    expect(journal.audit()).toEqual({ isWhole: false, atSeq, what });
  });

  it("finds a tail cut off with its commits only against a head noted elsewhere", async () => {
    const { db, journal } = await threeCommits();
    const noted = journal.head;
    tamper(db, CUT);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 6 });
    expect(journal.audit(noted)).toMatchObject({ isWhole: false, atSeq: 7 });
  });

  it("finds a tail hashed anew only against a head noted elsewhere", async () => {
    const { db, journal } = await threeCommits();
    const noted = journal.head;
    tamper(db, EDIT);
    hashAnew(db);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 8 });
    expect(journal.audit(noted)).toMatchObject({ isWhole: false });
  });

  it("holds a head noted long ago against a journal that went on", async () => {
    const { db, journal } = await threeCommits();
    const [hash] = db.prepare("SELECT hash FROM commits WHERE last_seq = 6").pluck().all();
    expect(journal.audit({ seq: 6, hash: String(hash) })).toMatchObject({ isWhole: true });
    expect(journal.audit({ seq: 5, hash: String(hash) })).toMatchObject({ isWhole: false });
  });
});
