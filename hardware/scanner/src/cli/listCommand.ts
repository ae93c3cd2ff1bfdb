import { createNodeHidTransport } from "../transports/createNodeHidTransport.ts";
import { listSerialLines } from "../transports/createSerialTransport.ts";
import { describeDevices, formatDevices, isUsable } from "./describeDevices.ts";

/**
 * Prints the devices of this machine that are or could be scanners.
 *
 * @returns the exit code: 0 when one of them can be used, 1 when none can
 */
export async function listCommand(options: { readonly isJson: boolean }): Promise<number> {
  const [hid, serial] = await Promise.all([createNodeHidTransport().list(), listSerialLines()]);
  const devices = describeDevices(hid, serial);
  const text = options.isJson
    ? `${JSON.stringify(devices)}\n`
    : formatDevices(devices, process.platform);
  process.stdout.write(text);
  return isUsable(devices) ? 0 : 1;
}
