import { Buffer } from "node:buffer";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A HID device that exists for one process: what it is and what it will say. */
export interface MockHidDevice {
  /** Digits of `/dev/hidraw0`. */
  readonly index: number;
  readonly vendorId: string;
  readonly productId: string;
  readonly name: string;
  readonly serial: string;
  /** Report descriptor in upper-case hex. */
  readonly descriptor: string;
  /** Reports with the milliseconds before each is read. */
  readonly reports: readonly { readonly waitMs: number; readonly bytes: Uint8Array }[];
}

/** The HID POS descriptor of 79 bytes. Source: the Access-IS LSR118 manual, appendix B. */
export const HID_POS_DESCRIPTOR =
  "058C0902A1010912A1028502150026FF00750895010501093B8102058C950309FB09FC09FD8102953809FE8202019501" +
  "0666FF0904810209008102058C09FF7501950115002501810295078103C0C0";

/** A boot keyboard. Source: Device Class Definition for HID 1.11, appendix E.6. */
export const KEYBOARD_DESCRIPTOR =
  "05010906A101050719E029E71500250175019508810295017508810195057501050819012905910295017503910195" +
  "067508150025650507190029658100C0";

const CIRCUMFLEX = 0x5e;

/**
 * Writes the files that `umockdev-run` makes devices of.
 *
 * @returns its arguments, up to and without the command to run
 */
export async function writeMockDevices(
  folder: string,
  devices: readonly MockHidDevice[],
): Promise<string[]> {
  const tree = join(folder, "devices.umockdev");
  await writeFile(tree, devices.map(describe).join("\n"));
  const written = await Promise.all(
    devices.map(async (device) => {
      const node = `/dev/hidraw${device.index}`;
      const ioctl = join(folder, `${device.index}.ioctl`);
      const script = join(folder, `${device.index}.script`);
      await writeFile(ioctl, ioctlOf(device, node));
      await writeFile(
        script,
        Buffer.concat([Buffer.from(`d 0 ${node}\n`), ...device.reports.map(lineOf)]),
      );
      return ["-i", `${node}=${ioctl}`, "-s", `${node}=${script}`];
    }),
  );
  return ["-d", tree, ...written.flat()];
}

/** What the ids of a device look like in sysfs. */
function idsOf({ index, vendorId, productId }: MockHidDevice) {
  const [vendor, product] = [vendorId.toUpperCase(), productId.toUpperCase()];
  const usb = `/devices/pci0000:00/0000:00:08.1/usb1/1-${index + 1}`;
  return {
    usb,
    usbInterface: `${usb}/1-${index + 1}:1.0`,
    usbProduct: `${vendorId.replace(/^0+/, "")}/${productId.replace(/^0+/, "")}/100`,
    hid: `0003:${vendor}:${product}.000${index + 1}`,
    hidId: `0003:0000${vendor}:0000${product}`,
  };
}

/** The node and its HID device, and then the USB device they hang on, as udev would tell. */
function describe(device: MockHidDevice): string {
  const { index, name, serial, descriptor } = device;
  const { usbInterface, hid, hidId } = idsOf(device);
  const node = `P: ${usbInterface}/${hid}/hidraw/hidraw${index}
N: hidraw${index}
E: DEVNAME=/dev/hidraw${index}
E: MAJOR=240
E: MINOR=${index}
E: SUBSYSTEM=hidraw
A: dev=240:${index}\\n
L: device=../../../${hid}

P: ${usbInterface}/${hid}
E: DRIVER=hid-generic
E: HID_ID=${hidId}
E: HID_NAME=${name}
E: HID_PHYS=usb-0000:05:00.3-2/input0
E: HID_UNIQ=${serial}
E: SUBSYSTEM=hid
H: report_descriptor=${descriptor}
`;
  return `${node}\n${describeUsb(device)}`;
}

function describeUsb(device: MockHidDevice): string {
  const { usb, usbInterface, usbProduct } = idsOf(device);
  return `P: ${usbInterface}
E: DEVTYPE=usb_interface
E: DRIVER=usbhid
E: PRODUCT=${usbProduct}
E: INTERFACE=3/0/0
E: SUBSYSTEM=usb
A: bInterfaceNumber=00\\n

P: ${usb}
E: DEVTYPE=usb_device
E: DRIVER=usb
E: PRODUCT=${usbProduct}
E: SUBSYSTEM=usb
A: idProduct=${device.productId}\\n
A: idVendor=${device.vendorId}\\n
A: bcdDevice=0100\\n
A: manufacturer=Mock\\n
A: product=${device.name}\\n
A: serial=${device.serial}\\n
`;
}

/** The kernel answers with the size and then the descriptor, padded to 4,096 bytes. */
function ioctlOf({ descriptor }: MockHidDevice, node: string): string {
  const bytes = descriptor.length / 2;
  const size = bytes.toString(16).toUpperCase().padStart(2, "0").padEnd(8, "0");
  const padded = `${size}${descriptor}`.padEnd((4 + 4096) * 2, "0");
  return `@DEV ${node}\nHIDIOCGRDESCSIZE 0 ${size}\nHIDIOCGRDESC 0 ${padded}\n`;
}

/** One read of the script: control bytes as `^X`, a circumflex as `` ^` ``, the rest raw. */
function lineOf({ waitMs, bytes }: MockHidDevice["reports"][number]): Buffer {
  const written = Array.from(bytes, (byte) => {
    if (byte === CIRCUMFLEX) return [CIRCUMFLEX, 0x60];
    return byte < 0x20 ? [CIRCUMFLEX, byte + 0x40] : [byte];
  });
  return Buffer.from([...Buffer.from(`r ${waitMs} `), ...written.flat(), 0x0a]);
}
