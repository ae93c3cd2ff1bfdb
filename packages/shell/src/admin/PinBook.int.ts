import { silentLogger } from "@luot/kit";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PinBook } from "./PinBook.ts";

const PIN = "482915";
let folder: string;
let path: string;
let now: number;
const open = (): PinBook =>
  // A cheap hash: what a try costs is not what is tested.
  new PinBook({ path, cost: { n: 16, r: 1, p: 1 }, now: () => now, log: silentLogger });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-pin-"));
  path = join(folder, "app", "admin.json");
  now = 1_700_000_000_000;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("PinBook", () => {
  it("keeps the first PIN over a restart, and no digit of it in its file", async () => {
    expect(open().standing).toBe("unset");
    expect(await open().try(PIN)).toEqual({ kind: "no_pin" });
    expect(open().keepFirst(PIN)).toEqual({ ok: true });
    expect(open().standing).toBe("set");
    expect(await open().try(PIN)).toEqual({ kind: "right" });
    expect(await open().try("482916")).toEqual({ kind: "wrong", tries: 4 });
    expect(readFileSync(path, "utf8")).not.toContain(PIN);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it("gives two machines with one PIN different hashes", () => {
    open().keepFirst(PIN);
    const first = readFileSync(path, "utf8");
    open().keep(PIN);
    expect(readFileSync(path, "utf8")).not.toBe(first);
  });

  it("takes no second first PIN, and none that is plain", () => {
    expect(open().keepFirst("123456")).toEqual({ ok: false, code: "plain_pin" });
    open().keepFirst(PIN);
    expect(open().keepFirst("902817")).toEqual({ ok: false, code: "already_set" });
    expect(open().putOff()).toEqual({ ok: false, code: "already_set" });
  });

  it("is put off for good, and still takes one by whoever may", async () => {
    expect(open().putOff()).toEqual({ ok: true });
    expect(open().standing).toBe("put_off");
    expect(open().keepFirst(PIN)).toEqual({ ok: false, code: "already_set" });
    expect(open().keep(PIN)).toEqual({ ok: true });
    expect(await open().try(PIN)).toEqual({ kind: "right" });
  });

  it("makes the sixth wait, over a restart too, and the right one as well", async () => {
    open().keepFirst(PIN);
    for (const tries of [4, 3, 2, 1])
      expect(await open().try("000001")).toEqual({ kind: "wrong", tries });
    expect(await open().try("000001")).toEqual({ kind: "wait", waitMs: 30_000 });
    now += 10_000;
    expect(await open().try(PIN)).toEqual({ kind: "wait", waitMs: 20_000 });
    now += 20_000;
    expect(await open().try("000001")).toEqual({ kind: "wait", waitMs: 60_000 });
    now += 60_000;
    expect(await open().try(PIN)).toEqual({ kind: "right" });
    expect(await open().try("000001")).toEqual({ kind: "wrong", tries: 4 });
  });

  it("counts each of many that are tried at once", async () => {
    open().keepFirst(PIN);
    const book = open();
    const tried = await Promise.all(Array.from({ length: 8 }, () => book.try("000001")));
    expect(tried.filter(({ kind }) => kind === "wrong")).toHaveLength(4);
    expect(tried.filter(({ kind }) => kind === "wait")).toHaveLength(4);
  });

  it("counts also where the disk is full, as long as the app runs", async () => {
    open().keepFirst(PIN);
    const book = open();
    const kept = readFileSync(path, "utf8");
    // A folder where the draft should go: nothing can be written any more.
    rmSync(`${path}.draft`, { force: true });
    mkdirSync(`${path}.draft`);
    for (let i = 0; i < 5; i++) await book.try("000001");
    expect(await book.try(PIN)).toEqual({ kind: "wait", waitMs: 30_000 });
    expect(readFileSync(path, "utf8")).toBe(kept);
  });

  it("keeps a PIN that is set while the one before is being tried", async () => {
    open().keepFirst(PIN);
    const book = open();
    const tried = book.try(PIN);
    // Not before the try has begun: it reads its file in its turn.
    await Promise.resolve();
    expect(open().keep("902817")).toEqual({ ok: true });
    expect(await tried).toEqual({ kind: "wrong", tries: 4 });
    expect(await book.try("902817")).toEqual({ kind: "right" });
  });

  it.each(["by the menu", "beside it"])(
    "ends a pause that the disk had no room for by a new PIN, set %s",
    async (by) => {
      open().keepFirst(PIN);
      const book = open();
      rmSync(`${path}.draft`, { force: true });
      mkdirSync(`${path}.draft`);
      for (let i = 0; i < 5; i++) await book.try("000001");
      expect((await book.try(PIN)).kind).toBe("wait");
      rmSync(`${path}.draft`, { recursive: true });
      (by === "by the menu" ? book : open()).keep("902817");
      expect(await book.try("902817")).toEqual({ kind: "right" });
    },
  );

  it("lets nobody in and asks nobody for a new one when its file is damaged", async () => {
    open().keepFirst(PIN);
    writeFileSync(path, "{");
    expect(open().standing).toBe("damaged");
    expect(open().keepFirst("902817")).toEqual({ ok: false, code: "already_set" });
    expect(await open().try(PIN)).toEqual({ kind: "no_pin" });
    expect(open().keep("902817")).toEqual({ ok: true });
    expect(await open().try("902817")).toEqual({ kind: "right" });
  });
});
