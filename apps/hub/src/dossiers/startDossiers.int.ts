import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportReport } from "@luot/contract";
import { StoreError } from "@luot/store";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Alarms } from "../Alarms.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import { demoSettings, loudErrors } from "../testing/startTestHub.ts";
import { registerConfigOf } from "./registerRules.ts";
import type { CreateConnector } from "./connectors.ts";
import {
  RegisterClosed,
  RegisterFault,
  RegisterThread,
  type RegisterThreadOptions,
  TASK_LIMITS,
} from "./RegisterThread.ts";
import type { ImportTask } from "./RegisterWriter.ts";
import { type Dossiers, startDossiers } from "./startDossiers.ts";
import { bookCsv, bookRows, MARK } from "./testing/dossierFiles.ts";

const KILLED = join(import.meta.dirname, "testing/killedImporting.ts");
const T0 = Date.parse("2026-11-24T08:00:00+07:00");
const started: { readonly close: () => Promise<void> }[] = [];
const folders: string[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const one of started.splice(0)) await one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "luot-dossiers-"));
  folders.push(folder);
  return folder;
}

async function start(
  data: string,
  connectors: readonly CreateConnector[],
): Promise<{ dossiers: Dossiers; alarms: Alarms }> {
  const clock = new ManualClock(T0);
  const alarms = new Alarms(() => clock.now());
  const dossiers = await startDossiers({
    data,
    settings: demoSettings,
    alarms,
    clock,
    isClockSure: () => true,
    log: loudErrors,
    connectors,
  });
  started.push(dossiers);
  return { dossiers, alarms };
}

function take({ writer }: Dossiers, text: string | Uint8Array, at = T0): Promise<ImportReport> {
  return writer.run("import-file", {
    source: "files",
    name: "so-theo-doi.csv",
    mapping: "auto",
    content: { kind: "bytes", bytes: new Uint8Array(Buffer.from(text)) },
    at,
    asOf: at,
  });
}

describe.each([
  ["on a thread", aFolder],
  ["in memory", () => ":memory:"],
])("a file of dossiers, %s", (_, data) => {
  it("is taken wholly, and the same file again changes nothing", async () => {
    const { dossiers } = await start(data(), []);
    const text = bookCsv(bookRows(300));
    const first = await take(dossiers, text);
    expect(first).toMatchObject({ outcome: "done", format: "csv", mapping: "register-book" });
    expect(first.counts).toMatchObject({ added: 300, refused: 0 });
    const before = dossiers.register.find("H56.29-261102-000300");
    expect(before).toMatchObject({ record: { status: "4", procedureName: "Đăng ký khai sinh" } });
    expect((await take(dossiers, text)).outcome).toBe("unchanged");
    expect(dossiers.register.find("H56.29-261102-000300")).toEqual(before);
    expect(dossiers.register.count()).toBe(300);
  });
});

describe("a file of dossiers", () => {
  it("that holds only a part of them makes the others no fresher", async () => {
    const { dossiers } = await start(":memory:", []);
    await take(dossiers, bookCsv(bookRows(20)));
    const part = await take(dossiers, bookCsv(bookRows(9)), T0 + 1_000);
    expect(part).toMatchObject({ outcome: "done" });
    expect(dossiers.register.asOfSource("files")).toBe(T0);
    expect(dossiers.register.runs(1)).toMatchObject([{ outcome: "done", reason: "partial" }]);
    await take(dossiers, bookCsv(bookRows(10)), T0 + 2_000);
    expect(dossiers.register.asOfSource("files")).toBe(T0 + 2_000);
  });

  it("tells its good rows apart from its bad ones, by row and field", async () => {
    const { dossiers } = await start(":memory:", []);
    const rows = bookRows(20).map((row, i) => (i === 4 ? { ...row, received: "31/11/2026" } : row));
    const report = await take(dossiers, bookCsv(rows));
    expect(report).toMatchObject({ outcome: "done", counts: { added: 19, refused: 1 } });
    expect(report.refusals).toEqual([{ row: 6, field: "receivedAt", reason: "not_a_date" }]);
    expect(dossiers.register.refusalsOf(report.run)).toEqual(report.refusals);
  });

  it.each([
    ["cut within a row", (text: string) => text.slice(0, -40), "row_length"],
    ["cut within its last cell", (text: string) => text.slice(0, -6), "truncated"],
    [
      "without the column of codes",
      (text: string) => text.replace("Mã hồ sơ", "STT"),
      "wrong_columns",
    ],
    [
      "mostly refused",
      (text: string) => text.replaceAll("02/11/2026", "32/11/2026"),
      "too_many_refused",
    ],
  ])("that is %s changes nothing and says why", async (_, harm, reason) => {
    const { dossiers } = await start(":memory:", []);
    await take(dossiers, bookCsv(bookRows(5)));
    const report = await take(dossiers, harm(bookCsv(bookRows(50))));
    expect(report).toMatchObject({ outcome: "refused", reason });
    expect(dossiers.register.count()).toBe(5);
    expect(dossiers.register.run(report.run)).toMatchObject({ outcome: "refused", reason });
    expect(JSON.stringify([report, dossiers.register.refusalsOf(report.run)])).not.toContain(MARK);
  });
});

const CONFIG = registerConfigOf(demoSettings());

function aThread(options: Pick<RegisterThreadOptions, "heapMb" | "limits">): {
  readonly thread: RegisterThread;
  readonly alarms: Alarms;
  readonly errors: readonly string[];
} {
  const alarms = new Alarms(() => T0);
  const errors: string[] = [];
  const log = { ...loudErrors, error: (message: string) => errors.push(message) };
  const data = { folder: aFolder(), config: CONFIG, now: () => T0 };
  const thread = new RegisterThread({ ...data, ...options, alarms, log });
  started.push(thread);
  return { thread, alarms, errors };
}

function fileOf(rows: number): ImportTask {
  const bytes = new Uint8Array(Buffer.from(bookCsv(bookRows(rows))));
  const content = { kind: "bytes", bytes } as const;
  return { source: "files", name: "a", mapping: "auto", content, at: T0, asOf: T0 };
}

const noConnector: CreateConnector = () => {
  throw new Error("no connector");
};

describe("the register's thread", () => {
  it("falls alone over a file it has no memory for; what comes next is done", async () => {
    const { thread, alarms, errors } = aThread({ heapMb: 24, limits: TASK_LIMITS });
    await thread.run("adopt", CONFIG);
    const large = thread.run("import-file", fileOf(60_000));
    const next = thread.run("begin-run", { source: "files", name: "b", fingerprint: null, at: T0 });
    await expect(large).rejects.toThrow(RegisterFault);
    expect(alarms.all()).toMatchObject([{ kind: "register" }]);
    expect(errors).toHaveLength(1);
    expect(await next).toBeGreaterThan(0);
    expect(alarms.all()).toEqual([]);
  });

  it("is ended over a task that never ends; what comes next is done", async () => {
    const { thread, alarms, errors } = aThread({
      heapMb: 512,
      limits: { longMs: 20, shortMs: 60_000 },
    });
    await thread.run("begin-run", { source: "files", name: "a", fingerprint: null, at: T0 });
    const endless = thread.run("import-file", fileOf(60_000));
    const next = thread.run("begin-run", { source: "files", name: "b", fingerprint: null, at: T0 });
    await expect(endless).rejects.toThrow(RegisterFault);
    expect(alarms.all()).toMatchObject([{ kind: "register" }]);
    expect(errors).toHaveLength(2);
    expect(await next).toBeGreaterThan(0);
  });

  it("has its alarm until dossiers are kept again, whatever is noted meanwhile", async () => {
    const { thread, alarms } = aThread({ heapMb: 512, limits: { longMs: 1, shortMs: 60_000 } });
    await expect(thread.run("import-file", fileOf(60_000))).rejects.toThrow(RegisterFault);
    const opening = { at: T0, officerId: "o1", deviceId: "d1", what: "holder" };
    await thread.run("note-opening", { code: "H56.29-261102-000001", opening });
    expect(alarms.all()).toMatchObject([{ kind: "register" }]);
    await thread.run("begin-run", { source: "files", name: "b", fingerprint: null, at: T0 });
    expect(alarms.all()).toEqual([]);
  });

  it("is closed together with who waits for it: what waits is not begun", async () => {
    const told: string[] = [];
    const asking: CreateConnector = ({ writer }) => {
      const asked = Promise.withResolvers<void>();
      return {
        useSources: () => undefined,
        runNow: () => {
          const start = { source: "s", name: "b", fingerprint: null, at: T0 };
          writer
            .run("begin-run", start)
            .then(
              () => told.push("done"),
              (cause: unknown) => told.push(cause instanceof RegisterClosed ? "closed" : "?"),
            )
            .finally(() => asked.resolve());
          return true;
        },
        close: () => asked.promise,
      };
    };
    const { dossiers } = await start(aFolder(), [asking]);
    const file = take(dossiers, bookCsv(bookRows(2_000)));
    dossiers.connectors[0]?.runNow("s");
    await dossiers.close();
    expect(told).toEqual(["closed"]);
    expect(await file).toMatchObject({ outcome: "done" });
  });

  it("is closed although a part of it never is", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const endless = Promise.withResolvers<void>().promise;
    const stuck = { useSources: () => undefined, runNow: () => false, close: () => endless };
    const { dossiers } = await start(":memory:", [() => stuck]);
    const closed = dossiers.close();
    started.length = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await closed).toBeUndefined();
  });

  it("notes who looks before it takes a file that waits", async () => {
    const { dossiers } = await start(aFolder(), []);
    const order: string[] = [];
    const opening = { at: T0, officerId: "o1", deviceId: "d1", what: "holder" };
    const code = "H56.29-261102-000001";
    await Promise.all([
      take(dossiers, bookCsv(bookRows(2_000))).then(() => order.push("first file")),
      take(dossiers, bookCsv(bookRows(1_000))).then(() => order.push("second file")),
      dossiers.writer.run("note-opening", { code, opening }).then(() => order.push("note")),
    ]);
    expect(order).toEqual(["first file", "note", "second file"]);
    expect(dossiers.register.openingsOf(code, 10)).toMatchObject([opening]);
  });

  it("leaves nobody's name or phone in the register's files, its log included", async () => {
    const data = aFolder();
    const { dossiers } = await start(data, []);
    await take(dossiers, bookCsv(bookRows(50)));
    const files = readdirSync(data).filter((name) => name.startsWith("register."));
    expect(files).toContain("register.db-wal");
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(data, name))));
    expect(bytes.includes("H56.29-261102-000050")).toBe(true);
    for (const trace of [MARK, "DẤU VẾT", "0912 007"])
      expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
  });

  it("is killed within a file, which is taken wholly at the next start", async () => {
    const data = aFolder();
    const path = join(data, "so.csv");
    const text = bookCsv(bookRows(8_000));
    writeFileSync(path, text);
    const child = spawn(process.execPath, [KILLED, data, path], { stdio: "inherit" });
    const signal = await new Promise((done) => child.once("exit", (_, signal) => done(signal)));
    expect(signal).toBe("SIGKILL");
    const { dossiers } = await start(data, []);
    expect(dossiers.register.count()).toBe(0);
    expect(await take(dossiers, text)).toMatchObject({ counts: { added: 8_000 } });
    const outcomes = dossiers.register.runs(2).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["done", "interrupted"]);
  });

  it("goes on without the folder for files where that can't be made", async () => {
    const data = aFolder();
    writeFileSync(join(data, "dossiers"), "a file of the same name");
    const errors: string[] = [];
    const alarms = new Alarms(() => T0);
    const dossiers = await startDossiers({
      data,
      settings: demoSettings,
      alarms,
      clock: new ManualClock(T0),
      isClockSure: () => true,
      log: { ...loudErrors, error: (message) => errors.push(message) },
      connectors: [],
    });
    started.push(dossiers);
    expect(dossiers.inFolder).toBeNull();
    expect(errors).toHaveLength(1);
    expect(await take(dossiers, bookCsv(bookRows(3)))).toMatchObject({ outcome: "done" });
    expect(alarms.all()).toMatchObject([{ id: "register:folder" }]);
  });

  it("leaves nothing open when a part of it can't start", async () => {
    let closed = 0;
    const good: CreateConnector = () => ({
      useSources: () => undefined,
      runNow: () => false,
      close: async () => void (closed += 1),
    });
    await expect(start(":memory:", [good, noConnector])).rejects.toThrow("no connector");
    expect(closed).toBe(1);
  });

  it("says why the register can't be opened", async () => {
    const data = aFolder();
    writeFileSync(join(data, "register.db"), "this is no database, and it is long enough");
    const clock = new ManualClock(T0);
    const alarms = new Alarms(() => clock.now());
    const options = {
      data,
      settings: demoSettings,
      alarms,
      clock,
      isClockSure: () => true,
      log: loudErrors,
      connectors: [],
    };
    await expect(startDossiers(options)).rejects.toThrow(StoreError);
  });
});
