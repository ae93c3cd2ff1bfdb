import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVirtualPrinter, type VirtualPrinter } from "@luot/simulators";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { freePort, HubProcess, prepareData } from "../testing/HubProcess.ts";
import { demoSettings } from "../testing/startTestHub.ts";
import { buildScreens, launchBrowser, openScreen } from "./Browser.ts";

// The kiosk's three screens for a printer in trouble: before, during and after.

const VISIBLE = { timeout: 30_000 };

let data = "";
let hub: HubProcess;
let printer: VirtualPrinter;
let browser: Browser;
let kiosk: Page;

beforeAll(async () => {
  buildScreens();
  data = mkdtempSync(join(tmpdir(), "luot-paper-"));
  const { kiosks } = await prepareData(data, demoSettings(), { kiosks: 1, displays: 0 });
  printer = await createVirtualPrinter({ host: "127.0.0.1", port: 0 });
  const address = `tcp://127.0.0.1:${printer.port}`;
  hub = new HubProcess(data, await freePort(), ["--printer", address, "--limits", "load-test"]);
  await hub.start();
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  kiosk = await openScreen(context, `${hub.url}/kiosk/`, {
    key: "luot.token.kiosk",
    value: kiosks[0] ?? "",
  });
});

afterEach(async () => {
  printer.setCondition({ paper: "ok", paperRowsLeft: null });
  const done = kiosk.getByTestId("done");
  if (await done.isVisible()) await done.click();
});

afterAll(async () => {
  await browser?.close();
  await hub?.kill();
  await printer?.close();
  rmSync(data, { recursive: true, force: true });
});

/** Somebody goes to where the number is taken. */
async function goToConfirm(): Promise<void> {
  await kiosk.locator('[data-testid^="group-"]:not([data-disabled])').first().click();
  const next = '[data-testid^="service-"]:not([data-disabled]), [data-testid="take-number"]';
  await kiosk.locator(next).first().waitFor();
  const service = kiosk.locator('[data-testid^="service-"]:not([data-disabled])').first();
  if (await service.isVisible()) await service.click();
  await kiosk.getByTestId("take-number").waitFor();
}

it("a good printer: the number, and the word that the paper is out", async () => {
  await goToConfirm();
  expect(await kiosk.getByTestId("paper-warning").isVisible()).toBe(false);
  await kiosk.getByTestId("take-number").click();
  await kiosk.getByTestId("paper-printed").waitFor(VISIBLE);
  expect(printer.papers).toHaveLength(1);
});

it("before: no paper is a warning, and the number is still given, on the screen alone", async () => {
  printer.setCondition({ paper: "out" });
  await goToConfirm();
  await kiosk.getByTestId("paper-warning").waitFor(VISIBLE);
  const before = printer.papers.length;
  await kiosk.getByTestId("take-number").click();
  await kiosk.getByTestId("paper-none").waitFor(VISIBLE);
  expect(await kiosk.getByTestId("ticket-label").innerText()).toMatch(/^[A-Z]\d+$/);
  expect(printer.papers).toHaveLength(before);
});

it("during and after: in doubt, asked for once more, then the machine next to it", async () => {
  await goToConfirm();
  await kiosk.getByTestId("paper-warning").waitFor({ ...VISIBLE, state: "hidden" });
  printer.setCondition({ paperRowsLeft: 100 });
  await kiosk.getByTestId("take-number").click();
  await kiosk.getByTestId("paper-unknown").waitFor(VISIBLE);
  expect(await kiosk.getByTestId("ticket-label").isVisible()).toBe(true);
  await kiosk.getByTestId("print-again").click();
  await kiosk.getByTestId("paper-gave-up").waitFor(VISIBLE);
  expect(await kiosk.getByTestId("print-again").isVisible()).toBe(false);
});
