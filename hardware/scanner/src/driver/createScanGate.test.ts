import { type Logger, silentLogger } from "@luot/kit";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Scanner } from "../Scanner.ts";
import { aScannerOn } from "../testing/aScannerOn.ts";
import { encodeHidPosReports } from "../testing/encodeHidPosReports.ts";
import { A_SCANNER, FakeHidTransport } from "../testing/FakeHidTransport.ts";
import type { HidPosScannerOptions } from "./createHidPosScanner.ts";

const opened: Scanner[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await Promise.all(opened.splice(0).map((scanner) => scanner.close()));
  if (vi.getTimerCount() > 0) throw new Error("a closed scanner left a timer behind");
  vi.useRealTimers();
});

function aScanner(transport: FakeHidTransport, changes: Partial<HidPosScannerOptions>) {
  const made = aScannerOn(transport, changes);
  opened.push(made.scanner);
  return made;
}

/** A machine with the scanner of the tests plugged in. */
function aTransport(): FakeHidTransport {
  const transport = new FakeHidTransport();
  transport.plug(A_SCANNER);
  return transport;
}
const PATH = A_SCANNER.path;
const say = (transport: FakeHidTransport, text: string) =>
  transport.speak(PATH, encodeHidPosReports(text, "]Q1"));

describe("what a scanner hands on", () => {
  it("is refused when its chain stays unfinished, without waiting for the next scan", async () => {
    const transport = aTransport();
    const { scanner, refused } = aScanner(transport, {});
    await scanner.open();
    transport.speak(PATH, encodeHidPosReports("x".repeat(60), "]Q1").slice(0, 1));
    await vi.advanceTimersByTimeAsync(1100);
    expect(refused).toEqual([{ reason: "incomplete", aim: "]Q1" }]);
  });

  it("is clean, and refused with a reason and never the text", async () => {
    const transport = aTransport();
    const { scanner, texts, refused } = aScanner(transport, {});
    await scanner.open();
    say(transport, "A\u000f0\u001b12\r");
    transport.speak(PATH, encodeHidPosReports("Product Name: X", "]X0"));
    say(transport, "\u0000");
    expect(texts).toEqual(["A012"]);
    expect(refused).toEqual([
      { reason: "device_information", aim: "]X0" },
      { reason: "empty", aim: "]Q1" },
    ]);
  });

  it("is the same code once in 1.5 s, also with another code between", async () => {
    const transport = aTransport();
    const { scanner, texts } = aScanner(transport, {});
    await scanner.open();
    say(transport, "A012");
    say(transport, "A013");
    await vi.advanceTimersByTimeAsync(1499);
    say(transport, "A012");
    expect(texts).toEqual(["A012", "A013"]);
    await vi.advanceTimersByTimeAsync(1);
    say(transport, "A012");
    expect(texts).toEqual(["A012", "A013", "A012"]);
  });

  it("is at most 5 scans and 5 refusals in a second of a flood", async () => {
    const transport = aTransport();
    const { scanner, texts, refused } = aScanner(transport, {});
    await scanner.open();
    for (let i = 0; i < 2000; i++) say(transport, `A${i}`);
    expect(texts).toHaveLength(5);
    expect(refused).toEqual(Array.from({ length: 5 }, () => ({ reason: "too_many", aim: "]Q1" })));
    await vi.advanceTimersByTimeAsync(1000);
    say(transport, "B1");
    expect(texts.at(-1)).toBe("B1");
  });

  it("reaches every listener, whatever another one throws or rejects", async () => {
    const error = vi.fn<Logger["error"]>();
    const transport = aTransport();
    const { scanner, texts } = aScanner(transport, { log: { ...silentLogger, error } });
    scanner.onScan(() => {
      throw new Error("a listener's bug");
    });
    scanner.onScan(() => Promise.reject(new Error("a listener's bug, later")));
    const late: string[] = [];
    const stop = scanner.onScan((scan) => late.push(scan.text));
    await scanner.open();
    say(transport, "A012");
    await vi.advanceTimersByTimeAsync(0);
    stop();
    say(transport, "A013");
    expect(texts).toEqual(["A012", "A013"]);
    expect(late).toEqual(["A012"]);
    await vi.advanceTimersByTimeAsync(0);
    expect(error).toHaveBeenCalledTimes(4);
    expect(scanner.health).toBe("ready");
  });

  it("is nothing that random reports could break", async () => {
    const transport = aTransport();
    const { scanner, texts, healths } = aScanner(transport, {});
    await scanner.open();
    const chance = fc.uint8Array({ minLength: 64, maxLength: 64 }).map((report) => {
      report.set([2, (report[1] ?? 0) % 60, 0x5d, 0x51, 0x31]);
      return report;
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 70 }), chance)), (reports) =>
        transport.speak(PATH, reports),
      ),
      { numRuns: 500 },
    );
    await vi.advanceTimersByTimeAsync(3000);
    say(transport, "A012");
    expect(healths).toEqual(["ready"]);
    expect(texts.at(-1)).toBe("A012");
  });

  it("is written to no log", async () => {
    const said: string[] = [];
    const keep: Logger["info"] = (message, fields) =>
      void said.push(message, JSON.stringify(fields ?? {}));
    const transport = aTransport();
    const log: Logger = { debug: keep, info: keep, warn: keep, error: keep };
    const { scanner } = aScanner(transport, { log });
    await scanner.open();
    for (let i = 0; i < 10; i++) say(transport, `SECRET${i}`);
    say(transport, "SECRET".repeat(2000));
    expect(said.join(" ")).toContain("too_many");
    expect(said.join(" ")).not.toContain("SECRET");
  });
});
