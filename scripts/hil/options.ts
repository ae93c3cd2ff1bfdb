import { parseArguments } from "../lib/arguments.mjs";

export interface HilOptions {
  /** Boot the full kernel too and go through real USB drivers. */
  readonly isUsb: boolean;
  /** Leave the folder with the initrd and the kernel's messages. */
  readonly isKept: boolean;
}

export type ParsedHilOptions =
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "run"; readonly options: HilOptions };

export const HIL_HELP = `Usage: npm run hil -- [options]

Hardware in the loop without hardware: boots Debian's kernel in QEMU (no KVM needed) and lets our
own drivers read devices that only the kernel knows to be virtual. Prints one line a check.

  by default   the cloud kernel (27 MB, fetched once): a scanner made by uhid, read through node-hid
               and /dev/hidrawN; a long Unicode code, a burst, unplug and replug
  --usb        the full kernel (71 MB, fetched once): the same, then a scanner and a printer made by
               a USB gadget, through usbhid and usblp (/dev/usb/lp*); unplugged while it prints

Options:
  --usb        see above
  --keep       leave the temporary folder: the initrd and the kernel's messages
  --help       this text

Needs an x86-64 machine with Debian (or a kin with apt) and the packages qemu-system-x86,
busybox-static, libudev1, libusb-1.0-0; run by root it installs what is missing. Kernels are unpacked
into ~/.cache/luot-hil, never installed.

Exit codes: 0 all proved, 1 something failed, 2 the call was wrong, 3 it could not run here.`;

/**
 * Reads the command line; what it does not know it refuses. Pure.
 *
 * @param args without the program and the script
 */
export function parseHilOptions(args: readonly string[]): ParsedHilOptions {
  const parsed = parseArguments(args, {
    usb: { type: "boolean" },
    keep: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (!parsed.ok) return { kind: "wrong", message: parsed.message };
  if (parsed.rest.length > 0) return { kind: "wrong", message: "Nothing may follow a lone --" };
  if (parsed.values["help"] === true) return { kind: "help" };
  const { usb, keep } = parsed.values;
  return { kind: "run", options: { isUsb: usb === true, isKept: keep === true } };
}
