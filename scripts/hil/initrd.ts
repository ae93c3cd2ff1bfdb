import { Buffer } from "node:buffer";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { node24 } from "../lib/bootstrap.mjs";
import { ROOT } from "../lib/paths.mjs";
import { cpioArchive, type GuestEntry } from "./cpio.ts";
import {
  fileEntry,
  folderEntries,
  GUEST_ROOT,
  libraryEntries,
  packageEntries,
} from "./guestFiles.ts";
import type { Kernel } from "./kernel.ts";

const PACKAGES = ["@luot/kit", "@luot/scanner"];
const USB_PACKAGES = ["@luot/printer"];
const COMMANDS = ["sh", "mount", "insmod", "poweroff", "timeout"];

/**
 * Writes the guest's whole world into one file: busybox, this repository's Node, the kernel's
 * modules, our drivers with what they stand on, and the checks.
 *
 * Not compressed: unpacking takes an emulated processor longer than loading does.
 *
 * @param options `guestLimitS`: seconds after which the guest ends itself, whatever hangs
 */
export function writeInitrd(
  file: string,
  options: {
    readonly kernel: Kernel;
    readonly isUsb: boolean;
    readonly guestLimitS: number;
    /** Further files of the guest, below its root. */
    readonly extra: readonly GuestEntry[];
  },
): void {
  const packages = options.isUsb ? [...PACKAGES, ...USB_PACKAGES] : PACKAGES;
  const app = packageEntries(ROOT, packages);
  const entries: GuestEntry[] = [
    ...["dev", "proc", "sys", "tmp", "run"].map((path): GuestEntry => ({ kind: "folder", path })),
    { kind: "file", path: "init", data: Buffer.from(initScript(options)), isExecutable: true },
    fileEntry("/bin/busybox", "bin/busybox"),
    ...COMMANDS.map((name): GuestEntry => {
      return { kind: "link", path: `bin/${name}`, target: "busybox" };
    }),
    fileEntry(node24(), "bin/node"),
    ...libraryEntries([node24(), ...nativeModules(app)]),
    ...options.kernel.moduleFiles.map((ko) => fileEntry(ko, `modules/${path.basename(ko)}`)),
    { kind: "file", path: `${GUEST_ROOT}/package.json`, data: PACKAGE, isExecutable: false },
    ...folderEntries(ROOT, "scripts/hil"),
    ...app,
    ...options.extra,
  ];
  const out = fs.openSync(file, "w");
  try {
    for (const piece of cpioArchive(entries)) fs.writeSync(out, piece);
  } finally {
    fs.closeSync(out);
  }
}

const PACKAGE = Buffer.from('{ "type": "module" }\n');

function nativeModules(entries: readonly GuestEntry[]): string[] {
  return entries
    .filter((entry) => entry.path.endsWith(".node"))
    .map((entry) => path.join(ROOT, entry.path.slice(GUEST_ROOT.length + 1)));
}

/** Two cables, so that the scanner and the printer are unplugged each for itself. */
const MODULE_WORDS: Readonly<Record<string, string>> = { "dummy_hcd.ko": "num=2" };
const CHECKS = path.relative(ROOT, fileURLToPath(new URL("./guest/main.ts", import.meta.url)));

/** The first process of the guest. The checks speak on ttyS0, the kernel on ttyS1. */
function initScript(options: {
  readonly kernel: Kernel;
  readonly isUsb: boolean;
  readonly guestLimitS: number;
}): string {
  const modules = options.kernel.moduleFiles
    .map((ko) => path.basename(ko))
    .map((ko) => `insmod /modules/${ko} ${MODULE_WORDS[ko] ?? ""}`);
  return [
    "#!/bin/sh",
    "export PATH=/bin NO_COLOR=1",
    "mount -t proc proc /proc",
    "mount -t sysfs sys /sys",
    "mount -t devtmpfs dev /dev",
    ...modules,
    ...(options.isUsb ? ["mount -t configfs configfs /sys/kernel/config"] : []),
    `cd /${GUEST_ROOT}`,
    `timeout -s KILL ${options.guestLimitS} node ${CHECKS} ` +
      `${options.isUsb ? "--usb" : ""} > /dev/ttyS0 2>&1`,
    'echo "the checks ended with $?"',
    "poweroff -f",
    "",
  ].join("\n");
}
