import { silentLogger } from "@luot/kit";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsFile } from "../settings/SettingsFile.ts";
import { keepWishes } from "./keepWishes.ts";
import { putAside } from "./putAside.ts";
import { readArguments } from "./readArguments.ts";

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
});
