import { describe, expect, it } from "vitest";
import { parseScannerAddress } from "./parseScannerAddress.ts";

describe("an address of a scanner", () => {
  it.each([
    ["hid", { kind: "hid" }],
    ["hid:0c2e:0B81", { kind: "hid", vendorId: 0x0c2e, productId: 0x0b81 }],
    ["serial:/dev/ttyACM0?baud=9600", { kind: "serial", path: "/dev/ttyACM0", baudRate: 9600 }],
    ["serial:/dev/serial/by-id/usb-X_1.2-if00", expect.objectContaining({ baudRate: 115_200 })],
    ["serial:COM3", { kind: "serial", path: "COM3", baudRate: 115_200 }],
    ["tcp://127.0.0.1:9120", { kind: "tcp", host: "127.0.0.1", port: 9120 }],
    ["tcp://localhost:9120", { kind: "tcp", host: "127.0.0.1", port: 9120 }],
    ["tcp://[::1]:9120", { kind: "tcp", host: "::1", port: 9120 }],
  ])("takes %s", (text, expected) => {
    expect(parseScannerAddress(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    "",
    "HID ",
    "hid:c2e:b81",
    "hid:0c2e",
    "hid:0c2e:0b81:x",
    "serial:ttyACM0",
    "serial:/etc/passwd",
    "serial:/dev/../etc/passwd",
    "serial:/dev/ttyACM0?baud=12345",
    "serial:/dev/ttyACM0?speed=9600",
    "serial:COM0",
    "tcp://192.168.1.5:9120",
    "tcp://127.0.0.1.evil.example:9120",
    "tcp://127.0.0.1:0",
    "tcp://127.0.0.1:65536",
    "tcp://127.0.0.1:9120/x",
    "tcp://user@127.0.0.1:9120",
    "usb",
  ])("refuses '%s' with a sentence", (text) => {
    const parsed = parseScannerAddress(text);
    expect(parsed).toMatchObject({ ok: false, error: expect.stringMatching(/^.{20,}\.?$/) });
  });
});
