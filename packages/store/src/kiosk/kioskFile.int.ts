import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { silentLogger } from "@luot/kit";
import { describe, expect, it } from "vitest";
import { A_WISH, KIOSK_SERIES, testId } from "../testing/kioskWishes.ts";
import { lookInto } from "../testing/lookInto.ts";
import { NOW, openTestBook, reopened } from "../testing/openTestBook.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import type { KioskBook } from "./KioskBook.ts";

/** A book with a series and something in it. */
function begun(): KioskBook {
  const book = openTestBook(temporaryFolder());
  book.series.handed(KIOSK_SERIES);
  book.wishes.begin(testId(1), A_WISH, 5);
  return book;
}

describe("the file of the book", () => {
  const STRACE = ["-f", "-qq", "-c", "-U", "calls,name", "-e", "trace=fsync,fdatasync"];

  it("[I2] is in WAL, and for its owner's eyes only", () => {
    const book = begun();
    expect(lookInto(book.path).pragma("journal_mode", { simple: true })).toBe("wal");
    for (const end of ["", "-wal"])
      expect((statSync(book.path + end).mode & 0o777).toString(8)).toBe("600");
  });

  it("[I2] asks the disk for each step", (context) => {
    const folder = temporaryFolder();
    const log = join(folder, "calls.txt");
    const writer = fileURLToPath(new URL("../testing/kioskWriter.ts", import.meta.url));
    const command = [...STRACE, "-o", log, process.execPath, writer, folder, "1", "50"];
    const { status, error } = spawnSync("strace", command, { encoding: "utf8" });
    context.skip(
      error !== undefined,
      "strace is not there: the calls to the disk were not counted",
    );
    expect(status).toBe(0);
    const calls = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => /\bf(?:data)?sync$/.test(line))
      .reduce((sum, line) => sum + Number.parseInt(line.trim(), 10), 0);
    expect(calls).toBeGreaterThanOrEqual(100);
  });

  it("is one process's", () => {
    const book = begun();
    expect(() => openTestBook(join(book.path, ".."))).toThrow(
      expect.objectContaining({
        fault: "locked",
        message: expect.stringContaining("Another kiosk"),
      }),
    );
  });

  it("is left alone when a newer release wrote it", () => {
    const book = begun();
    book.close();
    const db = lookInto(book.path);
    db.pragma("user_version = 99");
    db.close();
    expect(() => openTestBook(join(book.path, ".."))).toThrow(
      expect.objectContaining({ fault: "newer_schema" }),
    );
  });

  it.each<readonly [string, (path: string) => void]>([
    ["is no database", (path) => writeFileSync(path, "Xin chào ".repeat(2_000))],
    ["has a page of rubbish", (path) => overwrite(path, 2 * 4_096)],
    [
      "has a wish that says nothing",
      (path) => lookInto(path).exec("UPDATE wishes SET payload = 7"),
    ],
    ["lost a table", (path) => lookInto(path).exec("DROP TABLE outbox")],
  ])("that %s is put aside with a word, and the kiosk starts", (_, damage) => {
    const book = begun();
    for (let n = 10; n < 60; n++) book.wishes.begin(testId(n), A_WISH, n);
    book.close();
    damage(book.path);
    const folder = join(book.path, "..");
    const errors: string[] = [];
    const log = { ...silentLogger, error: (message: string) => void errors.push(message) };
    const fresh = openTestBook(folder, log);
    expect(errors).toEqual(["the kiosk's book is damaged; put aside, and a new one begun"]);
    expect(readdirSync(folder)).toContain(`kiosk.db.broken-${NOW}`);
    expect([fresh.wishes.asked(), fresh.meta.series()]).toEqual([[], null]);
    expect(reopened(fresh).wishes.asked()).toEqual([]);
  });
});

function overwrite(path: string, from: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + 4_096);
  writeFileSync(path, bytes);
}
