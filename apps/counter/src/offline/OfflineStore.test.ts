import type { Lead } from "@luot/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryStorage } from "../testing/MemoryStorage.ts";
import { freshLog } from "./counterLog.ts";
import { PAPER_MODE_MS } from "./offlineTimes.ts";
import { OfflineStore } from "./OfflineStore.ts";
import { checkPin } from "./pin/checkPin.ts";

const officer = { officerId: "lan", name: "Lan" };
const LOG = { ...freshLog("q01", officer, null), merged: 1 };
/** A hash of 246810 that costs next to nothing: 8 KiB, one pass. */
const CHI: Lead = {
  officerId: "chi",
  name: "Chi",
  pinHash:
    "$argon2id$v=19$m=8,t=1,p=1$bvXfG+0Y7ZrCewCvKVafYQ$cTr8dVW1hR5TxhnOoMIM+LcwDw23nGi1gqVquj+4YS0",
};

let storage: MemoryStorage;
const open = (counterId = "q01"): OfflineStore => new OfflineStore(storage, counterId);

beforeEach(() => {
  storage = new MemoryStorage();
});

describe("what a counter keeps over restarts", () => {
  it("is read back as it was written, and by that counter only", () => {
    open().writeLogs([LOG]);
    open().writeLeads([CHI]);
    expect(open().logs()).toEqual([LOG]);
    expect(open().leads()).toEqual([CHI]);
    expect([open("q02").logs(), open("q02").leads()]).toEqual([[], []]);
    open().writeLeads(null);
    expect(open().leads()).toEqual([]);
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a log of another version", JSON.stringify({ ...LOG, version: 2 })],
    ["a log with a word more", JSON.stringify({ ...LOG, more: 1 })],
    ["an entry without an id", JSON.stringify({ ...LOG, entries: [{ kind: "call", at: 1 }] })],
    ["more entries than a day has", JSON.stringify({ ...LOG, told: Array.from({ length: 601 }) })],
  ])("is put aside when it is %s", (_name, text) => {
    storage.setItem("luot.log.q01", text);
    expect(open().logs()).toEqual([]);
    expect(storage.getItem("luot.log.q01.broken")).toBe(text);
    expect(storage.getItem("luot.log.q01")).toBeNull();
  });

  it("is read also when it was written as the only log there may be", () => {
    storage.setItem("luot.log.q01", JSON.stringify(LOG));
    expect(open().logs()).toEqual([LOG]);
  });

  it("says that the disk is full", () => {
    vi.spyOn(storage, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(open().writeLogs([LOG])).toBe(false);
  });
});

describe("what a counter keeps of supervisors", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is deleted twelve hours after the hub was heard, and never put aside", () => {
    vi.useFakeTimers();
    open().writeLeads([CHI]);
    vi.advanceTimersByTime(PAPER_MODE_MS - 1);
    expect(open().leads()).toEqual([CHI]);
    vi.advanceTimersByTime(2);
    expect(open().leads()).toEqual([]);
    expect(storage.getItem("luot.leads.q01")).toBeNull();
    // Of a version that did not date them, or broken.
    storage.setItem("luot.leads.q01", JSON.stringify([CHI]));
    expect(open().leads()).toEqual([]);
    expect(storage.getItem("luot.leads.q01")).toBeNull();
    expect(storage.getItem("luot.leads.q01.broken")).toBeNull();
  });
});

const right = (): ReturnType<typeof checkPin> => checkPin(open(), CHI, "246810");
const wrong = (): ReturnType<typeof checkPin> => checkPin(open(), CHI, "000000");

describe("a supervisor's PIN at a counter", () => {
  it("is right or wrong, and a right one makes up for the wrong ones", async () => {
    for (let i = 0; i < 4; i += 1) expect(await wrong()).toEqual({ kind: "wrong" });
    expect(await right()).toEqual({ kind: "right" });
    for (let i = 0; i < 5; i += 1) expect(await wrong()).toEqual({ kind: "wrong" });
    expect(await right()).toMatchObject({ kind: "wait" });
  });

  it("is not looked at for a while after five wrong ones, also when the app was started again", async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, wrong));
    const kinds = tries.map(({ kind }) => kind);
    expect(kinds).toEqual([...Array.from({ length: 5 }, () => "wrong"), "wait", "wait", "wait"]);
    expect(await right()).toMatchObject({ kind: "wait" });
  });

  it("is not looked at either when the count was broken or can't be kept", async () => {
    storage.setItem("luot.pinTries.q01", "{}");
    expect(await right()).toMatchObject({ kind: "wait" });
    storage = new MemoryStorage();
    vi.spyOn(storage, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await right()).toMatchObject({ kind: "wait" });
  });
});
