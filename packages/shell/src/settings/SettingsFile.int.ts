import { silentLogger } from "@luot/kit";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SettingsFile } from "./SettingsFile.ts";

let folder: string;
let path: string;
const open = (): SettingsFile => new SettingsFile(path, silentLogger);
const HUB = "http://hub.local:7410";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-shell-"));
  path = join(folder, "app", "settings.json");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("SettingsFile", () => {
  it("begins without a hub and keeps the one that was chosen", () => {
    expect(open().settings.hubUrl).toBeNull();
    expect(open().change({ hubUrl: HUB })).toMatchObject({ ok: true });
    expect(open().settings.hubUrl).toBe(HUB);
    expect(readdirSync(join(folder, "app"))).toEqual(["settings.json"]);
  });

  it.each([
    ["no JSON", "{"],
    ["an empty file", ""],
    ["an unknown key", `{"version":1,"hubUrl":null,"counterId":null,"zone":null,"more":1}`],
    [
      "an address with a path",
      `{"version":1,"hubUrl":"http://hub/evil","counterId":null,"zone":null}`,
    ],
    ["another version", `{"version":2,"hubUrl":null,"counterId":null,"zone":null}`],
  ])("puts %s aside and begins afresh", (_name, text) => {
    open().change({ hubUrl: HUB });
    writeFileSync(path, text);
    expect(open().settings.hubUrl).toBeNull();
    expect(readFileSync(`${path}.broken`, "utf8")).toBe(text);
    expect(existsSync(path)).toBe(false);
  });

  it("reads a file of before there were devices", () => {
    open().change({ hubUrl: HUB });
    writeFileSync(path, `{"version":1,"hubUrl":"${HUB}","counterId":null,"zone":null}`);
    expect(open().settings).toMatchObject({ hubUrl: HUB, printer: null, scanner: null });
  });

  it("keeps a board, and reads walls of before there were boards", () => {
    const wall = { monitorId: "1", label: "", x: 0, y: 0, counterId: null, zone: "hall" };
    const fresh = { version: 1, hubUrl: HUB, counterId: null, zone: null };
    open().change({ hubUrl: HUB });
    writeFileSync(path, JSON.stringify({ ...fresh, walls: [wall] }));
    expect(open().settings.walls).toEqual([{ ...wall, board: null }]);
    const board = { period: "day", diagonalInches: 43, distanceM: 3.5 } as const;
    open().change({ walls: [{ ...wall, board }] });
    expect(open().settings.walls).toEqual([{ ...wall, board }]);
  });

  it("says that it can't store, and keeps what holds", () => {
    writeFileSync(join(folder, "app"), "a file where a folder should be");
    const file = open();
    expect(file.change({ hubUrl: HUB })).toEqual({ ok: false, error: "cannot_store" });
    expect(file.settings.hubUrl).toBeNull();
  });
});
