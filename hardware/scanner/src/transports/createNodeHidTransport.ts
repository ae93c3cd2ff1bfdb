import { type Device, devicesAsync, HIDAsync } from "node-hid";
import { reasonOf } from "../driver/reasonOf.ts";
import type { HidConnection, HidDevice, HidEvents, HidTransport } from "../driver/HidTransport.ts";

/**
 * The HID devices of this machine, by `node-hid`.
 *
 * It has no hot plug: ask for the list again after a loss. Reading runs on a thread of its own.
 */
export function createNodeHidTransport(): HidTransport {
  return { list, open };
}

async function list(): Promise<readonly HidDevice[]> {
  const devices = await devicesAsync();
  return devices.flatMap((device) => (device.path === undefined ? [] : [deviceOf(device)]));
}

function deviceOf(device: Device): HidDevice {
  return {
    path: device.path ?? "",
    vendorId: device.vendorId,
    productId: device.productId,
    serialNumber: device.serialNumber ?? "",
    product: device.product ?? "",
    usagePage: device.usagePage ?? 0,
    usage: device.usage ?? 0,
  };
}

async function open(path: string, events: HidEvents): Promise<HidConnection> {
  const device = await HIDAsync.open(path);
  // Without an `error` listener an unplug would end the process; what it raises is a string.
  device.on("error", (cause: unknown) => events.onLost(reasonOf(cause)));
  // A listener of `data` starts the reading. The buffer is a new one for each report.
  device.on("data", (report: Uint8Array) => events.onReport(report));
  return {
    sendFeatureReport: async (report) => void (await device.sendFeatureReport([...report])),
    close: () => device.close(),
  };
}
