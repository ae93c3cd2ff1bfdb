import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DossierSource, ImportReportSchema } from "@luot/contract";
import { type Logger, silentLogger } from "@luot/kit";
import { openRegister, type DossierRegister } from "@luot/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Alarms } from "../../Alarms.ts";
import { ManualClock } from "../../testing/ManualClock.ts";
import { demoSettings, loudErrors } from "../../testing/startTestHub.ts";
import { InProcessWriter } from "../InProcessWriter.ts";
import { registerConfigOf, registerRules } from "../registerRules.ts";
import { RegisterClosed, RegisterFault } from "../RegisterThread.ts";
import type { RegisterWriter } from "../RegisterWriter.ts";
import { FILES } from "../sources/Sources.ts";
import { bookCsv, bookRows, MARK } from "../testing/dossierFiles.ts";
import { WatchedFolder } from "./WatchedFolder.ts";

const T0 = Date.parse("2026-11-24T08:00:00+07:00");
const TAX: DossierSource = { ...FILES, id: "tax", name: "Thuế" };

const find = (id: string): DossierSource | null =>
  [FILES, TAX].find((source) => source.id === id) ?? null;

let data: string;
let clock: ManualClock;
let alarms: Alarms;
let register: DossierRegister;
let writer: RegisterWriter;
let folder: WatchedFolder;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "luot-folder-"));
  clock = new ManualClock(T0);
  alarms = new Alarms(() => clock.now());
  const config = registerConfigOf(demoSettings());
  const key = Buffer.alloc(32, 7);
  register = openRegister(":memory:", { key, rules: registerRules(config), now: T0 });
  writer = new InProcessWriter({ register, config, onProgress: () => undefined });
  folder = aFolder(writer, loudErrors);
});

function aFolder(by: RegisterWriter, log: Logger): WatchedFolder {
  return new WatchedFolder({ folder: data, writer: by, find, alarms, clock, log });
}

afterEach(() => {
  register.close();
  rmSync(data, { recursive: true, force: true });
});

/** Looks as often as it takes for a file to stand still. */
async function waitAndLook(): Promise<void> {
  await folder.look();
  clock.pass(2_000);
  await folder.look();
}

const list = (name: string): readonly string[] => readdirSync(join(data, name)).toSorted();
const drop = (name: string, text: string): void => writeFileSync(join(folder.inFolder, name), text);

describe("the folder files are dropped into", () => {
  it("takes a file that stands still, and puts it away with its report", async () => {
    drop("so.csv", bookCsv(bookRows(10)));
    await waitAndLook();
    expect(register.count()).toBe(10);
    expect(list("in")).toEqual([]);
    const [file, report] = list("done");
    expect(file).toMatch(/^20261124-010002-1-so\.csv$/u);
    expect(report).toBe(`${file}.report.json`);
    const text = readFileSync(join(data, "done", report ?? ""), "utf8");
    expect(ImportReportSchema.parse(JSON.parse(text))).toMatchObject({ outcome: "done" });
  });

  it("leaves a file alone while it grows", async () => {
    const text = bookCsv(bookRows(10));
    drop("so.csv", text.slice(0, 400));
    await folder.look();
    clock.pass(1_900);
    appendFileSync(join(folder.inFolder, "so.csv"), text.slice(400));
    await folder.look();
    clock.pass(1_900);
    await folder.look();
    expect(register.runs(1)).toEqual([]);
    clock.pass(100);
    await folder.look();
    expect(register.count()).toBe(10);
  });

  it("refuses a broken file with an alarm that the next good one ends", async () => {
    drop("so.csv", bookCsv(bookRows(10)).slice(0, -40));
    await waitAndLook();
    expect(register.count()).toBe(0);
    expect(alarms.all()).toMatchObject([{ kind: "import_refused", subject: "files" }]);
    const report = list("refused").find((name) => name.endsWith(".report.json")) ?? "";
    const text = readFileSync(join(data, "refused", report), "utf8");
    expect(JSON.parse(text)).toMatchObject({ reason: "row_length", place: { row: 11 } });
    expect(text).not.toContain(MARK);
    drop("so.csv", bookCsv(bookRows(10)));
    await waitAndLook();
    expect(alarms.all()).toEqual([]);
    expect(register.count()).toBe(10);
  });

  it("refuses a file that was begun three times and never ended, over restarts too", async () => {
    let begun = 0;
    const falling: RegisterWriter = {
      run: () => {
        begun += 1;
        return Promise.reject(new RegisterFault("the register's thread ended"));
      },
      progress: () => null,
      close: () => Promise.resolve(),
    };
    drop("so.csv", bookCsv(bookRows(10)));
    for (let start = 0; start < 5; start++) {
      folder = aFolder(falling, silentLogger);
      await waitAndLook();
    }
    expect(begun).toBe(3);
    expect(list("in")).toEqual([]);
    expect(alarms.all()).toMatchObject([{ kind: "import_refused", subject: "files" }]);
    const report = list("refused").find((name) => name.endsWith(".report.json")) ?? "";
    const text = readFileSync(join(data, "refused", report), "utf8");
    expect(ImportReportSchema.parse(JSON.parse(text))).toMatchObject({ reason: "failed" });
  });

  it("does not count a file that waited when the register was closed", async () => {
    const closed: RegisterWriter = {
      run: () => Promise.reject(new RegisterClosed()),
      progress: () => null,
      close: () => Promise.resolve(),
    };
    drop("so.csv", bookCsv(bookRows(10)));
    for (let start = 0; start < 5; start++) {
      folder = aFolder(closed, silentLogger);
      await waitAndLook();
    }
    expect(list("in")).toEqual(["so.csv"]);
  });

  it("tells once of files that nobody takes, and refuses them after a week", async () => {
    folder = aFolder(writer, silentLogger);
    mkdirSync(join(folder.inFolder, "unknown"));
    for (const name of ["unknown/so.csv", "so.csv.part", "good.csv"])
      drop(name, bookCsv(bookRows(3)));
    clock.pass(Date.now() + 3_000_000 - clock.now());
    await folder.tellLeft();
    expect(alarms.all()).toEqual([]);
    clock.pass(1_200_000);
    await folder.tellLeft();
    const ids = alarms.all().map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(["import_refused:.part", "import_refused:unknown"]));
    alarms.clear("import_refused:unknown");
    await folder.tellLeft();
    expect(alarms.all()).toHaveLength(1);
    clock.pass(7 * 86_400_000);
    await folder.sweep();
    expect(list("in")).toEqual(["good.csv", "unknown"]);
    expect(list("in/unknown")).toEqual([]);
    expect(list("refused").filter((name) => name.endsWith(".report.json"))).toHaveLength(2);
    await folder.tellLeft();
    expect(alarms.all()).toEqual([]);
  });

  it("takes a file of a folder named after its source, and none of another", async () => {
    for (const name of ["tax", "unknown"]) {
      mkdirSync(join(folder.inFolder, name));
      drop(join(name, "so.csv"), bookCsv(bookRows(3)));
    }
    await waitAndLook();
    expect(register.runs(5).map(({ source }) => source)).toEqual(["tax"]);
    expect(list("in/unknown")).toEqual(["so.csv"]);
  });

  it("follows no link, and takes nothing that is only being written", async () => {
    writeFileSync(join(data, "elsewhere.csv"), bookCsv(bookRows(3)));
    symlinkSync(join(data, "elsewhere.csv"), join(folder.inFolder, "link.csv"));
    for (const name of ["~$so.xlsx", ".so.csv.swp", "so.csv.part"])
      drop(name, bookCsv(bookRows(3)));
    await waitAndLook();
    expect(register.runs(5)).toEqual([]);
  });

  it("is as fresh as the file, and stays so when an old file comes again", async () => {
    drop("a.csv", bookCsv(bookRows(3)));
    await waitAndLook();
    const asOf = register.asOf() ?? 0;
    expect(asOf).toBeLessThanOrEqual(clock.now());
    drop("b.csv", bookCsv(bookRows(4)));
    await waitAndLook();
    const runs = register.runs(9).length;
    drop("a.csv", bookCsv(bookRows(3)));
    await waitAndLook();
    expect(register.runs(9)).toHaveLength(runs);
    expect(register.count()).toBe(4);
  });

  it("stays fresh by the same file each day beside a source that sends all the time", async () => {
    drop("a.csv", bookCsv(bookRows(3)));
    await waitAndLook();
    const before = register.asOfSource("files") ?? 0;
    const at = clock.now();
    for (let i = 0; i < 1_001; i++) {
      const run = register.beginRun({ source: "tax", name: "push", fingerprint: null, at });
      register.endRun(run, { outcome: "done", reason: null, at, asOf: at });
    }
    clock.pass(60_000);
    drop("a.csv", bookCsv(bookRows(3)));
    await waitAndLook();
    expect(register.asOfSource("files")).toBeGreaterThan(before);
  });

  it("deletes taken files after a week, and their reports after ninety days", async () => {
    drop("so.csv", bookCsv(bookRows(3)));
    await waitAndLook();
    clock.pass(6.9 * 86_400_000);
    await folder.sweep();
    expect(list("done")).toHaveLength(2);
    clock.pass(0.2 * 86_400_000);
    await folder.sweep();
    expect(list("done")).toEqual([expect.stringMatching(/report\.json$/u)]);
    clock.pass(90 * 86_400_000);
    await folder.sweep();
    expect(list("done")).toEqual([]);
  });
});
