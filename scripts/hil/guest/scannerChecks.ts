import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { silentLogger } from "@luot/kit";
import {
  createHidPosScanner,
  createNodeHidTransport,
  type HidDevice,
  type RefusedScan,
  type Scan,
  type Scanner,
  type ScannerHealth,
} from "@luot/scanner";
import { encodeHidPosReports } from "@luot/scanner/testing";
import { KEYBOARD, PLAIN_SCANNER } from "./hidDevices.ts";
import { type Check, until } from "./runChecks.ts";
import { UhidDevice } from "./UhidDevice.ts";
import type { VirtualScanner } from "./VirtualScanner.ts";

/** A person's name and address as on a citizen card (made up): 4 reports, split inside letters. */
const LONG_TEXT =
  "Nguyễn Thị Hằng – Cấp đổi giấy phép lái xe quốc tế, Ẵ Ẫ Ễ Ộ ỹ ỵ|phường Hà Giang 1, tỉnh Tuyên " +
  "Quang|Số 12, đường Nguyễn Trãi, tổ 7|ƯỚC MƠ ĐẾN BẾN BỜ";
/** 2,953 bytes, what the largest QR code holds: version 40, level L (ISO/IEC 18004). */
const LARGEST_QR_TEXT = `${"Lượt ".repeat(369)}!`;
const BURST_REPORTS = 500;
/** The kernel keeps so many reports for a reader (Linux, include/linux/hidraw.h). */
const KERNEL_RING = 64;
const NOTHING = new Uint8Array(0);
const SOON_MS = 5_000;
/** The driver looks again every 3 s at most. */
const REPLUG_MS = 10_000;

/** What the checks hand to each other: one scanner, one keyboard, one driver. */
interface Bench {
  readonly plug: () => Promise<VirtualScanner>;
  readonly transport: ReturnType<typeof createNodeHidTransport>;
  readonly scans: Scan[];
  readonly refused: RefusedScan[];
  readonly healths: ScannerHealth[];
  readonly driver: Scanner;
  device: VirtualScanner | null;
  keyboard: VirtualScanner | null;
}

/**
 * The checks of our scanner driver on real `/dev/hidrawN` devices, in the order to run them.
 *
 * @param way how the scanner is made, for the names
 * @param plug makes the scanner {@link PLAIN_SCANNER}
 */
export function scannerChecks(way: string, plug: () => Promise<VirtualScanner>): Check[] {
  const bench = createBench(plug);
  const checks: readonly (readonly [string, (bench: Bench) => Promise<string>])[] = [
    ["a scanner (0x8C/2) and a keyboard (0x01/6) are listed", listsBoth],
    ["500 reports in turns of 50 all arrive, in order", takesTurns],
    ["500 reports back to back arrive in order", takesBurst],
    ["our driver opens a device and is ready", opens],
    ["a first scan arrives: it took the scanner, not the keyboard", scansFirst],
    ["a Unicode text in 4 reports arrives equal", scansLong],
    ["the largest QR code (53 reports) arrives equal", scansLargest],
    ["unplugged within a scan: health lost, no scan, no crash", survivesUnplug],
    ["plugged in again at another path: ready, and the next scan is clean", survivesReplug],
    ["closed: nothing is heard any more", closes],
  ];
  return checks.map(([name, run]) => ({ name: `${way}: ${name}`, run: () => run(bench) }));
}

function createBench(plug: () => Promise<VirtualScanner>): Bench {
  const transport = createNodeHidTransport();
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const driver = createHidPosScanner({ transport, profile: "auto", clock, log: silentLogger });
  const bench: Bench = {
    plug,
    transport,
    driver,
    scans: [],
    refused: [],
    healths: [],
    device: null,
    keyboard: null,
  };
  driver.onScan((scan) => bench.scans.push(scan));
  driver.onRefused((refused) => bench.refused.push(refused));
  driver.onHealth((health) => bench.healths.push(health));
  return bench;
}

async function listsBoth(bench: Bench): Promise<string> {
  // First, so that a driver that takes the first device takes this one.
  bench.keyboard = new UhidDevice(KEYBOARD);
  await untilListed(bench, KEYBOARD.serialNumber);
  bench.device = await bench.plug();
  const scanner = await untilListed(bench, PLAIN_SCANNER.serialNumber);
  const devices = await bench.transport.list();
  const uses = devices.map(({ usagePage, usage }) => `${usagePage}/${usage}`);
  assert.ok(uses.includes("140/2") && uses.includes("1/6"), `listed: ${uses.join(", ")}`);
  return `${scanner.product} at ${scanner.path}`;
}

async function takesTurns(bench: Bench): Promise<string> {
  const reports = burst("T");
  const got = await collect(bench, async (soFar) => {
    for (let at = 0; at < reports.length; at += 50) {
      await deviceOf(bench).send(reports.slice(at, at + 50));
      await until("the reports of a turn", SOON_MS, () => soFar.length >= at + 50);
    }
  });
  const wrongAt = reports.findIndex((report, at) => textOf(report) !== textOf(got[at] ?? NOTHING));
  assert.equal(wrongAt, -1, `report ${wrongAt} came late, changed or not at all`);
  assert.equal(got.length, reports.length);
  return `${got.length} of ${reports.length}`;
}

/** What the ring cannot hold is lost, by the kernel's rules; what arrives must be whole. */
async function takesBurst(bench: Bench): Promise<string> {
  const reports = burst("B");
  const got = await collect(bench, async (soFar) => {
    await deviceOf(bench).send(reports);
    await untilQuiet(soFar);
  });
  const sent = reports.map(textOf);
  const places = got.map((report) => sent.indexOf(textOf(report)));
  assert.ok(!places.includes(-1), "a report arrived that was not sent so");
  assert.ok(
    places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0)),
    "reports arrived out of order",
  );
  assert.ok(got.length >= KERNEL_RING - 1, `only ${got.length} arrived`);
  const lost = reports.length - got.length;
  return lost === 0 ? "all arrived" : `${got.length} arrived, ${lost} lost by the kernel's ring`;
}

async function opens(bench: Bench): Promise<string> {
  const startedAtMs = performance.now();
  await bench.driver.open();
  await until("health ready", REPLUG_MS, () => bench.driver.health === "ready");
  return `in ${Math.round(performance.now() - startedAtMs)} ms`;
}

async function scansFirst(bench: Bench): Promise<string> {
  return `in ${await scan(bench, "A017", "]C0")} ms`;
}

async function scansLong(bench: Bench): Promise<string> {
  assert.equal(encodeHidPosReports(LONG_TEXT, "]Q1").length, 4);
  return `${Buffer.byteLength(LONG_TEXT)} bytes in ${await scan(bench, LONG_TEXT, "]Q1")} ms`;
}

async function scansLargest(bench: Bench): Promise<string> {
  assert.equal(encodeHidPosReports(LARGEST_QR_TEXT, "]Q1").length, 53);
  const tookMs = await scan(bench, LARGEST_QR_TEXT, "]Q1");
  return `${Buffer.byteLength(LARGEST_QR_TEXT)} bytes in ${tookMs} ms`;
}

async function survivesUnplug(bench: Bench): Promise<string> {
  const before = bench.scans.length;
  await deviceOf(bench).send(encodeHidPosReports(LONG_TEXT, "]Q1").slice(0, 2));
  await deviceOf(bench).unplug();
  const lostMs = await until("health lost", SOON_MS, () => bench.driver.health === "lost");
  assert.equal(bench.scans.length, before, "half a scan was handed on");
  return `lost after ${lostMs} ms`;
}

async function survivesReplug(bench: Bench): Promise<string> {
  // Another device takes the number that became free, as happens in life.
  const other = new UhidDevice({ ...KEYBOARD, serialNumber: "HIL-0004" });
  const taken = await untilListed(bench, "HIL-0004");
  bench.device = await bench.plug();
  const { path } = await untilListed(bench, PLAIN_SCANNER.serialNumber);
  assert.notEqual(path, taken.path);
  const readyMs = await until("health ready", REPLUG_MS, () => bench.driver.health === "ready");
  await scan(bench, "A018", "]C0");
  await other.unplug();
  return `at ${path}, ready after ${readyMs} ms; healths ${bench.healths.join(" → ")}`;
}

async function closes(bench: Bench): Promise<string> {
  const before = bench.scans.length;
  await bench.driver.close();
  await deviceOf(bench).send(encodeHidPosReports("A019", "]C0"));
  await pause(300);
  assert.equal(bench.scans.length, before);
  await deviceOf(bench).unplug();
  await bench.keyboard?.unplug();
  const refusals = bench.refused.map(({ reason }) => reason).join(", ");
  return `${before} scans in all, refused: ${refusals === "" ? "none" : refusals}`;
}

/** Sends a text and waits for it. @returns how long it took, in milliseconds */
async function scan(bench: Bench, text: string, aim: string): Promise<number> {
  const before = bench.scans.length;
  const startedAtMs = performance.now();
  await deviceOf(bench).send(encodeHidPosReports(text, aim));
  await until("the scan", SOON_MS, () => bench.scans.length > before);
  const tookMs = Math.round(performance.now() - startedAtMs);
  assert.deepEqual(bench.scans.slice(before), [{ text: text.normalize("NFC"), aim }]);
  return tookMs;
}

function burst(letter: string): Uint8Array[] {
  return Array.from({ length: BURST_REPORTS }, (_, at) =>
    encodeHidPosReports(`${letter}${at}`, "]C0"),
  ).flat();
}

/** Opens the scanner by the transport alone and gives what arrives while `act` is at work. */
async function collect(
  bench: Bench,
  act: (soFar: readonly Uint8Array[]) => Promise<void>,
): Promise<readonly Uint8Array[]> {
  const { path } = await untilListed(bench, PLAIN_SCANNER.serialNumber);
  const got: Uint8Array[] = [];
  let lost = "";
  const connection = await bench.transport.open(path, {
    onReport: (report) => got.push(report),
    onLost: (reason) => (lost = reason),
  });
  await act(got);
  await connection.close();
  assert.equal(lost, "");
  return got;
}

async function untilQuiet(soFar: readonly unknown[]): Promise<void> {
  for (let before = -1; before < soFar.length; ) {
    before = soFar.length;
    await pause(500);
  }
}

async function untilListed(bench: Bench, serialNumber: string): Promise<HidDevice> {
  for (const startedAtMs = performance.now(); performance.now() - startedAtMs < SOON_MS; ) {
    const devices = await bench.transport.list();
    const found = devices.find((device) => device.serialNumber === serialNumber);
    if (found !== undefined) return found;
    await pause(20);
  }
  throw new Error(`no device ${serialNumber} was listed within ${SOON_MS} ms`);
}

function deviceOf(bench: Bench): VirtualScanner {
  assert.ok(bench.device !== null, "no scanner is plugged in");
  return bench.device;
}

function textOf(report: Uint8Array): string {
  return Buffer.from(report).toString("hex");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
