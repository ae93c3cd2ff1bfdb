import { readFileSync } from "node:fs";
import { join } from "node:path";
import { electronFolder, TEST_PIN } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDisplayApp, type FakeMonitor, WallInShell } from "../testing/WallInShell.ts";

const hasElectron = electronFolder() !== null;
const WITHIN = { timeout: 20_000, interval: 50 };
const IS_UP = `document.querySelector("#app-root[data-seq]") !== null`;
const SPEAKS = `document.querySelector('[data-testid="sound-on"]') !== null`;
/** The hub has answered for its board, and has nothing to show yet. */
const SHOWS_BOARD = `/chưa có/iu.test(document.querySelector('[data-testid="board-message"]')?.innerText)`;
let wall: WallInShell;
let page: Page;

beforeAll(async () => {
  if (!hasElectron) return;
  buildDisplayApp();
  wall = await WallInShell.prepare();
});

afterAll(async () => {
  if (hasElectron) await wall?.end();
});

/** Half of the virtual screen, the left (0) or the right one (1). */
function half(index: number): FakeMonitor {
  const bounds = { x: index * 960, y: 0, width: 960, height: 1_080 };
  return { id: 71 + index, label: `Half ${index}`, bounds };
}

async function openMenu(of: Page): Promise<void> {
  for (let i = 0; i < 5; i += 1) await of.mouse.click(20, 20);
  await of.getByTestId("pin-pad").waitFor();
  await of.keyboard.type(TEST_PIN);
  await of.keyboard.press("Enter");
  await of.getByTestId("admin-menu").waitFor();
}

async function shoot(of: Page, name: string): Promise<void> {
  const folder = process.env["LUOT_SHOTS"];
  if (folder !== undefined) await of.screenshot({ path: join(folder, `display-${name}.png`) });
}

/** Opens the menu in `page` and names what the second monitor should show. */
async function chooseFor2(share: string): Promise<void> {
  await openMenu(page);
  await page.getByTestId("admin-walls").click();
  await page.getByTestId("monitor-2").selectOption(share);
}

/** The page of the window that shows so. */
async function pageOf(search: string): Promise<Page> {
  const find = (): Page | undefined =>
    wall.app.windows().find((of) => new URL(of.url()).search === search);
  await expect.poll(find, WITHIN).toBeDefined();
  const found = find();
  if (found === undefined) throw new Error(`no page shows ${search}`);
  return found;
}

/** How many windows speak. */
async function speaking(): Promise<number> {
  return (await wall.ask(SPEAKS)).filter((speaks) => speaks === true).length;
}

/** Whether all of that many pages are up. */
function areUp(count: number): Promise<void> {
  return expect
    .poll(() => wall.ask(IS_UP), WITHIN)
    .toEqual(Array.from({ length: count }, () => true));
}

describe.skipIf(!hasElectron)("the wall as an app", () => {
  it("asks for its hub first, then for a PIN, which may wait; its menu stays shut until then", async () => {
    page = await wall.openFresh();
    await page.getByTestId("hub-address").fill(wall.hub.url);
    await page.getByTestId("hub-address").press("Enter");
    await page.getByTestId("first-pin").waitFor();
    await shoot(page, "first-pin");
    await page.getByTestId("pin-leave").click();
    await page.getByTestId("pairing-code").waitFor();
    for (let i = 0; i < 5; i += 1) await page.mouse.click(20, 20);
    await page.getByTestId("pin-pad").waitFor();
    await page.keyboard.type(TEST_PIN);
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("pin-wrong").innerText()).toContain("--set-pin");
    await shoot(page, "no-pin");
    await wall.close();
  });

  it("fills its monitor, and speaks without a touch, with the voice it brings", async () => {
    page = await wall.open([]);
    await wall.pair(page);
    await page.getByTestId("sound-on").waitFor();
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1_920, 1_080]);
    const pack = await page.evaluate(async () => (await fetch("/voice/vi/manifest.json")).status);
    expect(pack).toBe(200);
    await shoot(page, "wall");
  });

  it("takes the monitors that were chosen in its menu, and one voice for both", async () => {
    const gone = page.waitForEvent("close");
    await wall.plug([half(0), half(1)]);
    await gone;
    expect(await wall.windows()).toEqual([""]);
    page = await newestPage();
    await areUp(1);
    await openMenu(page);
    await shoot(page, "menu");
    await page.getByTestId("admin-walls").click();
    await page.getByTestId("monitor-2").locator("option", { hasText: "Khu" }).first().waitFor({
      state: "attached",
    });
    await page.getByTestId("monitor-2").selectOption("all");
    await shoot(page, "choose-walls");
    await page.getByTestId("walls-save").click();
    await expect.poll(() => wall.windows(), WITHIN).toEqual(["", "?sound=off"]);
    await areUp(2);
    await expect.poll(speaking, WITHIN).toBe(1);
  });

  it("goes on with the monitors that are left, and takes one back that is plugged in", async () => {
    await wall.plug([half(1)]);
    await expect.poll(() => wall.windows(), WITHIN).toEqual([""]);
    await areUp(1);
    await expect.poll(speaking, WITHIN).toBe(1);
    await wall.plug([half(0), half(1)]);
    await expect.poll(() => wall.windows(), WITHIN).toEqual(["", "?sound=off"]);
    await areUp(2);
  });

  it("shows the status board on a monitor, and leaves the voice to the other one", async () => {
    page = await pageOf("");
    await chooseFor2("board");
    await page.getByTestId("monitor-2-diagonal").fill("0");
    await shoot(page, "choose-board");
    expect(await page.getByTestId("walls-save").isDisabled()).toBe(true);
    await page.getByTestId("monitor-2-diagonal").fill("32");
    await page.getByTestId("monitor-2-distance").fill("2,5");
    await page.getByTestId("monitor-2-period").selectOption("quarter");
    await page.getByTestId("walls-save").click();
    const board = "?page=board&diagonal=32&distance=2.5&period=quarter";
    await expect.poll(() => wall.windows(), WITHIN).toEqual(["", board]);
    await expect.poll(() => wall.ask(SHOWS_BOARD), WITHIN).toContain(true);
    await expect.poll(speaking, WITHIN).toBe(1);
    await shoot(await pageOf(board), "board");
    await page.getByTestId("admin-leave").click();
    await chooseFor2("all");
    await page.getByTestId("walls-save").click();
    await expect.poll(() => wall.windows(), WITHIN).toEqual(["", "?sound=off"]);
    await areUp(2);
  });

  it.each(["crash", "hang", "close"] as const)(
    "is back on both monitors after a %s",
    async (how) => {
      await wall.fall(how);
      await areUp(2);
      expect(await wall.windows()).toEqual(["", "?sound=off"]);
    },
  );

  it("falls back on the main monitor where none of the chosen is, and keeps the choice", async () => {
    await wall.close();
    page = await wall.open([]);
    await page.getByTestId("sound-on").waitFor();
    // The app sees the one virtual screen again.
    expect(await wall.windows()).toEqual([""]);
    const kept = readFileSync(join(wall.userData, "settings.json"), "utf8");
    expect((JSON.parse(kept) as { walls: unknown[] }).walls).toHaveLength(2);
  });

  it("is dark and silent at the hours of its menu, lets the system sleep, and wakes", async () => {
    expect(await standing()).toEqual({ isMuted: false, isShown: true, keepsAwake: true });
    await openMenu(page);
    await page.getByTestId("admin-sleep").click();
    await page.getByTestId("sleep-from").fill(timeIn(-60));
    await page.getByTestId("sleep-to").fill(timeIn(60));
    await shoot(page, "sleep");
    await page.getByTestId("sleep-save").click();
    await page.getByTestId("admin-leave").click();
    await expect.poll(standing, WITHIN).toEqual(DARK);
    await shoot(page, "dark");
    await page.reload();
    await expect.poll(standing, WITHIN).toEqual(DARK);
    await openMenu(page);
    await shoot(page, "menu-at-night");
    await page.getByTestId("admin-sleep").click();
    await page.getByTestId("sleep-none").click();
    await page.getByTestId("admin-leave").click();
    await expect
      .poll(standing, WITHIN)
      .toEqual({ isMuted: false, isShown: true, keepsAwake: true });
  });
});

const DARK = { isMuted: true, isShown: false, keepsAwake: false };

async function standing(): Promise<unknown> {
  const app = await wall.app.evaluate(({ BrowserWindow, powerSaveBlocker }) => ({
    isMuted: BrowserWindow.getAllWindows()[0]?.webContents.isAudioMuted(),
    // Blockers are numbered from 0 or 1; the app has one at a time.
    keepsAwake: Array.from({ length: 20 }, (_, id) => id).some((id) =>
      powerSaveBlocker.isStarted(id),
    ),
  }));
  return { ...app, isShown: await page.locator("#app-root").isVisible() };
}

/** So many minutes from now, `HH:mm`. */
function timeIn(minutes: number): string {
  const time = new Date(Date.now() + minutes * 60_000);
  return [time.getHours(), time.getMinutes()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** The page of the window that was opened last. */
async function newestPage(): Promise<Page> {
  await expect.poll(() => wall.app.windows().length, WITHIN).toBe(1);
  const newest = wall.app.windows().at(-1);
  if (newest === undefined) throw new Error("there is no page");
  return newest;
}
