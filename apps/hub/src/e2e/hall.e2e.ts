import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "@luot/domain";
import { createVirtualPrinter, type Paper, type VirtualPrinter } from "@luot/simulators";
import { openStore } from "@luot/store";
import jsQR from "jsqr";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTicketToken } from "../identity/tokens.ts";
import { freePort, HubProcess, type Prepared, prepareData } from "../testing/HubProcess.ts";
import { sharedSettings, TEST_SECRET } from "../testing/startTestHub.ts";
import { TestClient } from "../testing/TestClient.ts";
import { buildScreens, launchBrowser, openScreen } from "./Browser.ts";

const TICKETS = 60;
const KILL_AFTER = 25;
const COUNTERS = ["q01", "q02", "q03"] as const;
const IN_STEP_MS = 2_000;

let data = "";
let hub: HubProcess;
let prepared: Prepared;
let printer: VirtualPrinter;
let browser: Browser;
let kiosk: Page;
let counters: readonly Page[];
let displays: readonly Page[];

beforeAll(async () => {
  buildScreens();
  data = mkdtempSync(join(tmpdir(), "luot-hall-"));
  // A fourth counter with nobody at it lets an officer ask for reprints over the wire.
  prepared = await prepareData(data, sharedSettings(4), { kiosks: 1, displays: 2 });
  printer = await createVirtualPrinter({ host: "127.0.0.1", port: 0 });
  const port = await freePort();
  const address = `tcp://127.0.0.1:${printer.port}`;
  // One person presses faster here than citizens do, so the limit of one number a second is off.
  hub = new HubProcess(data, port, ["--printer", address, "--limits", "load-test"]);
  await hub.start();
  browser = await launchBrowser();
  kiosk = await openScreen(await aWindow(), `${hub.url}/kiosk/`, {
    key: "luot.token.kiosk",
    value: prepared.kiosks[0] ?? "",
  });
  displays = await Promise.all(
    prepared.displays.map(async (value) => {
      // Each display is a device of its own, so each has its own storage.
      const own = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
      return openScreen(own, `${hub.url}/display/?sound=off`, { key: "luot.token.display", value });
    }),
  );
  counters = await Promise.all(COUNTERS.map(openCounter));
});

afterAll(async () => {
  await browser?.close();
  await hub?.kill();
  await printer?.close();
  rmSync(data, { recursive: true, force: true });
});

/** Each device has a window of its own: a tab behind another draws, and so clicks, once a second. */
function aWindow(): Promise<BrowserContext> {
  return browser.newContext({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
}

async function openCounter(counterId: string): Promise<Page> {
  const page = await openScreen(await aWindow(), `${hub.url}/counter/?counter=${counterId}`, {
    key: `luot.token.counter.${counterId}`,
    value: prepared.counters[counterId] ?? "",
  });
  await page.getByTestId("sign-in-username").fill(`officer-${counterId}`);
  await page.getByTestId("sign-in-password").fill(TEST_SECRET);
  await page.getByTestId("sign-in").click();
  await page.getByTestId("open-counter").click();
  await page.getByTestId("call-next").waitFor();
  return page;
}

/** A citizen at the kiosk: an agency, a service, the number; returns it as the screen shows it. */
async function takeNumber(): Promise<string> {
  await kiosk.locator('[data-testid^="group-"]:not([data-disabled])').first().click();
  await kiosk
    .locator('[data-testid^="service-"]:not([data-disabled]), [data-testid="take-number"]')
    .first()
    .waitFor();
  const service = kiosk.locator('[data-testid^="service-"]:not([data-disabled])').first();
  if (await service.isVisible()) await service.click();
  await kiosk.getByTestId("take-number").click();
  const label = await kiosk.getByTestId("ticket-label").innerText({ timeout: 30_000 });
  // On a slow machine the screen may have gone back by itself before this person touches it.
  const begin = kiosk.locator('[data-testid^="group-"]').first();
  await Promise.race([kiosk.getByTestId("done").click(), begin.waitFor()]);
  await begin.waitFor();
  return label.replaceAll(/\s/gu, "");
}

/** An officer who presses Enter until told that the hall is empty. */
async function callUntil(page: Page, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await page.keyboard.press("Enter");
    // A second Enter within two seconds is ignored on purpose, so pressing faster calls no faster.
    await page.waitForTimeout(700);
  }
}

function journal(): readonly Event[] {
  const store = openStore(data);
  const events = store.journal.eventsAfter(0, 100_000);
  store.close();
  return events;
}

async function waitingInHub(): Promise<number> {
  const answer = await fetch(`${hub.url}/api/launcher`);
  const { hub: state } = (await answer.json()) as {
    hub: { totals: { issued: number; done: number; cancelled: number } };
  };
  return state.totals.issued - state.totals.done - state.totals.cancelled;
}

/** The ticket whose token the QR code of a paper carries. */
function ticketOf(paper: Paper, masterKey: Buffer, day: string): string {
  const { widthDots, heightDots, data: dots } = paper.raster;
  const pixels = new Uint8ClampedArray(widthDots * heightDots * 4).fill(255);
  for (let dot = 0; dot < widthDots * heightDots; dot++)
    if (((dots[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0) pixels.fill(0, dot * 4, dot * 4 + 3);
  const text = jsQR(pixels, widthDots, heightDots)?.data ?? "";
  return readTicketToken(masterKey, text.split("/p/")[1] ?? "", day) ?? `unreadable: ${text}`;
}

/** Papers of which nobody knows whether they came out are asked for again, as a citizen would. */
async function reprintUnknown(): Promise<void> {
  const unknown = new Map<string, string>();
  const client = new TestClient(hub.url, { token: prepared.counters["q04"] ?? "" });
  const { snapshot } = await client.hello("counter");
  const { tickets } = snapshot as { tickets: Record<string, { print: string; label: string }> };
  for (const [id, { print, label }] of Object.entries(tickets))
    if (print === "unknown" || print === "failed") unknown.set(id, label);
  await client.send("officer:sign-in", { username: "officer-q04", password: TEST_SECRET });
  for (const ticketId of unknown.keys()) {
    const ack = await client.send("ticket:reprint", { ticketId });
    expect(ack.ok).toBe(true);
  }
  client.close();
}

describe("a hall", () => {
  it("[I1] [I4] [I9] [I12] calls each of 60 tickets exactly once, over a kill -9 of its hub", async () => {
    const taken: string[] = [];
    let isOver = false;
    // Settled, so that an earlier failure is the one that is reported.
    const calling = Promise.allSettled(counters.map((page) => callUntil(page, () => isOver)));
    for (let i = 0; i < TICKETS; i++) {
      taken.push(await takeNumber());
      if (taken.length === KILL_AFTER) {
        await hub.kill();
        await hub.start();
        await reprintUnknown();
      }
    }
    await expect.poll(waitingInHub, { timeout: 400_000, interval: 500 }).toBe(0);
    isOver = true;
    expect((await calling).map(({ status }) => status)).toEqual(COUNTERS.map(() => "fulfilled"));
    await expectDisplaysInStep();
    expect(await hub.stop()).toBe(0);
    expectJournal(taken);
  }, 900_000);
});

/** I9: what each wall shows last is what the hub called last, within two seconds, without a reload. */
async function expectDisplaysInStep(): Promise<void> {
  const health = (await (await fetch(`${hub.url}/health`)).json()) as { seq: number };
  for (const display of displays)
    await expect
      .poll(async () => Number(await display.locator("#app-root").getAttribute("data-seq")), {
        timeout: IN_STEP_MS,
        interval: 50,
      })
      .toBe(health.seq);
}

function expectJournal(taken: readonly string[]): void {
  const events = journal();
  const issued = events.filter((event) => event.type === "ticket-issued");
  const called = events.filter((event) => event.type === "ticket-called");
  const labels = issued.map(({ label }) => label);
  expect(taken).toHaveLength(TICKETS);
  expect(taken.toSorted()).toEqual(labels.toSorted());
  expect(called.map(({ label }) => label).toSorted()).toEqual(labels.toSorted());
  expect(new Set(called.map(({ to }) => to.counterId))).toEqual(new Set(COUNTERS));
  const store = openStore(data);
  const masterKey = Buffer.from(store.meta.read("ticket_key") ?? "", "hex");
  expect(store.journal.audit().isWhole).toBe(true);
  store.close();
  printer.assertClean();
  const day = issued[0]?.day ?? "";
  const papers = printer.papers.map((paper) => ticketOf(paper, masterKey, day));
  expect(new Set(papers)).toEqual(new Set(issued.map(({ ticketId }) => ticketId)));
  const copies = events.filter((event) => event.type === "ticket-reprinted");
  expect(papers.length).toBeLessThanOrEqual(TICKETS + copies.length);
}
