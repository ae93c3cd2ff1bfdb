import assert from "node:assert/strict";
import fs from "node:fs";
import { silentLogger } from "@luot/kit";
import {
  createTransport,
  EscPosPrinter,
  parsePrinterAddress,
  PRINTER_PROFILES,
  type PrintOutcome,
} from "@luot/printer";
import { TICKET_FILE, TICKET_PROFILE } from "../ticketFile.ts";
import { describeGadgetPrinter, GadgetPrinter } from "./GadgetPrinter.ts";
import { type Check, until } from "./runChecks.ts";
import type { UsbGadget } from "./UsbGadget.ts";

/** The guest has one printer; in life a udev link names it. */
const DEVICE = "/dev/usb/lp0";
const SOON_MS = 5_000;
const STATUS_TIMEOUT_MS = 1_000;
const COMPLETION_TIMEOUT_MS = 5_000;
/** Long enough for the cable to be full and the driver to be refused many times. */
const STALL_MS = 700;

interface Bench {
  readonly gadget: UsbGadget;
  readonly driver: EscPosPrinter;
  readonly ticket: Uint8Array;
  jobs: number;
  device: GadgetPrinter | null;
}

/** The checks of our printer driver and its device-file transport on usblp, in their order. */
export function printerChecks(): Check[] {
  const bench = createBench();
  const checks: readonly (readonly [string, (bench: Bench) => Promise<string>])[] = [
    ["plugged in: the driver asks, a status byte comes back: ready", answersStatus],
    ["our ticket arrives byte by byte and is confirmed", prints],
    ["stalls in the middle and goes on: the driver waits, confirmed", waitsOutStall],
    ["paper out: not_sent, and not a byte of the ticket came", refusesWithoutPaper],
    ["unplugged: offline, a ticket is not_sent, no crash", refusesUnplugged],
    ["plugged in again: the next ticket arrives whole", printsAgain],
    ["takes the ticket and says nothing: unknown, one copy", isSilentAfter],
    ["unplugged while it prints: unknown", losesHalf],
    ["plugged in after that: the next ticket arrives whole, and alone", printsAgain],
  ];
  return checks.map(([name, run]) => ({ name: `usblp: ${name}`, run: () => run(bench) }));
}

function createBench(): Bench {
  const address = parsePrinterAddress(`usb:${DEVICE}?profile=${TICKET_PROFILE}`);
  if (!address.ok) throw new Error(address.error);
  const driver = new EscPosPrinter(createTransport(address.value), {
    // Without the time that a slow cable may take: this one is quick, and a check waits for it.
    profile: { ...PRINTER_PROFILES[TICKET_PROFILE], slowestMsPerByte: 0 },
    statusTimeoutMs: STATUS_TIMEOUT_MS,
    completionTimeoutMs: COMPLETION_TIMEOUT_MS,
    log: silentLogger,
  });
  const ticket = Uint8Array.from(fs.readFileSync(TICKET_FILE));
  return { gadget: describeGadgetPrinter(), driver, ticket, jobs: 0, device: null };
}

async function answersStatus(bench: Bench): Promise<string> {
  await plug(bench);
  assert.equal(await bench.driver.status(), "ready");
  return DEVICE;
}

async function prints(bench: Bench): Promise<string> {
  const startedAtMs = performance.now();
  assert.equal(await print(bench), "confirmed");
  assertPrintedOnce(bench);
  return `${bench.ticket.length} bytes in ${Math.round(performance.now() - startedAtMs)} ms`;
}

/** The driver's non-blocking writes are refused (EAGAIN) while the cable is full. */
async function waitsOutStall(bench: Bench): Promise<string> {
  const stall = await stallWithin(bench);
  stall.device.takesAtMostBytes = Number.POSITIVE_INFINITY;
  assert.equal(await stall.printing, "confirmed");
  assertPrintedOnce(bench);
  return `stalled for ${STALL_MS} ms after ${stall.atBytes} bytes`;
}

async function refusesWithoutPaper(bench: Bench): Promise<string> {
  const device = deviceOf(bench);
  device.paper = "paper-out";
  assert.equal(await print(bench), "not_sent");
  assert.equal(device.printed.length, 0);
  const state = await bench.driver.status();
  assert.equal(state, "paper_out");
  device.paper = "ready";
  return state;
}

async function refusesUnplugged(bench: Bench): Promise<string> {
  deviceOf(bench).unplug();
  assert.equal(await print(bench), "not_sent");
  const state = await bench.driver.status();
  assert.equal(state, "offline");
  return state;
}

async function printsAgain(bench: Bench): Promise<string> {
  await plug(bench);
  return prints(bench);
}

async function isSilentAfter(bench: Bench): Promise<string> {
  const device = deviceOf(bench);
  device.isSilent = true;
  const outcome = await print(bench);
  device.isSilent = false;
  assert.equal(outcome, "unknown");
  assertPrintedOnce(bench);
  return `after ${COMPLETION_TIMEOUT_MS} ms of silence`;
}

async function losesHalf(bench: Bench): Promise<string> {
  const { device, printing } = await stallWithin(bench);
  device.unplug();
  const startedAtMs = performance.now();
  assert.equal(await printing, "unknown");
  const tookMs = Math.round(performance.now() - startedAtMs);
  return `${device.printed.length} of ${bench.ticket.length} bytes came, told after ${tookMs} ms`;
}

/** Begins a ticket, has the printer take no more in its middle, and sees the driver wait. */
async function stallWithin(bench: Bench): Promise<{
  readonly device: GadgetPrinter;
  readonly printing: Promise<PrintOutcome>;
  readonly atBytes: number;
}> {
  const device = deviceOf(bench);
  const printing = print(bench);
  let isOver = false;
  const watched = printing.finally(() => {
    isOver = true;
  });
  await until("the ticket's first bytes", SOON_MS, () => device.printed.length > 0);
  device.takesAtMostBytes = device.takenBytes;
  await new Promise((resolve) => setTimeout(resolve, STALL_MS));
  assert.ok(device.printed.length < bench.ticket.length, "it came whole: nothing is proved");
  assert.ok(!isOver, "the driver gave up on a printer that only stalls");
  return { device, printing: watched, atBytes: device.printed.length };
}

function print(bench: Bench): Promise<PrintOutcome> {
  if (bench.device !== null) bench.device.printed = bench.device.printed.subarray(0, 0);
  const id = String(++bench.jobs).padStart(4, "0");
  return bench.driver.print({ id, bytes: bench.ticket, beforeFirstByte: () => undefined });
}

function assertPrintedOnce(bench: Bench): void {
  const { printed } = deviceOf(bench);
  assert.equal(printed.length, bench.ticket.length);
  assert.ok(printed.equals(bench.ticket), "other bytes arrived than were sent");
}

async function plug(bench: Bench): Promise<void> {
  const device = new GadgetPrinter(bench.gadget);
  bench.device = device;
  await until("the printer's file", SOON_MS, () => device.isConnected && fs.existsSync(DEVICE));
}

function deviceOf(bench: Bench): GadgetPrinter {
  assert.ok(bench.device !== null, "no printer is plugged in");
  return bench.device;
}
