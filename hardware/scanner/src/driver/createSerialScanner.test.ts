import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSerialTransport } from "../testing/FakeSerialTransport.ts";
import { fakedClock } from "../testing/fakedClock.ts";
import { createSerialScanner, PLAIN_LINE } from "./createSerialScanner.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a serial scanner", () => {
  it("yields clean lines, survives the cable being pulled, and forgets half a line", async () => {
    const transport = new FakeSerialTransport();
    const scanner = createSerialScanner({
      transport,
      line: PLAIN_LINE,
      clock: fakedClock,
      log: silentLogger,
    });
    const told: string[] = [];
    scanner.onScan((scan) => told.push(scan.text));
    scanner.onRefused(({ reason }) => told.push(reason));
    scanner.onHealth((health) => told.push(health));
    await scanner.open();
    transport.send(utf8("A012\r"));
    transport.send(Uint8Array.of(0xc3, 0x28, 0x0d));
    transport.send(utf8("A0"));
    transport.unplug();
    await vi.advanceTimersByTimeAsync(5000);
    transport.isPlugged = true;
    await vi.advanceTimersByTimeAsync(3000);
    transport.send(utf8("13\r\n"));
    await scanner.close();
    expect(told).toEqual(["ready", "A012", "invalid_utf8", "incomplete", "lost", "ready", "13"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
