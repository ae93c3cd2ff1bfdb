import { type HidDevice, isHidPos } from "../driver/HidTransport.ts";
import type { SerialLine } from "../transports/createSerialTransport.ts";

/** What a device is good for: read as it is, read over a serial line, or not to be read. */
export type DeviceKind = "hid_pos" | "serial" | "keyboard" | "other";

/** One line of the list. */
export interface ListedDevice {
  readonly kind: DeviceKind;
  /** USB vendor and product, `0c2e:0b81`. */
  readonly usbId: string;
  readonly name: string;
  readonly path: string;
  /** What `--scanner` takes to use it; `null` when it cannot be used. */
  readonly address: string | null;
}

/** USB ids of vendors that make scanners; the udev rules let in the same ones. */
export const SCANNER_VENDORS = new Set(["0c2e", "23d0", "1eab", "05e0", "05f9"]);
const WORDS: Readonly<Record<DeviceKind, string>> = {
  hid_pos: "HID POS",
  serial: "serial",
  keyboard: "keyboard",
  other: "other",
};

const ADVICE_NONE = `No scanner that can be used was found.

- A scanner that is plugged in and listed as "keyboard" types like one. Scan the bar code "USB HID
  POS" (or "HID POS mode") in its manual, then run this command again. It may come back with
  another product number.
- When it has no such mode, scan "USB CDC" or "virtual COM port": it is then a serial line.
- When it is not listed at all, try another cable and another USB port.`;
const ADVICE_LINUX = `- On Linux a user must be let in: see "luot-scanner udev-rules".`;

/** Sorts what the system lists into what can be used and what cannot. Pure. */
export function describeDevices(
  hid: readonly HidDevice[],
  serial: readonly SerialLine[],
): readonly ListedDevice[] {
  return [
    ...hid
      .map(describeHid)
      .toSorted((a, b) => Number(b.address !== null) - Number(a.address !== null)),
    // Lines that are not over USB are sockets on the mainboard; the system lists them all, used or not.
    ...serial.filter((line) => line.vendorId !== "").map(describeSerial),
  ];
}

function describeHid(device: HidDevice): ListedDevice {
  const usbId = `${hex4(device.vendorId)}:${hex4(device.productId)}`;
  const kind = kindOf(device);
  const address = kind === "hid_pos" ? `hid:${usbId}` : null;
  return { kind, usbId, name: printable(device.product), path: printable(device.path), address };
}

function kindOf(device: HidDevice): DeviceKind {
  if (isHidPos(device)) return "hid_pos";
  return device.usagePage === 1 && device.usage === 6 ? "keyboard" : "other";
}

function describeSerial(line: SerialLine): ListedDevice {
  const path = printable(line.path);
  return {
    kind: "serial",
    usbId: `${line.vendorId}:${line.productId}`,
    name: printable(line.manufacturer),
    path,
    address: `serial:${path}`,
  };
}

/** Writes the list for a person, with what to do when nothing in it can be used. Pure. */
export function formatDevices(devices: readonly ListedDevice[], platform: string): string {
  const lines = devices.map(({ kind, usbId, name, path, address }) => {
    const use = address === null ? hintOf(kind, usbId) : `  --scanner ${address}`;
    return `${WORDS[kind].padEnd(9)}${usbId}  ${name === "" ? "(no name)" : name}  ${path}${use}`;
  });
  if (!isUsable(devices)) lines.push(...(lines.length > 0 ? [""] : []), ADVICE_NONE);
  if (!isUsable(devices) && platform === "linux") lines.push(ADVICE_LINUX);
  return `${lines.join("\n")}\n`;
}

/** Whether the list holds a scanner: a serial line of an unknown vendor may be anything. */
export function isUsable(devices: readonly ListedDevice[]): boolean {
  return devices.some(
    ({ kind, usbId }) =>
      kind === "hid_pos" || (kind === "serial" && SCANNER_VENDORS.has(usbId.slice(0, 4))),
  );
}

function hintOf(kind: DeviceKind, usbId: string): string {
  const isScanner = kind === "keyboard" && SCANNER_VENDORS.has(usbId.slice(0, 4));
  return isScanner ? "  (a scanner in keyboard mode: set it to HID POS)" : "";
}

const hex4 = (value: number): string => value.toString(16).padStart(4, "0");
/** Names come from the devices: none may steer the terminal. */
const printable = (text: string): string => text.replace(/[\p{C}]/gu, "?");
