import { type Logger, silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HID_POS_PROFILES, type HidPosProfile } from "../codec/hidPosProfiles.ts";
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

describe("opening a HID POS scanner", () => {
  it("takes the first in HID POS mode and never a keyboard, whoever made it", async () => {
    const transport = new FakeHidTransport();
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw7", usagePage: 1, usage: 6 });
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw8", usage: 1 });
    transport.plug(A_SCANNER);
    const { scanner, healths } = aScanner(transport, {});
    await scanner.open();
    expect(transport.opened).toEqual([PATH]);
    expect(healths).toEqual(["ready"]);
  });

  it("takes the one that is wanted", async () => {
    const transport = aTransport();
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw1", productId: 2 });
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw2", productId: 2, serialNumber: "S2" });
    const wanted = { vendorId: A_SCANNER.vendorId, productId: 2, serialNumber: "S2" };
    const { scanner } = aScanner(transport, { wanted });
    await scanner.open();
    expect(transport.opened).toEqual(["/dev/hidraw2"]);
  });

  it("says when the wanted one is there in another mode", async () => {
    const warn = vi.fn<Logger["warn"]>();
    const transport = new FakeHidTransport();
    transport.plug({ ...A_SCANNER, usagePage: 1, usage: 6 });
    const { vendorId, productId } = A_SCANNER;
    const log = { ...silentLogger, warn };
    const { scanner } = aScanner(transport, { wanted: { vendorId, productId }, log });
    await scanner.open();
    expect(warn).toHaveBeenCalledWith("scanner lost", {
      reason: "the scanner is not in HID POS mode",
    });
  });

  it("tries again after 1, 2, 3 and 3 s while none is there, and asks nothing once one is", async () => {
    const transport = new FakeHidTransport();
    const { scanner, healths } = aScanner(transport, {});
    await scanner.open();
    expect(scanner.health).toBe("lost");
    const calls: number[] = [];
    for (const waitMs of [999, 1, 1999, 1, 2999, 1, 2999, 1]) {
      await vi.advanceTimersByTimeAsync(waitMs);
      calls.push(transport.listCalls);
    }
    expect(calls).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
    transport.plug(A_SCANNER);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(transport.listCalls).toBe(6);
    expect(healths).toEqual(["ready"]);
  });

  it.each(["open_fails", "list_fails"] as const)("goes on when %s with a string", async (fault) => {
    const transport = aTransport();
    transport.misbehaviour = fault;
    const { scanner } = aScanner(transport, {});
    await scanner.open();
    expect(scanner.health).toBe("lost");
    transport.misbehaviour = "none";
    await vi.advanceTimersByTimeAsync(1000);
    expect(scanner.health).toBe("ready");
  });

  it("finds no fault with a scanner that never speaks", async () => {
    const { scanner, healths } = aScanner(aTransport(), {});
    await scanner.open();
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(healths).toEqual(["ready"]);
  });
});

describe("setting a Honeywell up", () => {
  const HONEYWELL = { ...A_SCANNER, vendorId: 0x0c2e };
  const run = async (fault: FakeHidTransport["misbehaviour"], profile: HidPosProfile | "auto") => {
    const transport = new FakeHidTransport();
    transport.plug(HONEYWELL);
    transport.misbehaviour = fault;
    const { scanner, texts } = aScanner(transport, { profile });
    const opening = scanner.open();
    await vi.advanceTimersByTimeAsync(2000);
    await opening;
    say(transport, "A012");
    return { health: scanner.health, texts, sent: transport.featureReports };
  };

  it("sends fe 01 once, by the vendor or when told", async () => {
    const expected = { health: "ready", texts: ["A012"], sent: ["fe01"] };
    expect(await run("none", "auto")).toEqual(expected);
    expect(await run("none", HID_POS_PROFILES.honeywell)).toEqual(expected);
  });

  it("sends nothing when told that it is another", async () => {
    expect((await run("none", HID_POS_PROFILES.generic)).sent).toEqual([]);
  });

  it.each(["feature_fails", "feature_hangs"] as const)(
    "is degraded and scans when %s",
    async (fault) => {
      expect(await run(fault, "auto")).toEqual({
        health: "degraded",
        texts: ["A012"],
        sent: ["fe01"],
      });
    },
  );
});

describe("losing a scanner", () => {
  it("survives an unplug in the middle of a chain and a replug at a new path", async () => {
    const transport = aTransport();
    const { scanner, texts, refused, healths } = aScanner(transport, {});
    await scanner.open();
    const chain = encodeHidPosReports("x".repeat(150), "]Q1");
    transport.speak(PATH, chain.slice(0, 2));
    transport.unplug(PATH);
    expect(healths).toEqual(["ready", "lost"]);
    expect(refused).toEqual([{ reason: "incomplete", aim: "]Q1" }]);
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw4" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(transport.opened).toEqual([PATH, "/dev/hidraw4"]);
    transport.speak("/dev/hidraw4", encodeHidPosReports("A012", "]C0"));
    expect(texts).toEqual(["A012"]); // nothing of the chain came along
    expect(healths).toEqual(["ready", "lost", "ready"]);
  });

  it("prefers the one it had, and takes another when that one stays away", async () => {
    const transport = aTransport();
    const { scanner } = aScanner(transport, {});
    await scanner.open();
    transport.unplug(PATH);
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw1", serialNumber: "S2" });
    transport.plug({ ...A_SCANNER, path: "/dev/hidraw2" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(transport.opened.at(-1)).toBe("/dev/hidraw2");
    transport.unplug("/dev/hidraw2");
    await vi.advanceTimersByTimeAsync(1000);
    expect(transport.opened.at(-1)).toBe("/dev/hidraw1");
  });

  it("survives being lost again and again, waiting a second each time", async () => {
    const transport = aTransport();
    const { scanner } = aScanner(transport, {});
    await scanner.open();
    for (let i = 0; i < 20; i++) {
      transport.unplug(PATH);
      transport.plug(A_SCANNER);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(transport.opened).toHaveLength(21);
    expect(scanner.health).toBe("ready");
  });

  it("hears nothing and tries nothing after it was closed", async () => {
    const transport = aTransport();
    const { scanner, texts, refused, healths } = aScanner(transport, {});
    await scanner.open();
    transport.speak(PATH, encodeHidPosReports("x".repeat(60), "]Q1").slice(0, 1));
    await scanner.close();
    expect(refused).toEqual([]);
    expect(transport.isOpen(PATH)).toBe(false);
    say(transport, "A012");
    transport.unplug(PATH);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts).toEqual([]);
    expect(healths).toEqual(["ready"]);
    expect(transport.listCalls).toBe(1);
  });

  it("hears nothing more of a device it has lost, nor of its loss a second time", async () => {
    const transport = aTransport();
    const open = vi.spyOn(transport, "open");
    const { scanner, texts, healths } = aScanner(transport, {});
    await scanner.open();
    transport.unplug(PATH);
    const [report] = encodeHidPosReports("A012", "]C0");
    const [, events] = open.mock.calls[0] ?? [];
    if (report === undefined || events === undefined) throw new Error("it was never opened");
    events.onReport(report);
    transport.plug(A_SCANNER);
    await vi.advanceTimersByTimeAsync(1000);
    events.onLost("could not read from HID device");
    events.onReport(report);
    expect(texts).toEqual([]);
    expect(healths).toEqual(["ready", "lost", "ready"]);
  });

  it("closes what it was just opening", async () => {
    const transport = aTransport();
    const { scanner, healths } = aScanner(transport, {});
    const opening = scanner.open();
    await scanner.close();
    await opening;
    expect(transport.isOpen(PATH)).toBe(false);
    expect(healths).toEqual([]);
  });
});
