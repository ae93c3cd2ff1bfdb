import fs from "node:fs";
import { PLAIN_SCANNER } from "./hidDevices.ts";
import { openNonBlocking, writeNow } from "./nonBlocking.ts";
import { UsbGadget } from "./UsbGadget.ts";
import type { VirtualScanner } from "./VirtualScanner.ts";

const DEVICE = "/dev/hidg0";
const REPORT_BYTES = 64;

/** A scanner on (emulated) USB: the host reads it through usbhid. */
export class GadgetScanner implements VirtualScanner {
  readonly #gadget: UsbGadget;
  readonly #file: number;

  /** Plugs a described scanner in. */
  constructor(gadget: UsbGadget) {
    this.#gadget = gadget;
    gadget.plug();
    this.#file = openNonBlocking(DEVICE);
  }

  async send(reports: readonly Uint8Array[]): Promise<void> {
    // A report waits until the host has asked for the one before.
    for (const report of reports)
      while (writeNow(this.#file, report) === 0)
        await new Promise((resolve) => setTimeout(resolve, 1));
  }

  async unplug(): Promise<void> {
    this.#gadget.unplug();
    fs.closeSync(this.#file);
  }
}

/** Describes the scanner {@link PLAIN_SCANNER} to the kernel, once. */
export function describeGadgetScanner(): UsbGadget {
  const { name, serialNumber, vendorId, productId, descriptor } = PLAIN_SCANNER;
  return new UsbGadget({
    name: "scanner",
    port: 0,
    product: name,
    serialNumber,
    vendorId,
    productId,
    fn: {
      name: "hid.usb0",
      attributes: {
        protocol: "0",
        subclass: "0",
        report_length: String(REPORT_BYTES),
        report_desc: descriptor,
      },
    },
  });
}
