import { describe, expect, it } from "vitest";
import { A_SCANNER } from "../testing/FakeHidTransport.ts";
import { describeDevices, formatDevices, isUsable } from "./describeDevices.ts";
import { formatScan, showScan } from "./formatScan.ts";

const KEYBOARD = { ...A_SCANNER, vendorId: 0x05e0, productId: 0x1200, usagePage: 1, usage: 6 };
const LINE = { path: "/dev/ttyACM0", vendorId: "1eab", productId: "1a06", manufacturer: "X" };

describe("the list of devices", () => {
  it("puts scanners first, each with its address", () => {
    const devices = describeDevices([KEYBOARD, A_SCANNER], [LINE]);
    expect(devices.map(({ kind, address }) => [kind, address])).toEqual([
      ["hid_pos", "hid:f055:0001"],
      ["keyboard", null],
      ["serial", "serial:/dev/ttyACM0"],
    ]);
    expect(isUsable(devices)).toBe(true);
  });

  it("says what to do when there is only a scanner in keyboard mode", () => {
    const devices = describeDevices([KEYBOARD], [{ ...LINE, vendorId: "" }]);
    const text = formatDevices(devices, "linux");
    expect(isUsable(devices)).toBe(false);
    expect(text).toContain("a scanner in keyboard mode: set it to HID POS");
    expect(text).toContain("luot-scanner udev-rules");
    expect(formatDevices(devices, "win32")).not.toContain("udev");
  });

  it("lets no device steer the terminal by its name", () => {
    const devices = describeDevices([{ ...A_SCANNER, product: "\u001b[2JX\u202e" }], []);
    expect(devices[0]?.name).toBe("?[2JX?");
  });
});

describe("what is shown of a scan", () => {
  const scan = { aim: "]Q1", text: "000000000000||Mẫu Thẻ Ví Dụ" };

  it("is its size and first four characters", () => {
    expect(formatScan(showScan(scan, false))).toBe(
      'scan     ]Q1  27 characters, 34 bytes  "0000" …',
    );
  });

  it("is all of it when asked", () => {
    expect(formatScan(showScan({ ...scan, aim: "" }, true))).toBe(
      'scan     no AIM id  27 characters, 34 bytes  "000000000000||Mẫu Thẻ Ví Dụ"',
    );
  });
});
