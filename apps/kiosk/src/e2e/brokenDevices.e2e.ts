import { mkdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { electronFolder } from "@luot/shell/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildKioskApp, KioskInShell } from "../testing/KioskInShell.ts";

// A kiosk whose devices can't begin: here a folder lies where their book should be.

const hasElectron = electronFolder() !== null;
let kiosk: KioskInShell;
let page: Page;

beforeAll(async () => {
  if (!hasElectron) return;
  buildKioskApp();
  kiosk = await KioskInShell.prepare();
  mkdirSync(join(kiosk.userData, "kiosk.db"), { recursive: true });
  page = await kiosk.open([`--hub=${kiosk.hub.url}`]);
});

afterAll(async () => {
  if (hasElectron) await kiosk?.end();
});

describe.skipIf(!hasElectron)("a kiosk whose devices fall as soon as they begin", () => {
  it("says so on its screen, and stays there", async () => {
    await page.getByTestId("starting").waitFor();
    const shots = process.env["LUOT_SHOTS"];
    if (shots !== undefined) await page.screenshot({ path: `${shots}/08-never-started.png` });
    await page.waitForTimeout(3_000);
    expect(await page.getByTestId("starting").isVisible()).toBe(true);
  });

  it("goes on by itself once they can begin", async () => {
    rmdirSync(join(kiosk.userData, "kiosk.db"));
    await page.getByTestId("pairing-code").waitFor();
    expect(await page.getByTestId("pairing-code").innerText()).toMatch(/^\d{3}\s?\d{3}$/u);
  });
});
