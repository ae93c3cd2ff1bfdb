import fs from "node:fs";
import { canInstall, installPackages } from "../lib/apt.mjs";
import { UserError } from "../lib/bootstrap.mjs";
import { runCaptured } from "../lib/childProcess.mjs";

/** What must be on the machine, and the package of Debian that brings it. */
const NEEDED = [
  { package: "qemu-system-x86", file: "/usr/bin/qemu-system-x86_64" },
  { package: "busybox-static", file: "/bin/busybox" },
  { package: "libudev1", file: "/lib/x86_64-linux-gnu/libudev.so.1" },
  { package: "libusb-1.0-0", file: "/lib/x86_64-linux-gnu/libusb-1.0.so.0" },
] as const;
const PROGRESS_EVERY_MS = 10_000;

/** This machine cannot run the emulation, through no fault of ours. */
export class CannotRunHere extends UserError {}

/**
 * Makes sure that the machine has what the emulation needs, installing it when run by root.
 *
 * @throws {@link CannotRunHere} saying what to do
 */
export async function ensurePackages(log: (line: string) => void): Promise<void> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new CannotRunHere(
      `npm run hil boots an x86-64 Debian kernel with this machine's own Node: it runs on x86-64 ` +
        `Linux, and this is ${process.platform} on ${process.arch}.`,
    );
  if (!fs.existsSync("/usr/bin/apt-get") || !fs.existsSync("/usr/bin/dpkg-deb"))
    throw new CannotRunHere("npm run hil takes its kernel from Debian: it needs apt and dpkg.");
  const missing = NEEDED.filter(({ file }) => !fs.existsSync(file)).map((need) => need.package);
  if (missing.length === 0) return;
  const command = `apt-get install --no-install-recommends ${missing.join(" ")}`;
  const why = "for the emulated machine";
  if (canInstall() && (await installPackages(missing, { why, log }))) return;
  throw new CannotRunHere(`Missing on this machine: ${missing.join(", ")}.\n  sudo ${command}`);
}

/**
 * Runs apt-get to its end, saying every while that it is still at work.
 *
 * @throws {@link CannotRunHere} with the last lines it printed
 */
export async function aptGet(
  args: readonly string[],
  log: (line: string) => void,
  cwd: string,
): Promise<void> {
  const startedAtMs = Date.now();
  const seconds = (): number => Math.round((Date.now() - startedAtMs) / 1000);
  const ticker = setInterval(
    () => log(`  … apt-get ${args[0]}, ${seconds()} s`),
    PROGRESS_EVERY_MS,
  );
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
    const { code, output } = await runCaptured("/usr/bin/apt-get", args, { cwd, env });
    if (code === 0) return;
    const tail = output.trimEnd().split("\n").slice(-10).join("\n");
    throw new CannotRunHere(`apt-get ${args.join(" ")} failed:\n${tail}`);
  } finally {
    clearInterval(ticker);
  }
}
