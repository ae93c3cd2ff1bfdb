import { Buffer } from "node:buffer";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runCaptured } from "../lib/childProcess.mjs";
import { chooseKernel, type KernelFlavour } from "./kernelName.ts";
import { loadOrder, moduleName, neededModules } from "./moduleOrder.ts";
import { aptGet, CannotRunHere } from "./packages.ts";

/** A kernel in the cache, ready to boot. */
export interface Kernel {
  /** Its package, which carries the version. */
  readonly name: string;
  readonly imageFile: string;
  /** Uncompressed modules, in the order to load them. */
  readonly moduleFiles: readonly string[];
}

const UHID = ["uhid", "hid-generic"];
const USB = ["usbhid", "usblp", "dummy_hcd", "usb_f_hid", "usb_f_printer"];
const MODULES: Readonly<Record<KernelFlavour, readonly string[]>> = {
  cloud: UHID,
  full: [...UHID, ...USB],
};
const CACHE = path.join(os.homedir(), ".cache", "luot-hil");
/** In a cached kernel's folder: the modules in the order to load them, a name a line. */
const ORDER_FILE = "order.txt";

/**
 * Gives the newest kernel that apt knows, from the cache when it is there. Fetching needs no root:
 * the package is unpacked, not installed, and only the image and the modules wanted are kept.
 *
 * @throws CannotRunHere when apt knows no kernel or cannot fetch it
 */
export async function provideKernel(
  flavour: KernelFlavour,
  log: (line: string) => void,
): Promise<Kernel> {
  const name = await newestKernel(flavour, log);
  // The modules stand in the name: a copy made for an older list is not taken for this one.
  const folder = path.join(CACHE, `${name}+${MODULES[flavour].join("+")}`);
  if (!fs.existsSync(folder)) await fetchKernel(name, flavour, { folder, log });
  const order = fs.readFileSync(path.join(folder, ORDER_FILE), "utf8").trimEnd().split("\n");
  return {
    name,
    imageFile: path.join(folder, "vmlinuz"),
    moduleFiles: order.map((module) => path.join(folder, `${module}.ko`)),
  };
}

async function newestKernel(flavour: KernelFlavour, log: (line: string) => void): Promise<string> {
  const known = chooseKernel(await knownPackages(), flavour);
  if (known !== null) return known;
  if (process.getuid?.() === 0) await aptGet(["update", "-q"], log, "/");
  const found = chooseKernel(await knownPackages(), flavour);
  if (found !== null) return found;
  throw new CannotRunHere(
    `apt knows no ${flavour} kernel for amd64. Run: sudo apt-get update\n` +
      "On another distribution than Debian this has not been tried.",
  );
}

async function knownPackages(): Promise<string[]> {
  const args = ["search", "--names-only", "^linux-image-[0-9]"];
  const { output } = await runCaptured("/usr/bin/apt-cache", args, {});
  return output.split("\n").map((line) => line.split(" ", 1)[0] ?? "");
}

async function fetchKernel(
  name: string,
  flavour: KernelFlavour,
  { folder, log }: { readonly folder: string; readonly log: (line: string) => void },
): Promise<void> {
  fs.mkdirSync(CACHE, { recursive: true });
  // Beside its place, so that the last step is a rename and a cut-off one leaves nothing half made.
  const work = fs.mkdtempSync(path.join(CACHE, "fetch-"));
  try {
    log(`Fetching ${name} …`);
    await aptGet(["download", "-q", name], log, work);
    const debFile = fs.readdirSync(work).find((file) => file.endsWith(".deb"));
    if (debFile === undefined) throw new CannotRunHere(`apt-get download left no ${name}`);
    const tree = path.join(work, "tree");
    await run("/usr/bin/dpkg-deb", ["-x", path.join(work, debFile), tree]);
    const made = path.join(work, "made");
    keepWanted(tree, MODULES[flavour], made);
    // Another run may have been quicker, and be booting from it by now.
    if (!fs.existsSync(folder)) fs.renameSync(made, folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Copies the image and the wanted modules, with all those need, out of the unpacked package. */
function keepWanted(tree: string, wanted: readonly string[], to: string): void {
  fs.mkdirSync(to);
  const image = fs.readdirSync(path.join(tree, "boot")).find((file) => file.startsWith("vmlinuz-"));
  if (image === undefined) throw new Error("the kernel package holds no image");
  fs.copyFileSync(path.join(tree, "boot", image), path.join(to, "vmlinuz"));

  const modules = readModules(tree);
  const order = loadOrder(wanted, (module) => {
    const ko = modules.read(module);
    return ko === null ? null : neededModules(ko);
  });
  for (const module of order)
    fs.writeFileSync(path.join(to, `${module}.ko`), modules.read(module) ?? Buffer.alloc(0));
  fs.writeFileSync(path.join(to, ORDER_FILE), `${order.join("\n")}\n`);
}

/** `read` gives a module's bytes, `null` for one that is part of the kernel. */
function readModules(tree: string): { readonly read: (module: string) => Buffer | null } {
  const files = fs.readdirSync(tree, { recursive: true, encoding: "utf8" });
  const byName = new Map(
    files.filter((file) => /\.ko(\.xz)?$/.test(file)).map((file) => [nameOf(file), file]),
  );
  const builtIn = new Set(
    files
      .filter((file) => path.basename(file) === "modules.builtin")
      .flatMap((file) => fs.readFileSync(path.join(tree, file), "utf8").trimEnd().split("\n"))
      .map(nameOf),
  );
  const read = (module: string): Buffer | null => {
    const file = byName.get(module);
    if (file !== undefined) return readModule(path.join(tree, file));
    if (builtIn.has(module)) return null;
    throw new CannotRunHere(`This kernel has no module ${module}.`);
  };
  return { read };
}

function nameOf(file: string): string {
  return moduleName(path.basename(file));
}

/** Later Debians compress their modules; the guest's loader need not know of that. */
function readModule(file: string): Buffer {
  if (!file.endsWith(".xz")) return fs.readFileSync(file);
  return execFileSync("/usr/bin/xz", ["-dc", file], { maxBuffer: 64 * 1024 * 1024 });
}

async function run(file: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runCaptured(file, args, {});
  if (code !== 0) throw new CannotRunHere(`${file} failed:\n${output}`);
}
