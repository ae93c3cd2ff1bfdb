import type { AdminMenu, AdminWish } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AdminDesk, type AdminDeskOptions, MENU_OPEN_MS } from "./AdminDesk.ts";
import { PinBook } from "./PinBook.ts";

const PIN = "482915";
const MENU: AdminMenu = {
  hubUrl: "http://hub:7410",
  versions: [],
  update: null,
  logFile: "/log",
  walls: null,
};
let folder: string;
let done: unknown[];
let nowMs: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-desk-"));
  done = [];
  nowMs = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aDesk(more: Partial<AdminDeskOptions> = {}): AdminDesk {
  const pins = new PinBook({
    path: join(folder, "admin.json"),
    cost: { n: 16, r: 1, p: 1 },
    now: () => 1_700_000_000_000,
    log: silentLogger,
  });
  return new AdminDesk({
    pins,
    canPutOff: false,
    menu: () => MENU,
    changeHub: async (address) =>
      address === "hub2" ? { ok: true, url: "http://hub2:7410" } : { ok: false, code: "no_answer" },
    walls: null,
    afterwards: (what) => done.push(what),
    nowMs: () => nowMs,
    log: silentLogger,
    ...more,
  });
}

const WISHES: readonly AdminWish[] = [
  { kind: "stay" },
  { kind: "close-app" },
  { kind: "restart-app" },
  { kind: "change-hub", address: "hub2" },
  { kind: "change-pin", pin: "902817" },
  { kind: "choose-walls", walls: [] },
  { kind: "set-sleep", sleep: null },
];

describe("AdminDesk", () => {
  it.each(WISHES)("does nothing at $kind before the PIN, nor after a wrong one", async (wish) => {
    const desk = aDesk();
    desk.keepFirstPin(PIN);
    done = [];
    expect(await desk.wish(wish)).toEqual({ ok: false, code: "shut" });
    expect(await desk.enter("482916")).toEqual({ ok: false, code: "wrong_pin", tries: 4 });
    expect(await desk.wish(wish)).toEqual({ ok: false, code: "shut" });
    expect(done).toEqual([]);
    expect(await desk.enter(PIN)).toEqual({ ok: true, menu: MENU });
  });

  it("closes, starts anew and changes the hub after the PIN", async () => {
    const desk = aDesk();
    desk.keepFirstPin(PIN);
    await desk.enter(PIN);
    done = [];
    for (const wish of WISHES.slice(0, 4))
      expect(await desk.wish(wish)).toEqual({ ok: true, menu: MENU });
    expect(done).toEqual(["close", "restart", "restart"]);
    const wrong = await desk.wish({ kind: "change-hub", address: "nobody" });
    expect(wrong).toEqual({ ok: false, code: "no_answer" });
    expect(done).toHaveLength(3);
  });

  it("shuts after 30 s without a wish, and each wish begins them anew", async () => {
    const desk = aDesk();
    desk.keepFirstPin(PIN);
    await desk.enter(PIN);
    nowMs += MENU_OPEN_MS - 1;
    expect(await desk.wish({ kind: "stay" })).toMatchObject({ ok: true });
    nowMs += MENU_OPEN_MS - 1;
    expect(await desk.wish({ kind: "stay" })).toMatchObject({ ok: true });
    nowMs += MENU_OPEN_MS;
    expect(await desk.wish({ kind: "stay" })).toEqual({ ok: false, code: "shut" });
  });

  it("shuts at once when it is left", async () => {
    const desk = aDesk();
    desk.keepFirstPin(PIN);
    await desk.enter(PIN);
    await desk.wish({ kind: "leave" });
    expect(await desk.wish({ kind: "close-app" })).toEqual({ ok: false, code: "shut" });
    expect(done).toEqual(["reload"]);
  });

  it("takes a new PIN in place of the old one", async () => {
    const desk = aDesk();
    desk.keepFirstPin(PIN);
    await desk.enter(PIN);
    const plain = await desk.wish({ kind: "change-pin", pin: "111111" });
    expect(plain).toEqual({ ok: false, code: "plain_pin" });
    await desk.wish({ kind: "change-pin", pin: "902817" });
    expect(await desk.enter(PIN)).toMatchObject({ ok: false, code: "wrong_pin" });
    expect(await desk.enter("902817")).toMatchObject({ ok: true });
  });

  it("lets a wall put the PIN off, and no kiosk", () => {
    expect(aDesk().putOff()).toMatchObject({ ok: false });
    expect(aDesk().state()).toEqual({ pin: "unset", canPutOff: false });
    const wall = aDesk({ canPutOff: true });
    expect(wall.putOff()).toEqual({ ok: true });
    expect(wall.state()).toEqual({ pin: "put_off", canPutOff: true });
    expect(done).toEqual(["reload"]);
  });

  it("knows monitors and sleep only where there are walls", async () => {
    const desk = aDesk();
    desk.keepFirstPin(PIN);
    await desk.enter(PIN);
    for (const wish of WISHES.slice(5))
      expect(await desk.wish(wish)).toEqual({ ok: false, code: "not_here" });
  });
});
