import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHubClient } from "@luot/hub-client";
import { silentLogger } from "@luot/kit";
import { type KioskBook, openKioskBook, openStore } from "@luot/store";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSurePrinter } from "../testing/createSurePrinter.ts";
import { freePort, HubProcess, prepareData, sharedSettings } from "../testing/realHub.ts";
import { createOfflineHub } from "./createOfflineHub.ts";
import type { OfflineHub } from "./OfflineHub.ts";

const OFFLINE = 500;
const SETTINGS = sharedSettings(1);
const WISH = {
  serviceId: SETTINGS.services[0]?.id ?? "",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
} as const;
const CLOCK = { now: () => Date.now(), monotonic: () => performance.now() };
const SOON = { timeout: 30_000, interval: 5 };

let data: string;
let hub: HubProcess;
let book: KioskBook;
let kiosk: OfflineHub;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "luot-merge-"));
  const { kiosks } = await prepareData(data, SETTINGS, { kiosks: 1, displays: 0 });
  // With the limits of a real centre: what a kiosk has to tell must get through them.
  hub = new HubProcess(data, await freePort());
  await hub.start();
  book = openKioskBook(join(data, "kiosk"), { clock: CLOCK, log: silentLogger });
  book.tokens.write(kiosks[0] ?? "");
  kiosk = openKiosk();
  const isReady = (): boolean => connection() === "live" && book.meta.settings() !== null;
  await vi.waitUntil(isReady, SOON);
});

afterEach(async () => {
  kiosk.close();
  book.close();
  await hub.stop();
  rmSync(data, { recursive: true, force: true });
});

function openKiosk(): OfflineHub {
  const client = createHubClient({
    kind: "kiosk",
    url: hub.url,
    tokens: book.tokens,
    series: book.series,
  });
  const printer = createSurePrinter(book);
  return createOfflineHub({ hub: client, book, printer, clock: CLOCK, log: silentLogger });
}

const connection = (): string => kiosk.getState().connection;

async function take(): Promise<string> {
  const answer = await kiosk.send("ticket:issue", WISH);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.label;
}

/** What the hub's journal says was given, in order, after the hub has stopped. */
async function givenByJournal(): Promise<readonly string[]> {
  await hub.stop();
  const store = openStore(data);
  const events = store.journal.eventsAfter(0, 100_000);
  store.close();
  return events.flatMap((event) =>
    event.type === "ticket-issued" || event.type === "ticket-entered" ? [event.label] : [],
  );
}

it(`[I1] [I2] [R29] ${OFFLINE} numbers of a kiosk's own merge, in order and once, with a hub that dies meanwhile`, async () => {
  const labels = [await take()];
  expect(labels).toEqual(["H001"]);
  await expect.poll(() => book.papers.untold(1), SOON).toEqual([]);
  await hub.kill();
  await expect.poll(connection, SOON).not.toBe("live");
  for (let i = 0; i < OFFLINE; i++) labels.push(await take());
  expect(kiosk.getState().outbox).toMatchObject({ unsent: OFFLINE, canIssue: true });

  await hub.start();
  await expect.poll(() => book.outbox.waiting().count, SOON).toBeLessThan(OFFLINE);
  await hub.kill();
  // The kiosk's process dies too: another one goes on from the book.
  kiosk.close();
  kiosk = openKiosk();
  expect(book.outbox.waiting().count).toBeGreaterThan(0);
  await hub.start();
  await expect.poll(() => kiosk.getState().outbox?.unsent, SOON).toBe(0);
  await expect.poll(() => book.meta.cutSince(), SOON).toBeNull();
  expect(book.outbox.refused()).toEqual([]);
  expect(await givenByJournal()).toEqual(labels);
});
