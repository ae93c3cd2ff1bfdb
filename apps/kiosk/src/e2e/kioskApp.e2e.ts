import { electronFolder } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildKioskApp, groups, KioskInShell, takeNumber } from "../testing/KioskInShell.ts";

const hasElectron = electronFolder() !== null;
let kiosk: KioskInShell;
let page: Page;

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  kiosk = await KioskInShell.prepare();
  page = await kiosk.open();
});

afterAll(async () => {
  if (hasElectron) await kiosk?.end();
});

/** What is there once the kiosk is in step with its hub. */
const FIRST_SCREEN = '#app-root[data-seq] [data-testid^="group-"]';

/** Waits until the kiosk is back, and says how long it was away to whoever reads the output. */
async function isBackAfter(fall: () => Promise<void>): Promise<boolean> {
  await groups(page).first().waitFor();
  const gone = page.waitForEvent("crash");
  const startedAt = performance.now();
  await fall();
  await gone;
  await expect.poll(() => kiosk.sees(FIRST_SCREEN), { timeout: 15_000, interval: 50 }).toBe(true);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(`  the kiosk was back after ${seconds} s\n`);
  return true;
}

function hang(): never {
  for (;;);
}

describe.skipIf(!hasElectron)("the kiosk as an app", () => {
  it("asks for its hub first, in the whole of its screen, and says what is wrong", async () => {
    await page.getByTestId("choose-hub").waitFor();
    expect(page.url()).toBe("app://luot/kiosk/");
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1_080, 1_920]);
    for (const key of ["key-9", "key-back", "key-1", "key-.", "key-2"])
      await page.getByTestId(key).click();
    expect(await page.getByTestId("hub-address").inputValue()).toBe("1.2");
    await page.getByTestId("hub-address").fill("file:///etc/passwd");
    await page.getByTestId("use-hub").click();
    expect(await page.getByTestId("hub-refused").innerText()).toContain("không phải là địa chỉ");
  });

  it("is paired by the code on its screen and gives a number", async () => {
    await kiosk.setUp(page);
    expect(await takeNumber(page)).toMatch(/^[A-Z]\d{3}$/u);
    const qr = page.locator('svg[role="img"]');
    expect(await qr.count()).toBe(1);
    await page.getByTestId("done").click();
  });

  it("keeps hub and token over a restart", async () => {
    await kiosk.close();
    page = await kiosk.open();
    await groups(page).first().waitFor();
    expect(await takeNumber(page)).toMatch(/^[A-Z]\d{3}$/u);
    await page.getByTestId("done").click();
  });

  it("is back when its page was killed", async () => {
    const isBack = await isBackAfter(() =>
      kiosk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
    );
    expect(isBack).toBe(true);
  });

  it("is back when its page hangs", async () => {
    await kiosk.close();
    page = await kiosk.open();
    const isBack = await isBackAfter(async () => {
      // Never answered: the page is ended while it runs.
      page.evaluate(hang).catch(() => {});
    });
    expect(isBack).toBe(true);
  });

  it("reaches a hub by a name", async () => {
    await kiosk.close();
    page = await kiosk.open([`--hub=http://localhost:${kiosk.hub.port}`]);
    await groups(page).first().waitFor();
    expect(await takeNumber(page)).toMatch(/^[A-Z]\d{3}$/u);
    await kiosk.close();
    await (await kiosk.open([`--hub=${kiosk.hub.url}`])).getByTestId("demo-band").waitFor();
  });

  it("starts without its hub, and is there when the hub is", async () => {
    await kiosk.close();
    await kiosk.hub.stop();
    page = await kiosk.open();
    await page.getByTestId("offline-note").waitFor();
    await kiosk.hub.start();
    await page.getByTestId("offline-note").waitFor({ state: "detached" });
    expect(await takeNumber(page)).toMatch(/^[A-Z]\d{3}$/u);
  });
});
