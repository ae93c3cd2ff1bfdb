import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { electronFolder, type Supervisor, TEST_PIN } from "@luot/shell/testing";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildKioskApp, groups, KioskInShell, takeNumber } from "../testing/KioskInShell.ts";

// What is left when the app's main process itself is gone: its supervisor. systemd does not run
// where these tests do, so its unit is played through by a stand-in.

const hasElectron = electronFolder() !== null;
const STEP_WITHIN_MS = 20_000;
let kiosk: KioskInShell;
let supervisor: Supervisor;
let other: { readonly url: string; readonly end: () => Promise<void> } | null = null;
let browser: Browser | null = null;
let page: Page;
const taken: string[] = [];

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  kiosk = await KioskInShell.prepare();
  supervisor = kiosk.supervise();
});

afterAll(async () => {
  if (!hasElectron) return;
  await browser?.close();
  await supervisor?.stop();
  await other?.end();
  await kiosk?.end();
});

/** The page of the app once it was started so often. */
async function reach(starts: number): Promise<Page> {
  await expect.poll(() => supervisor.starts, { timeout: STEP_WITHIN_MS }).toBe(starts);
  await browser?.close();
  browser = await chromium.connectOverCDP(await supervisor.debugUrl());
  const [context] = browser.contexts();
  const found = context?.pages()[0] ?? (await context?.waitForEvent("page"));
  if (found === undefined) throw new Error("the app shows no page");
  found.setDefaultTimeout(STEP_WITHIN_MS);
  return found;
}

async function take(): Promise<void> {
  await groups(page).first().waitFor();
  taken.push(await takeNumber(page));
  await page.getByTestId("done").click();
}

async function openMenu(): Promise<void> {
  for (let i = 0; i < 5; i += 1) await page.mouse.click(20, 20);
  await page.getByTestId("pin-pad").waitFor();
  await page.keyboard.type(TEST_PIN);
  await page.keyboard.press("Enter");
  await page.getByTestId("admin-menu").waitFor();
}

describe.skipIf(!hasElectron)("a kiosk whose main process ends", () => {
  it("works again after it was killed: paired, with its hub, and the numbers go on", async () => {
    page = await reach(1);
    await kiosk.setUp(page);
    await take();
    supervisor.kill();
    page = await reach(2);
    await take();
    expect(taken.map((label) => Number(label.slice(1)))).toEqual([1, 2]);
  });

  it("works again when it was killed at the moment somebody took a number", async () => {
    await groups(page).first().click();
    const service = page.locator('[data-testid^="service-"]:not([data-disabled])').first();
    const button = page.getByTestId("take-number");
    await service.or(button).first().waitFor();
    if (await service.isVisible()) await service.click();
    await button.waitFor();
    // Not awaited to its end: the page goes with the app.
    const pressed = button.click({ noWaitAfter: true }).catch(() => {});
    await pressed;
    supervisor.kill();
    page = await reach(3);
    await take();
    expect(new Set(taken).size).toBe(taken.length);
  });

  it("starts anew when an administrator wants it to", async () => {
    await groups(page).first().waitFor();
    await openMenu();
    await page.getByTestId("admin-restart").click();
    page = await reach(4);
    await take();
    expect(new Set(taken).size).toBe(taken.length);
  });

  it("goes over to another hub with a token and a book of its own, the old ones put aside", async () => {
    other = await KioskInShell.anotherHub();
    await page.evaluate(() => localStorage.setItem("luot.work", "not told yet"));
    await openMenu();
    await page.getByTestId("admin-hub").click();
    await page.getByTestId("hub-address").fill(other.url);
    await page.getByTestId("hub-address").press("Enter");
    page = await reach(5);
    await page.getByTestId("pairing-code").waitFor();
    const [aside = ""] = readdirSync(join(kiosk.userData, "aside"));
    expect(readdirSync(join(kiosk.userData, "aside", aside))).toContain("kiosk.db");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    const storage = join(kiosk.userData, "aside", aside, "Local Storage", "leveldb");
    const kept = readdirSync(storage).map((name) => readFileSync(join(storage, name), "latin1"));
    expect(kept.join("")).toContain("not told yet");
    for (let i = 0; i < 5; i += 1) await page.mouse.click(20, 20);
    await page.getByTestId("pin-pad").waitFor();
    await page.getByTestId("pin-leave").click();
  });

  it("stays closed when an administrator has closed it", async () => {
    await openMenu();
    await page.getByTestId("admin-close").click();
    await expect.poll(() => supervisor.isUp, { timeout: STEP_WITHIN_MS }).toBe(false);
    expect(supervisor.starts).toBe(5);
  });
});
