import { join } from "node:path";
import { EventSchema } from "@luot/contract";
import { aCentre } from "@luot/domain/testing";
import { type Event, fromSnapshot, toSnapshot } from "@luot/domain";
import type Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import type { JournalEntry } from "./Journal.ts";
import { openDatabase } from "./openDatabase.ts";
import { SqliteJournal } from "./SqliteJournal.ts";
import { History } from "./testing/History.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

describe("append", () => {
  it("[I7] keeps events in order without a gap, across batches and a re-open", async () => {
    const { path, db, journal, history } = opened();
    await journal.append(0, history.open());
    await journal.append(4, [history.issue(), history.callNext()]);
    db.close();

    const again = journalOn(path).journal;
    expect(again.lastSeq).toBe(6);
    await again.append(6, [history.issue()]);
    const events = again.eventsAfter(0, 100);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(events.at(-1)).toMatchObject({ type: "ticket-issued", label: "A002" });
    expect(again.eventsAfter(4, 2).map(({ seq }) => seq)).toEqual([5, 6]);
  });

  it("refuses what was decided upon another state", async () => {
    const { journal, history } = opened();
    await journal.append(0, history.open());
    await expect(journal.append(3, [history.issue()])).rejects.toMatchObject({ fault: "conflict" });
    expect(journal.lastSeq).toBe(4);
  });

  it("refuses to go on after somebody else wrote to the file", async () => {
    const { path, journal, history } = opened();
    await journal.append(0, history.open());
    const stranger = journalOn(path).journal;
    const issued = history.issue();
    await stranger.append(4, [issued]);
    await expect(journal.append(4, [issued])).rejects.toMatchObject({ fault: "conflict" });
  });

  it("refuses events that leave a gap, and stores none of the batch", async () => {
    const { journal, history } = opened();
    await journal.append(0, history.open());
    const first = history.issue();
    history.issue();
    await expect(journal.append(4, [first, history.issue()])).rejects.toThrow("event 7 after 5");
    expect(journal.eventsAfter(4, 10)).toEqual([]);
  });
});

describe("a batch in which one entry breaks a rule of the tables", () => {
  it("[I1] leaves nothing behind: no event, no answer, no hash; the next one is stored", async () => {
    const { db, journal, history } = opened();
    await journal.append(0, history.open());
    const head = journal.head;
    const good = history.issue();
    const twin = withLabel(history.issue(), "A001");

    await expect(journal.append(4, [good, twin])).rejects.toMatchObject({
      code: "SQLITE_CONSTRAINT_UNIQUE",
    });
    expect(journal.head).toEqual(head);
    expect(journal.lastSeq).toBe(4);
    expect(journal.recordOf(good.id)).toBeUndefined();
    expect(journal.eventsAfter(4, 10)).toEqual([]);
    expect(db.inTransaction).toBe(false);
    expect(rows(db, "SELECT id FROM tickets")).toEqual([]);

    await journal.append(4, [good]);
    expect(journal.lastSeq).toBe(5);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 5 });
  });

  it("[I3] refuses a second ticket at a busy counter", async () => {
    const { journal, history } = opened();
    await journal.append(0, [...history.open(), history.issue(), history.issue()]);
    const called = history.callNext();
    await journal.append(6, [called]);
    const second = atBusyCounter(called, journal.eventsAfter(5, 1)[0]);
    await expect(journal.append(7, [second])).rejects.toMatchObject({
      code: "SQLITE_CONSTRAINT_UNIQUE",
    });
  });

  it("[I8] refuses a second answer to one command", async () => {
    const { journal, history } = opened();
    await journal.append(0, history.open());
    const busy = history.callNext();
    await journal.append(4, [busy]);
    await expect(journal.append(4, [busy])).rejects.toMatchObject({
      code: "SQLITE_CONSTRAINT_PRIMARYKEY",
    });
  });
});

describe("answers", () => {
  it("[I8] are found again by command id, refusals too, also after a re-open", async () => {
    const { path, db, journal, history } = opened();
    const opening = history.open();
    const refused = history.callNext();
    await journal.append(0, [...opening, refused]);
    db.close();

    const again = journalOn(path).journal;
    expect(again.recordOf(refused.id)).toEqual({
      id: refused.id,
      actor: "officer:officer-c1",
      fingerprint: 'ticket:call-next {"counterId":"c1"}',
      answer: '{"ok":false,"code":"queue_empty"}',
      seq: 4,
    });
    expect(again.recordOf(opening[0]?.id ?? "")).toMatchObject({
      actor: "hub",
      answer: '{"ok":true}',
    });
    expect(again.recordOf("never")).toBeUndefined();
  });

  it("can be stored without any event", async () => {
    const { journal, history } = opened();
    await journal.append(0, history.open());
    await journal.append(4, [history.callNext(), history.callNext()]);
    expect(journal.lastSeq).toBe(4);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 4 });
  });
});

describe("the journal's tables", () => {
  it.each([
    "DELETE FROM events",
    "UPDATE events SET body = '{}'",
    "INSERT OR REPLACE INTO events SELECT seq, day, at, type, command_id, '{}' FROM events",
    "DELETE FROM commits",
    "UPDATE commits SET hash = ''",
  ])("are append-only: %s", async (sql) => {
    const { db, journal, history } = opened();
    await journal.append(0, history.open());
    expect(() => db.exec(sql)).toThrow("the journal is append-only");
    expect(journal.audit()).toMatchObject({ isWhole: true });
  });
});

describe("snapshots", () => {
  it("come back as they were, and only the newest three are kept", async () => {
    const { db, journal, history } = opened();
    expect(journal.latestSnapshot()).toBeNull();
    await journal.append(0, history.open());
    for (let i = 1; i <= 5; i++) {
      await journal.append(journal.lastSeq, [history.issue()]);
      journal.saveSnapshot(toSnapshot(history.state), i);
    }
    const latest = journal.latestSnapshot();
    expect(latest).toEqual(toSnapshot(history.state));
    expect(rows(db, "SELECT seq FROM snapshots ORDER BY seq")).toEqual([
      { seq: 7 },
      { seq: 8 },
      { seq: 9 },
    ]);
    if (latest === null) throw new Error("no snapshot");
    expect(toSnapshot(fromSnapshot(latest, [aCentre({})]))).toEqual(latest);
  });

  it("are reported as damaged when they are none", () => {
    const { db, journal } = opened();
    db.exec("INSERT INTO snapshots (seq, at, body) VALUES (1, 1, '[]')");
    expect(() => journal.latestSnapshot()).toThrow(expect.objectContaining({ fault: "corrupt" }));
  });
});

function opened(): ReturnType<typeof journalOn> & { history: History } {
  return { ...journalOn(join(temporaryFolder(), "hub.db")), history: new History() };
}

function journalOn(path: string): { path: string; db: Database.Database; journal: SqliteJournal } {
  const db = openDatabase(path);
  onTestFinished(() => void db.close());
  return { path, db, journal: new SqliteJournal(db) };
}

function rows(db: Database.Database, sql: string): unknown[] {
  return db.prepare(sql).all();
}

function withLabel(entry: JournalEntry, label: string): JournalEntry {
  const events = entry.events.map((event) => EventSchema.parse({ ...event, label }));
  return { ...entry, events };
}

/** The same call again, of the other ticket. */
function atBusyCounter(called: JournalEntry, issued: Event | undefined): JournalEntry {
  if (issued?.type !== "ticket-issued") throw new Error("no second ticket");
  const { ticketId, label } = issued;
  const events = called.events.map((event) =>
    EventSchema.parse({ ...event, seq: 8, ticketId, label }),
  );
  return { ...called, id: "another", events };
}
