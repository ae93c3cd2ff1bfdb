import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger, uuidv7 } from "@luot/kit";
import { DEFAULT_TEMPLATE, type Paper, parsePrinterAddress } from "@luot/printer";
import { createVirtualPrinter, type VirtualPrinter } from "@luot/simulators";
import { type KioskBook, openKioskBook, type WishData } from "@luot/store";
import { afterEach, beforeEach, expect, it } from "vitest";
import { aCentre, T0 } from "../../src/testing/aCentre.ts";
import { createNoPrinter } from "./createNoPrinter.ts";
import { createOwnPrinter } from "./createOwnPrinter.ts";
import type { OwnPrinter } from "./OwnPrinter.ts";

const DAY_MS = 86_400_000;
const SOON = { timeout: 20_000 };
const PAYLOAD = {
  serviceId: "a-submit",
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
} as const;

let folder: string;
let book: KioskBook;
let virtual: VirtualPrinter;
let printer: OwnPrinter | null;
let now: number;
let told: string[];
const clock = { now: () => now, monotonic: () => performance.now() };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "luot-own-printer-"));
  now = T0;
  told = [];
  printer = null;
  book = openKioskBook(folder, { clock, log: silentLogger });
  book.meta.setSettings(aCentre({}));
  virtual = await createVirtualPrinter({ port: 0, host: "127.0.0.1", keep: 100 });
});

afterEach(async () => {
  await printer?.close();
  await virtual.close();
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

const phoneUrl = (token: string): string => `http://hub.example/p/${token}`;

async function start(): Promise<OwnPrinter> {
  const address = parsePrinterAddress(`tcp://127.0.0.1:${virtual.port}`);
  if (!address.ok) throw new Error("no address");
  const deps = { address: address.value, template: DEFAULT_TEMPLATE, book, phoneUrl, clock };
  printer = await createOwnPrinter({ ...deps, log: silentLogger });
  printer.onOutcome(({ copy }, outcome) => told.push(`${copy} ${outcome}`));
  return printer;
}

/** A number of the hub's, whose paper is asked for. */
function given(): Paper {
  const newId = (): string => uuidv7(now, crypto.getRandomValues(new Uint8Array(10)));
  const id = newId();
  const { print: _print, language: _language, reason: _reason, ...payload } = PAYLOAD;
  const facts = { ...payload, issuedAt: now, ahead: 0, estimate: null, token: "TOKEN" };
  const data: WishData = { ...facts, ticketId: newId(), label: "A001" };
  book.wishes.begin(id, PAYLOAD, now);
  book.wishes.answered(id, data, now);
  return { ticketId: data.ticketId, copy: 0 };
}

it("[I12] prints a paper once, keeps its outcome, and says so", async () => {
  const own = await start();
  const paper = given();
  own.print(paper);
  own.print(paper);
  await expect.poll(() => told, SOON).toEqual(["0 confirmed"]);
  expect(virtual.papers).toHaveLength(1);
  expect(own.state()).toBe("ready");
  expect(book.papers.untold(9)).toMatchObject([{ ticketId: paper.ticketId, outcome: "confirmed" }]);
  virtual.assertClean();
});

it("[I12] prints after a restart what was never begun, and leaves what may have come out", async () => {
  const queued = given();
  const sending = given();
  book.papers.set(sending, "sending", now);
  await start();
  await expect.poll(() => book.papers.stateOf(queued), SOON).toBe("confirmed");
  expect(book.papers.stateOf(sending)).toBe("unknown");
  expect(virtual.papers).toHaveLength(1);
});

it("prints nothing after a restart for people of another day", async () => {
  const old = given();
  now += DAY_MS;
  await start();
  await expect.poll(() => book.papers.stateOf(old), SOON).toBe("failed");
  expect(virtual.papers).toHaveLength(0);
});

it("waits for the words of a paper at a kiosk that has just met its hub", async () => {
  book.close();
  book = openKioskBook(join(folder, "new"), { clock, log: silentLogger });
  const own = await start();
  const paper = given();
  own.print(paper);
  await new Promise((later) => setTimeout(later, 300));
  expect(book.papers.stateOf(paper)).toBe("queued");
  book.meta.setSettings(aCentre({}));
  await expect.poll(() => told, SOON).toEqual(["0 confirmed"]);
});

it("tells of a printer that runs out of paper", async () => {
  const own = await start();
  const states: string[] = [];
  own.onState((state) => states.push(state));
  virtual.setCondition({ paper: "out" });
  own.print(given());
  await expect.poll(() => told, SOON).toEqual(["0 failed"]);
  expect(states.at(-1)).toBe("paper_out");
});

it("[I12] settles at a kiosk without one what an earlier start left behind", () => {
  const [queued, sending] = [given(), given()];
  book.papers.set(queued, "queued", now);
  book.papers.set(sending, "sending", now);
  const none = createNoPrinter(book, clock);
  none.onOutcome(({ ticketId }, outcome) =>
    told.push(`${ticketId === sending.ticketId ? "sending" : "queued"} ${outcome}`),
  );
  expect(new Set(told)).toEqual(new Set(["queued failed", "sending unknown"]));
});

it("[I12] tells who comes later what became of a paper that a stop interrupted", async () => {
  const paper = given();
  book.papers.set(paper, "sending", now);
  await start();
  expect(told).toEqual(["0 unknown"]);
});

it("is nothing at a kiosk without one: papers fail, and the screen knows that there is none", () => {
  const none = createNoPrinter(book, clock);
  const paper = given();
  none.onOutcome((_, outcome) => told.push(outcome));
  none.print(paper);
  none.print(paper);
  expect([none.state(), told, book.papers.stateOf(paper)]).toEqual([null, ["failed"], "failed"]);
});
