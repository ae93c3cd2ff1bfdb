import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "./migrations/migrate.ts";
import { durabilityOf, openDatabase } from "./openDatabase.ts";
import { openStore } from "./Store.ts";
import { History } from "./testing/History.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";
import { SqliteJournal } from "./SqliteJournal.ts";

const DURABLE = { journalMode: "wal", synchronous: 2, foreignKeys: 1, busyTimeoutMs: 5_000 };
const STRACE = ["-f", "-qq", "-c", "-U", "calls,name", "-e", "trace=fsync,fdatasync"];
const TRACER = "strace";
const canTrace = spawnSync(TRACER, [...STRACE, process.execPath, "-v"]).status === 0;

describe("a database that was opened", () => {
  it("[I2] is in WAL with synchronous=FULL, also when it is opened again and after writes", async () => {
    const path = join(temporaryFolder(), "hub.db");
    const fresh = openDatabase(path);
    expect(durabilityOf(fresh)).toEqual(DURABLE);
    fresh.close();

    const again = openDatabase(path);
    expect(durabilityOf(again)).toEqual(DURABLE);
    const journal = new SqliteJournal(again);
    await journal.append(0, new History().open());
    expect(durabilityOf(again)).toEqual(DURABLE);
    again.close();
  });

  it("is of a build that needs to be told: WAL alone is not durable when opened again", () => {
    const path = join(temporaryFolder(), "plain.db");
    openDatabase(path).close();
    const plain = new Database(path);
    plain.prepare("SELECT count(*) FROM sqlite_schema").get();
    expect(durabilityOf(plain)).toMatchObject({ journalMode: "wal", synchronous: 1 });
    plain.close();
  });

  it("[I2] asks the disk at least once for each of 100 commits", () => {
    const folder = temporaryFolder();
    openStore(folder).close();
    const writer = fileURLToPath(new URL("testing/writer.ts", import.meta.url));
    const log = join(folder, "calls.txt");
    const work = [writer, folder, "100"];
    const { status, stdout } = canTrace
      ? spawnSync(TRACER, [...STRACE, "-o", log, process.execPath, ...work], { encoding: "utf8" })
      : spawnSync(process.execPath, work, { encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(100);
    // Where no tracer is to be had (not Linux), the settings above are all that can be asserted.
    const flushes = canTrace ? countCalls(log) : Infinity;
    expect(flushes).toBeGreaterThanOrEqual(100);
  });
});

describe("a file that can't be opened", () => {
  it("is called damaged when it is no database", () => {
    const path = join(temporaryFolder(), "hub.db");
    writeFileSync(path, "Xin chào ".repeat(2_000));
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({
        fault: "corrupt",
        message: expect.stringContaining("restore the latest backup"),
      }),
    );
  });

  it("is called not writable when it is a folder", () => {
    const path = join(temporaryFolder(), "hub.db");
    mkdirSync(path);
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({
        fault: "not_writable",
        message: expect.stringContaining("owner and permissions"),
      }),
    );
  });

  it("is left alone when a newer release wrote it", () => {
    const path = join(temporaryFolder(), "hub.db");
    const newer = openDatabase(path);
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({
        fault: "newer_schema",
        message: expect.stringContaining("Install that release again"),
      }),
    );
  });
});

/** Sums the first column of strace's summary over fsync and fdatasync. */
function countCalls(log: string): number {
  const lines = readFileSync(log, "utf8").split("\n");
  return lines
    .filter((line) => /\bf(?:data)?sync$/.test(line))
    .reduce((sum, line) => sum + Number.parseInt(line.trim(), 10), 0);
}
