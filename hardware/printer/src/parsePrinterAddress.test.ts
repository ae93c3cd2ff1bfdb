import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrinterAddress } from "./parsePrinterAddress.ts";

describe("parsePrinterAddress", () => {
  it.each([
    ["tcp://192.0.2.20", { kind: "tcp", host: "192.0.2.20", port: 9100, profile: "generic-80" }],
    [
      "tcp://printer.local:9110/pos-5890",
      { kind: "tcp", host: "printer.local", port: 9110, profile: "pos-5890" },
    ],
    [
      "usb:/dev/luot-printer?profile=xprinter-80",
      { kind: "file", path: "/dev/luot-printer", profile: "xprinter-80" },
    ],
    [
      "serial:/dev/ttyUSB0?baud=230400",
      { kind: "serial", path: "/dev/ttyUSB0", baudRate: 230_400, profile: "generic-80" },
    ],
    ["serial:COM3", { kind: "serial", path: "COM3", baudRate: 115_200, profile: "generic-80" }],
    [
      "windows:XP-80C%20(copy 1)?profile=xprinter-80",
      { kind: "windows", printerName: "XP-80C (copy 1)", profile: "xprinter-80" },
    ],
  ])("reads %s", (text, address) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: true, value: address });
  });

  it.each([
    ["", "tcp://HOST"],
    ["192.0.2.20", "tcp://HOST"],
    ["http://192.0.2.20", "tcp://HOST"],
    ["tcp://", "tcp://HOST"],
    ["tcp://user@192.0.2.20", "tcp://HOST"],
    ["tcp://192.0.2.20/star", "No printer profile 'star'. Known: generic-80"],
    ["usb:/etc/passwd", "usb:/dev/usb/lp1"],
    ["usb:/dev/../etc/passwd", "usb:/dev/usb/lp1"],
    ["usb:/dev/usb/lp1?colour=red", "'colour' is no part"],
    ["serial:COM3?baud=9600", "at least 115200 Bd"],
    ["serial:COM3?baud=fast", "at least 115200 Bd"],
    ["serial:LPT1", "serial:COM3"],
    ["windows:", "windows:NAME"],
    ["windows:a\u0000b", "windows:NAME"],
    [`windows:${"x".repeat(400)}`, "windows:NAME"],
    ["usb:/dev/usb/lp1?profile=__proto__", "No printer profile"],
  ])("refuses %j and says what it may be", (text, why) => {
    const parsed = parsePrinterAddress(text);
    expect(parsed.ok ? parsed.value : parsed.error).toContain(why);
  });

  it("answers any text", () => {
    const scheme = fc.constantFrom("tcp://", "usb:", "serial:", "windows:", "");
    fc.assert(
      fc.property(scheme, fc.string(), (head, text) => {
        expect(typeof parsePrinterAddress(head + text).ok).toBe("boolean");
      }),
    );
  });
});
