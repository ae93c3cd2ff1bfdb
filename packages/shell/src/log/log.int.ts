import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileLog } from "./createFileLog.ts";
import { RotatingFile } from "./RotatingFile.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-log-"));
  path = join(folder, "logs", "luot-kiosk.log");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = (): readonly string[] => readdirSync(join(folder, "logs")).toSorted();

describe("RotatingFile", () => {
  it("keeps the newest lines in files of bounded size and number, over restarts too", () => {
    const options = { path, maxBytes: 100, maxFiles: 3 };
    let file = new RotatingFile(options);
    for (let i = 0; i < 60; i += 1) {
      if (i % 7 === 0) file = new RotatingFile(options);
      file.add(`line ${i}`);
    }
    expect(names()).toEqual(["luot-kiosk.log", "luot-kiosk.log.1", "luot-kiosk.log.2"]);
    for (const name of names())
      expect(statSync(join(folder, "logs", name)).size).toBeLessThanOrEqual(100);
    const all = [".2", ".1", ""].map((end) => readFileSync(`${path}${end}`, "utf8")).join("");
    const lines = all.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("line 59");
    expect(lines).toEqual(lines.map((_line, i) => `line ${60 - lines.length + i}`));
  });

  it("takes a line that is larger than a file may be", () => {
    const file = new RotatingFile({ path, maxBytes: 10, maxFiles: 2 });
    file.add("x".repeat(50));
    file.add("y");
    expect(readFileSync(path, "utf8")).toBe("y\n");
  });
});

describe("createFileLog", () => {
  it("writes lines that a program can read, without what could be about a person", () => {
    const echoed: string[] = [];
    const log = createFileLog({ app: "luot-kiosk", path, echo: (line) => echoed.push(line) });
    log.error("a page said", { text: "no ticket for 001099012345", line: 3 });
    const written = readFileSync(path, "utf8");
    expect(JSON.parse(written)).toMatchObject({
      level: "error",
      app: "luot-kiosk",
      message: "a page said",
      text: "no ticket for …",
      line: 3,
    });
    expect(echoed.join("\n")).toBe(written.trimEnd());
  });

  it("goes on where its file can't be written, says so once, and writes when it can again", () => {
    writeFileSync(join(folder, "logs"), "a file where a folder should be");
    const echoed: string[] = [];
    const log = createFileLog({ app: "luot-kiosk", path, echo: (line) => echoed.push(line) });
    log.info("one");
    log.info("two");
    expect(echoed.filter((line) => line.includes("can't be written"))).toHaveLength(1);
    rmSync(join(folder, "logs"));
    log.info("three");
    expect(readFileSync(path, "utf8")).toContain("three");
  });
});
