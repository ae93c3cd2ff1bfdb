import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evolve, fromSnapshot } from "@luot/domain";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../openDatabase.ts";
import { openStore } from "../Store.ts";
import { History } from "../testing/History.ts";
import { lookInto } from "../testing/lookInto.ts";
import { makeOldDatabase } from "../testing/makeOldDatabase.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { SCHEMA_VERSION } from "./migrate.ts";

const SCHEMA_1 = fileURLToPath(new URL("../fixtures/schema-1.db", import.meta.url));
const SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
const TICKETS = "SELECT label, status, counter_id AS counterId FROM tickets ORDER BY label";

describe("a database of schema 1", () => {
  it("is the released one, as it is told to be made", async () => {
    const remade = join(temporaryFolder(), "remade.db");
    await makeOldDatabase(remade);
    const released = copyOfSchema1();
    expect(lookInto(released).pragma("user_version", { simple: true })).toBe(1);
    expect(lookInto(released).prepare(SCHEMA).all()).toEqual(
      lookInto(remade).prepare(SCHEMA).all(),
    );
  });

  it("opens with its rows and the schema of a new database", () => {
    const path = copyOfSchema1();
    const db = openDatabase(path);
    expect(db.pragma("user_version", { simple: true })).toBe(SCHEMA_VERSION);
    expect(db.prepare(SCHEMA).all()).toEqual(openDatabase(":memory:").prepare(SCHEMA).all());
    expect(db.prepare(TICKETS).all()).toEqual([
      { label: "A001", status: "called", counterId: "c1" },
      { label: "A002", status: "waiting", counterId: null },
      { label: "A003", status: "waiting", counterId: null },
    ]);
    db.close();
  });

  it("goes on where it was: journal, answers, snapshot, settings and sessions", async () => {
    const store = openStore(folderOf(copyOfSchema1()));
    const { journal, settings, identities } = store;
    expect(journal.lastSeq).toBe(8);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 8 });
    expect(settings.oldProcedures()).toMatchObject([{ serviceId: expect.any(String) }]);
    expect(identities.deviceByToken("token hash")).toMatchObject({ counterId: "c1" });
    expect(identities.session("session hash")).toMatchObject({ officerId: "officer-c1" });

    const snapshot = journal.latestSnapshot();
    if (snapshot === null) throw new Error("no snapshot");
    const state = fromSnapshot(
      snapshot,
      settings.all().map((stored) => stored.settings),
    );
    for (const event of journal.eventsAfter(state.seq, 100)) evolve(state, event);
    expect(state.labels.size).toBe(3);

    const history = new History();
    const replayed = [...history.open(), history.issue(), history.callNext(), history.issue()];
    replayed.push(history.callNext(), history.issue());
    expect(replayed.filter(({ id }) => journal.recordOf(id) === undefined)).toEqual([]);
    await journal.append(8, [history.issue()]);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 9 });
    store.close();
  });
});

describe("a step of the schema that fails", () => {
  it("leaves the database at the schema before it", () => {
    const path = copyOfSchema1();
    const db = new Database(path);
    db.exec("CREATE TABLE print_jobs (in_the_way TEXT)");
    db.close();
    expect(() => openDatabase(path)).toThrow("print_jobs already exists");
    expect(lookInto(path).pragma("user_version", { simple: true })).toBe(1);
  });
});

/** The path of a copy in a folder of its own, named as a hub names it. */
function copyOfSchema1(): string {
  const path = join(temporaryFolder(), "hub.db");
  copyFileSync(SCHEMA_1, path);
  return path;
}

function folderOf(path: string): string {
  return join(path, "..");
}
