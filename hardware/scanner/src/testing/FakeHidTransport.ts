import { Buffer } from "node:buffer";
import type { HidConnection, HidDevice, HidEvents, HidTransport } from "../driver/HidTransport.ts";

/** A HID POS scanner as the system would list it. Vendor and product are invented. */
export const A_SCANNER: HidDevice = {
  path: "/dev/hidraw0",
  vendorId: 0xf055,
  productId: 0x0001,
  serialNumber: "S1",
  product: "Scanner of the tests",
  usagePage: 0x8c,
  usage: 2,
};

/** What goes wrong when the driver asks something of the devices. */
export type HidMisbehaviour =
  | "none"
  | "open_fails"
  | "feature_fails"
  | "feature_hangs"
  | "list_fails";

/**
 * Stands in for the HID devices of a machine: they are plugged, unplugged and speak when the test
 * says so, and refuse with strings, as `node-hid` does.
 */
export class FakeHidTransport implements HidTransport {
  misbehaviour: HidMisbehaviour = "none";
  /** Paths that were opened, in order. */
  readonly opened: string[] = [];
  readonly featureReports: string[] = [];
  listCalls = 0;
  readonly #devices = new Map<string, HidDevice>();
  readonly #open = new Map<string, HidEvents>();

  /** Plugs a device in; one that is there already is replaced. */
  plug(device: HidDevice): void {
    this.#devices.set(device.path, device);
  }

  /** Pulls a device out: who has it open is told by a string. */
  unplug(path: string): void {
    this.#devices.delete(path);
    const events = this.#open.get(path);
    this.#open.delete(path);
    events?.onLost("could not read from HID device: (device disconnected)");
  }

  /** Lets an open device send reports. Nobody hears them when it is not open. */
  speak(path: string, reports: readonly Uint8Array[]): void {
    for (const report of reports) this.#open.get(path)?.onReport(report);
  }

  /** Whether somebody has the device open. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  list(): Promise<readonly HidDevice[]> {
    this.listCalls++;
    return this.misbehaviour === "list_fails"
      ? rejected("cannot list HID devices")
      : Promise.resolve([...this.#devices.values()]);
  }

  open(path: string, events: HidEvents): Promise<HidConnection> {
    if (this.misbehaviour === "open_fails" || !this.#devices.has(path))
      return rejected(`cannot open device with path ${path}`);
    this.opened.push(path);
    this.#open.set(path, events);
    return Promise.resolve({
      sendFeatureReport: (report) => this.#feature(report),
      close: () => {
        if (this.#open.get(path) === events) this.#open.delete(path);
        return Promise.resolve();
      },
    });
  }

  #feature(report: Uint8Array): Promise<void> {
    this.featureReports.push(Buffer.from(report).toString("hex"));
    if (this.misbehaviour === "feature_hangs") return new Promise(() => undefined);
    return this.misbehaviour === "feature_fails"
      ? rejected("could not send feature report to device")
      : Promise.resolve();
  }
}

/** `node-hid` raises strings and not errors; a double that did better would hide the difference. */
function rejected(reason: string): Promise<never> {
  const failed = Promise.withResolvers<never>();
  failed.reject(reason);
  return failed.promise;
}
