import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import jsQR from "jsqr";
import type { Browser, Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openScreen } from "../../../hub/src/e2e/Browser.ts";
import { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../../hub/src/testing/startTestHub.ts";

// A kiosk in a real Chromium, a real hub, and the catalogue of the demonstration.

const ROOT = resolve(import.meta.dirname, "../../../..");
/** 27" portrait. 20 mm are 64 px of it, 6 mm are 19. */
const SCREEN = { width: 1_080, height: 1_920 };
const TARGET_PX = 64;

let data = "";
let hub: HubProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const build = join(ROOT, "scripts/build-screens.ts");
  execFileSync(process.execPath, [build, "--only", "kiosk"], { stdio: "inherit" });
  data = mkdtempSync(join(tmpdir(), "luot-search-"));
  const prepared = await prepareData(data, sharedSettings(4), { kiosks: 1, displays: 0 });
  hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  await hub.start();
  const imported = await fetch(`${hub.url}/api/launcher/import-catalogue`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: readFileSync(join(ROOT, "apps/hub/demo/catalogue.json")),
  });
  if (!imported.ok) throw new Error(`the catalogue was not taken: ${await imported.text()}`);
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "vi-VN", viewport: SCREEN });
  page = await openScreen(context, `${hub.url}/kiosk/`, {
    key: "luot.token.kiosk",
    value: prepared.kiosks[0] ?? "",
  });
  page.setDefaultTimeout(15_000);
  await page.getByTestId("open-search").click();
});

afterAll(async () => {
  await browser?.close();
  await hub?.kill();
  rmSync(data, { recursive: true, force: true });
});

/** The field's text, and the first hit. */
async function typed(): Promise<readonly [string, string]> {
  return [
    await page.getByTestId("search-field").inputValue(),
    await page.getByTestId("hit-0").innerText(),
  ];
}

async function boxesOf(targets: Locator): Promise<readonly { height: number; width: number }[]> {
  const boxes = await Promise.all((await targets.all()).map((one) => one.boundingBox()));
  return boxes.map((box) => box ?? { height: 0, width: 0 });
}

describe("the search of a kiosk in a real browser", () => {
  it("finds while one types: by touch, by a keyboard, and by an input method", async () => {
    // The field has the focus from the start: a letter counts once, and not by the page as well.
    await page.keyboard.type("khai");
    expect(await page.getByTestId("search-field").inputValue()).toBe("khai");
    for (const key of ["space", "S", "I", "N", "H"]) await page.getByTestId(`key-${key}`).click();
    const asked = ["khai sinh", "Thủ tục đăng ký khai sinh"] as const;
    expect(await typed()).toEqual(asked);
    // The focus is on a key of the screen now: the keys of a keyboard count all the same.
    for (let i = 0; i < 4; i++) await page.keyboard.press("Backspace");
    await page.keyboard.type("sinh");
    expect(await typed()).toEqual(asked);
    await page.getByTestId("clear-search").click();
    await page.keyboard.type("dd");
    await page.getByTestId("search-field").focus();
    await page.keyboard.insertText("ăng ký kết hôn");
    expect((await typed())[1]).toBe("Thủ tục đăng ký kết hôn");
    expect((await typed())[0]).toBe("ddăng ký kết hôn");
  });

  it("has keys and hits of 20 mm, all on the screen, and six hits at most", async () => {
    await page.getByTestId("clear-search").click();
    await page.keyboard.type("cap giay phep");
    const hits = await boxesOf(page.getByTestId("hits").getByRole("button"));
    expect(hits).toHaveLength(6);
    const keys = await boxesOf(page.getByTestId("keys").getByRole("button"));
    for (const { width, height } of [...hits, ...keys])
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(TARGET_PX);
    const lowest = await page.getByTestId("call-help").boundingBox();
    expect((lowest?.y ?? SCREEN.height) + (lowest?.height ?? 0)).toBeLessThan(SCREEN.height);
  });

  it("shows the portal as a code that a phone reads", async () => {
    await page.getByTestId("clear-search").click();
    await page.keyboard.type("khai sinh");
    await page.getByTestId("hit-0").click();
    const picture = PNG.sync.read(await page.getByTestId("at-home").locator("svg").screenshot());
    const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    expect(read?.data).toBe("https://dichvucong.gov.vn/");
  });

  it("leads to a number of the procedure's line, and back to where one was", async () => {
    await page.getByTestId("choose-line").click();
    await page.getByTestId("take-number").waitFor();
    await page.getByTestId("back").click();
    await page.getByTestId("procedure").waitFor();
    await page.getByTestId("back").click();
    expect((await typed())[0]).toBe("khai sinh");
    await page.getByTestId("hit-0").click();
    await page.getByTestId("choose-line").click();
    await page.getByTestId("take-number").click();
    expect(await page.getByTestId("ticket-label").innerText()).toMatch(/^[A-Z]\d{3}$/);
  });

  it("is empty for the next person, and keeps nothing of what was typed", async () => {
    await page.getByTestId("done").click();
    await page.getByTestId("open-search").click();
    expect(await page.getByTestId("search-field").inputValue()).toBe("");
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, Object.entries(localStorage), Object.entries(sessionStorage)]),
    );
    expect(kept).not.toContain("khai");
  });

  it("offers three ways on where nothing is found", async () => {
    await page.keyboard.type("qqzzxx");
    await page.getByTestId("no-hit").waitFor();
    await page.getByTestId("type-anew").click();
    await page.getByTestId("hits").waitFor();
    await page.keyboard.type("qqzzxx");
    expect(await page.getByTestId("call-help-now").isEnabled()).toBe(true);
    await page.getByTestId("by-agency").click();
    await page.getByTestId("open-search").waitFor();
  });
});
