import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "./openDatabase.ts";
import { SqliteJournal } from "./SqliteJournal.ts";
import { openStore } from "./Store.ts";
import { History } from "./testing/History.ts";
import { runChild } from "./testing/runChild.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

const fault = (name: string, advice: string): unknown =>
  expect.objectContaining({ fault: name, message: expect.stringContaining(advice) });

describe("a data folder", () => {
  it("is made when it is missing", () => {
    const folder = join(temporaryFolder(), "new", "data");
    openStore(folder).close();
    expect(existsSync(join(folder, "hub.db"))).toBe(true);
  });

  it("belongs to one hub: a second one is told so, until the first is closed", () => {
    const folder = temporaryFolder();
    const first = openStore(folder);
    expect(() => openStore(folder)).toThrow(fault("locked", "Another hub already works"));
    first.close();
    openStore(folder).close();
  });

  it("belongs to one process, and is free again when that is killed", async () => {
    const folder = temporaryFolder();
    const holder = runChild("holder.ts", [folder]);
    await holder.ready;
    expect(() => openStore(folder)).toThrow(fault("locked", "Another hub already works"));
    await holder.kill();
    openStore(folder).close();
  });

  it("is free again when its database could not be opened", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "hub.db"), "no database ".repeat(1_000));
    expect(() => openStore(folder)).toThrow(fault("corrupt", "restore the latest backup"));
    expect(() => openStore(folder)).toThrow(fault("corrupt", "restore the latest backup"));
  });

  it("can't be made below a file", () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(() => openStore(join(file, "data"))).toThrow(
      fault("not_writable", "Check its owner and permissions"),
    );
  });

  it.runIf(existsSync("/proc/self"))("can't be a folder in which nobody may write", () => {
    expect(() => openStore("/proc/self")).toThrow(
      fault("not_writable", "Check the folder's owner and permissions"),
    );
  });

  it("with something else in place of its lock says what to do", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "hub.lock"), "not a lock ".repeat(1_000));
    expect(() => openStore(folder)).toThrow(fault("corrupt", "delete it and start again"));
  });
});

describe("a damaged database", () => {
  it("is called damaged when the page that fails is met later, not only when it is opened", async () => {
    const folder = temporaryFolder();
    const store = openStore(folder);
    await store.journal.append(0, new History().open());
    for (let i = 0; i < 50; i++) store.meta.write(`key ${i}`, "x".repeat(500));
    store.close();
    const path = join(folder, "hub.db");
    const bytes = readFileSync(path);
    const pageBytes = 4_096;
    // The first page holds the header and the schema's root; all others are overwritten.
    bytes.fill(0xa5, pageBytes);
    writeFileSync(path, bytes);
    expect(() => openStore(folder)).toThrow(fault("corrupt", "restore the latest backup"));
  });
});

describe("a full disk", () => {
  it("undoes the batch, lets everybody read on, and is over when there is space again", async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const db = openDatabase(join(folder, "hub.db"));
    const journal = new SqliteJournal(db);
    const history = new History();
    await journal.append(0, history.open());
    const pages = Number(db.pragma("page_count", { simple: true }));
    db.pragma(`max_page_count = ${pages + 2}`);

    const batch = Array.from({ length: 100 }, () => history.issue());
    await expect(journal.append(4, batch)).rejects.toEqual(fault("disk_full", "Free some space"));
    expect(db.inTransaction).toBe(false);
    expect(journal.lastSeq).toBe(4);
    expect(journal.eventsAfter(0, 1_000)).toHaveLength(4);
    expect(journal.recordOf(batch[0]?.id ?? "")).toBeUndefined();

    db.pragma("max_page_count = 1000000");
    await journal.append(4, batch);
    expect(journal.lastSeq).toBe(104);
    expect(journal.audit()).toMatchObject({ isWhole: true, events: 104 });
    db.close();
    expect(statSync(join(folder, "hub.db")).size).toBeGreaterThan(pages * 4_096);
  });
});
