import { toSnapshot } from "@luot/domain";
import { aCentre } from "@luot/domain/testing";
import type Database from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { z } from "zod";
import { ContactStore } from "./ContactStore.ts";
import { IdentityStore } from "./IdentityStore.ts";
import { MetaStore } from "./MetaStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { PaperStore } from "./PaperStore.ts";
import { SettingsStore } from "./SettingsStore.ts";
import { SqliteJournal } from "./SqliteJournal.ts";
import { History } from "./testing/History.ts";

const PlanSchema = z.array(z.object({ detail: z.string() }));

/** Reads of a whole table that are meant: tables that stay small, and not while people wait. */
const WHOLE_TABLE = [
  "DELETE FROM snapshots WHERE seq NOT IN", // three rows
  "SELECT body, hash FROM settings_versions ORDER BY version", // at a start
  "ORDER BY paired_at DESC", // the list of devices
  "SELECT * FROM officers ORDER BY id",
  "FROM papers WHERE state IN", // an index of the unfinished papers alone; at a start
];

/** Every statement that the stores prepare, while each of their methods is used once. */
async function statementsOf(db: Database.Database): Promise<readonly string[]> {
  const prepare = db.prepare.bind(db);
  const seen = new Set<string>();
  vi.spyOn(db, "prepare").mockImplementation((sql: string) => {
    seen.add(sql);
    return prepare(sql);
  });
  await useJournal(new SqliteJournal(db));
  useIdentities(new IdentityStore(db));
  useOthers(db);
  vi.restoreAllMocks();
  return [...seen];
}

async function useJournal(journal: SqliteJournal): Promise<void> {
  const history = new History();
  await journal.append(0, history.open());
  journal.eventsAfter(0, 1);
  journal.recordOf("x");
  journal.saveSnapshot(toSnapshot(history.state), 1);
  journal.latestSnapshot();
}

function useIdentities(identities: IdentityStore): void {
  const at = { pairedAt: 1, revokedAt: null, counterId: null, zone: null };
  identities.addDevice({ id: "d", role: "counter", name: "1", ...at }, "hash");
  identities.deviceByToken("hash");
  identities.devices();
  const secrets = { passwordHash: "p", pinHash: "q" };
  const account = { id: "o", name: "O", role: "officer", rights: [] } as const;
  identities.putOfficer({ ...account, ...secrets, isActive: true });
  identities.officer("o");
  identities.officers();
  const times = { createdAt: 1, usedAt: 1, isLocked: false };
  identities.startSession({ tokenHash: "t", officerId: "o", deviceId: "d", ...times });
  identities.session("t");
  identities.setSessionLock("t", true, 2);
  identities.revokeDevice("d", 3);
}

function useOthers(db: Database.Database): void {
  const settings = new SettingsStore(db);
  settings.add(aCentre({}), 1);
  settings.all();
  settings.find(1);
  new ContactStore(db).eraseExpired(1);
  const papers = new PaperStore(db);
  papers.set({ ticketId: "t", copy: 1 }, "sending", 1);
  papers.stateOf({ ticketId: "t", copy: 1 });
  papers.unfinished();
  new MetaStore(db).readOrMake("key", () => "value");
}

function planOf(db: Database.Database, sql: string): readonly string[] {
  const parameters = Array.from({ length: sql.split("?").length - 1 }, () => 1);
  const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
  return PlanSchema.parse(rows).map(({ detail }) => detail);
}

it("no statement of a live command reads a whole table", async () => {
  const db = openDatabase(":memory:");
  const statements = await statementsOf(db);
  expect(statements.length).toBeGreaterThan(35);
  const scans = statements
    .filter((sql) => !WHOLE_TABLE.some((meant) => sql.includes(meant)))
    .flatMap((sql) => planOf(db, sql).map((detail) => `${detail} <- ${sql}`))
    .filter((line) => line.startsWith("SCAN") && !line.startsWith("SCAN CONSTANT"));
  expect(scans).toEqual([]);
  for (const meant of WHOLE_TABLE)
    expect(statements).toContainEqual(expect.stringContaining(meant));
  db.close();
});

it("a start after years of history reads the newest snapshot and what came after, no more", () => {
  const db = openDatabase(":memory:");
  expect(planOf(db, "SELECT body FROM events WHERE seq > ? ORDER BY seq LIMIT ?")).toEqual([
    "SEARCH events USING INTEGER PRIMARY KEY (rowid>?)",
  ]);
  expect(
    planOf(db, "SELECT body FROM snapshots WHERE seq = (SELECT max(seq) FROM snapshots)"),
  ).toEqual([
    "SEARCH snapshots USING INTEGER PRIMARY KEY (rowid=?)",
    "SCALAR SUBQUERY 1",
    "SEARCH snapshots",
  ]);
  db.close();
});
