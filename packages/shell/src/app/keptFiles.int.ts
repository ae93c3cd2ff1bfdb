import { silentLogger } from "@luot/kit";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsFile } from "../settings/SettingsFile.ts";
import { HandTimers } from "../testing/HandTimers.ts";
import { forgetHub, goOnForgetting } from "./forgetHub.ts";
import { hubOfDevices } from "./hubOfDevices.ts";
import { keepWishes } from "./keepWishes.ts";
import { putAside } from "./putAside.ts";
import { readArguments } from "./readArguments.ts";

const BOOK = ["kiosk.db", "kiosk.db-shm", "kiosk.db-wal"];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-kept-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (...args: readonly string[]): SettingsFile => {
  const settings = new SettingsFile(join(folder, "settings.json"), silentLogger);
  keepWishes(readArguments(args, true), settings, silentLogger);
  return settings;
};

describe("keepWishes", () => {
  it("takes a hub from the command line once, so that the menu's choice outlives a restart", () => {
    expect(start("--hub=one").settings.hubUrl).toBe("http://one:7410");
    start().change({ hubUrl: "http://two:7410", hubEpoch: "epoch-b" });
    const kept = start("--hub=one").settings;
    expect([kept.hubUrl, kept.hubEpoch]).toEqual(["http://two:7410", "epoch-b"]);
    const named = start("--hub=three").settings;
    expect(named.hubUrl).toBe("http://three:7410");
  });

  it("takes a counter from the command line once, so that the screen's choice outlives a restart", () => {
    expect(start("--counter=q05").settings.counterId).toBe("q05");
    start().change({ counterId: "q06" });
    expect(start("--counter=q05").settings.counterId).toBe("q06");
    expect(start("--counter=../q07").settings.counterId).toBe("q06");
    expect(start("--counter=q07").settings.counterId).toBe("q07");
  });

  it("keeps times of sleep, lets go of them, and leaves aside what is none", () => {
    const night = { from: "18:00", to: "06:30" };
    expect(start("--sleep=18:00-06:30").settings.sleep).toEqual(night);
    for (const text of ["24:00-06:00", "18:00", "night", ""])
      expect(start(`--sleep=${text}`).settings.sleep).toEqual(night);
    expect(start("--sleep=none").settings.sleep).toBeNull();
  });
});

describe("putAside", () => {
  it("moves the book of another hub with all that belongs to it, and deletes nothing", () => {
    for (const name of ["kiosk.db", "kiosk.db-wal", "settings.json"])
      writeFileSync(join(folder, name), name);
    expect(putAside(folder, "20260105-080000", silentLogger)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["aside", "settings.json"]);
    const aside = join(folder, "aside", "20260105-080000");
    expect(readFileSync(join(aside, "kiosk.db"), "utf8")).toBe("kiosk.db");
    expect(readdirSync(aside)).toHaveLength(2);
  });

  it("has nothing to do where there is no book, and says where it could not", () => {
    expect(putAside(folder, "1", silentLogger)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(join(folder, "kiosk.db"));
    writeFileSync(join(folder, "aside"), "a file where a folder should be");
    expect(putAside(folder, "1", silentLogger)).toBe(false);
  });

  it("keeps a book together when it was stopped on the way and goes on another time", () => {
    for (const name of BOOK) writeFileSync(join(folder, name), name);
    const inTheWay = join(folder, "aside", "1", "kiosk.db-wal");
    mkdirSync(inTheWay, { recursive: true });
    expect(putAside(folder, "1", silentLogger)).toBe(false);
    expect(putAside(folder, "2", silentLogger)).toBe(true);
    expect(readdirSync(join(folder, "aside", "2")).toSorted()).toEqual(BOOK);
    expect(readdirSync(folder)).toEqual(["aside"]);
  });
});

/** What a file holds that was put aside, in the one folder there is. */
function asideOf(name: string): string {
  const folders = readdirSync(join(folder, "aside"));
  expect(folders).toHaveLength(1);
  return readFileSync(join(folder, "aside", folders[0] ?? "", name), "utf8");
}

/** A start after another hub was chosen, with a book that can't be put aside. */
async function startStuck(timers: HandTimers, onForgotten: () => void): Promise<SettingsFile> {
  const settings = start("--hub=two");
  settings.change({ isOtherHub: true });
  writeFileSync(join(folder, "kiosk.db"), "of the hub before");
  writeFileSync(join(folder, "aside"), "a file where a folder should be");
  const own = { clearStorageData: async () => undefined };
  const forgetting = { settings, folder, own, timers, log: silentLogger };
  await forgetHub(forgetting);
  goOnForgetting(forgetting, onForgotten);
  return settings;
}

describe("forgetHub", () => {
  it("gives the devices no hub while the book of another is in the way, and tries again", async () => {
    const timers = new HandTimers();
    const told: (string | null)[] = [];
    const settings = await startStuck(timers, () => told.push(hubOfDevices(settings.settings)));
    expect(hubOfDevices(settings.settings)).toBeNull();
    await timers.pass(60_000);
    await expect.poll(() => timers.waiting).toBe(1);
    expect([told, hubOfDevices(settings.settings)]).toEqual([[], null]);
    rmSync(join(folder, "aside"));
    await timers.pass(60_000);
    await expect.poll(() => told).toEqual(["http://two:7410"]);
    expect(readdirSync(folder).toSorted()).toEqual(["aside", "settings.json"]);
    expect(timers.waiting).toBe(0);
  });

  it("puts the page's storage aside before it is cleared: a counter's work may be in it", async () => {
    const settings = start("--hub=two");
    settings.change({ isOtherHub: true });
    const storage = join(folder, "Local Storage", "leveldb");
    mkdirSync(storage, { recursive: true });
    writeFileSync(join(storage, "000003.log"), "not told to the hub yet");
    const clearStorageData = async (): Promise<void> => rmSync(storage, { recursive: true });
    const timers = new HandTimers();
    await forgetHub({ settings, folder, own: { clearStorageData }, timers, log: silentLogger });
    expect(asideOf("Local Storage/leveldb/000003.log")).toBe("not told to the hub yet");
    expect(settings.settings.isOtherHub).toBe(false);
  });

  it("clears nothing that it could not put aside, and not over what it had before", async () => {
    const settings = start("--hub=two");
    settings.change({ isOtherHub: true });
    const storage = join(folder, "Local Storage");
    mkdirSync(storage);
    writeFileSync(join(storage, "work"), "of the hub before");
    writeFileSync(join(folder, "aside"), "a file where a folder should be");
    let failure: Error | null = null;
    const clearStorageData = async (): Promise<void> => {
      writeFileSync(join(storage, "work"), "cleared");
      if (failure !== null) throw failure;
    };
    const timers = new HandTimers();
    const forgetting = { settings, folder, own: { clearStorageData }, timers, log: silentLogger };
    expect(await forgetHub(forgetting)).toBe(false);
    expect(settings.settings.isOtherHub).toBe(true);
    expect(readFileSync(join(storage, "work"), "utf8")).toBe("of the hub before");
    rmSync(join(folder, "aside"));
    // As if the power had gone before the rest was done.
    failure = new Error("the power is cut");
    expect(await forgetHub(forgetting)).toBe(false);
    failure = null;
    expect(await forgetHub(forgetting)).toBe(true);
    expect(asideOf("Local Storage/work")).toBe("of the hub before");
  });

  it("does nothing where the hub is the one of before", async () => {
    const settings = start("--hub=one");
    writeFileSync(join(folder, "kiosk.db"), "of this hub");
    const own = { clearStorageData: () => Promise.reject(new Error("nobody asked for that")) };
    const forgetting = { settings, folder, own, timers: new HandTimers(), log: silentLogger };
    await forgetHub(forgetting);
    goOnForgetting(forgetting, () => expect.unreachable());
    expect(readdirSync(folder)).toContain("kiosk.db");
    expect(hubOfDevices(settings.settings)).toBe("http://one:7410");
  });
});
