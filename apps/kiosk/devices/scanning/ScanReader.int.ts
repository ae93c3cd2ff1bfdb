import type { LinkScan } from "@luot/contract";
import { type LogFields, type Logger, silentLogger } from "@luot/kit";
import { createVirtualScanner, type VirtualScanner } from "@luot/simulators";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ScanReader } from "./ScanReader.ts";

const SOON = { timeout: 20_000 };
const T0 = 1_700_000_000_000;
let device: VirtualScanner;
let reader: ScanReader;

function read(address: string) {
  const scans: LinkScan[] = [];
  const healths: string[] = [];
  const lines: unknown[] = [];
  const note = (message: string, fields?: LogFields): void => void lines.push([message, fields]);
  const log: Logger = { ...silentLogger, info: note, warn: note, error: note };
  reader = new ScanReader({
    address,
    clock: { now: () => T0, monotonic: () => performance.now() },
    log,
    onScan: (scan) => scans.push(scan),
    onHealth: () => healths.push(reader.health),
  });
  return { scans, healths, lines };
}

beforeEach(async () => {
  device = await createVirtualScanner({ port: 0, host: "127.0.0.1" });
});

afterEach(async () => {
  await reader.close();
  await device.close();
});

describe("ScanReader", () => {
  it("hands on what was scanned and when, and notes no word of it", async () => {
    const { scans, healths, lines } = read(`tcp://127.0.0.1:${device.port}`);
    await device.plugged();
    await vi.waitFor(() => expect(healths).toEqual(["ready"]), SOON);
    device.scan("001099000001|NGUYEN VAN A", "]Q1");
    await vi.waitFor(() => expect(scans).toHaveLength(1), SOON);
    expect(scans).toEqual([{ text: "001099000001|NGUYEN VAN A", aim: "]Q1", at: T0 }]);
    expect(JSON.stringify(lines)).not.toContain("NGUYEN");
  });

  it("is lost while nobody is there, and takes the scanner up again by itself", async () => {
    const { scans, healths } = read(`tcp://127.0.0.1:${device.port}`);
    await device.plugged();
    await vi.waitFor(() => expect(healths).toEqual(["ready"]), SOON);
    const { port } = device;
    await device.close();
    await vi.waitFor(() => expect(healths).toEqual(["ready", "lost"]), SOON);
    device = await createVirtualScanner({ port, host: "127.0.0.1" });
    await device.plugged();
    await vi.waitFor(() => expect(healths.at(-1)).toBe("ready"), SOON);
    device.scan("A012", "]C0");
    await vi.waitFor(() => expect(scans).toHaveLength(1), SOON);
  });

  it("is lost for good when its address names no scanner", () => {
    read("tcp://192.0.2.1:9");
    expect(reader.health).toBe("lost");
  });
});
