// The programs that stand in for devices and judge papers in some tests.
import fs from "node:fs";
import path from "node:path";
import { canInstall, installPackages } from "./apt.mjs";

/** What each program is for; on other systems than Debian the tests that need it do not run. */
const TOOLS = [
  { program: "umockdev-run", from: "umockdev", proves: "scanners through the real node-hid" },
  { program: "socat", from: "socat", proves: "serial scanners and printers" },
  { program: "zbarimg", from: "zbar-tools", proves: "QR codes of tickets by a second judge" },
];

/**
 * Sees to the programs that the device tests need, installing Debian's where that is possible.
 * Without one the tests that need it are skipped, which is said here and counted at the end.
 *
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<void>}
 */
export async function ensureDeviceTools({ log }) {
  let missing = missingTools(process.env["PATH"] ?? "");
  if (missing.length === 0) return;
  if (canInstall()) {
    const packages = missing.map(({ from }) => from);
    await installPackages(packages, { why: "for the device tests", log });
    missing = missingTools(process.env["PATH"] ?? "");
  }
  for (const { program, from, proves } of missing)
    log(`Not tested here: ${proves}. ${program} is missing (Debian's package ${from}).`);
}

/**
 * The programs that are not there.
 *
 * @param {string} searchPath folders as in the variable PATH
 */
export function missingTools(searchPath) {
  const folders = searchPath.split(path.delimiter).filter((folder) => folder !== "");
  return TOOLS.filter(
    ({ program }) => !folders.some((folder) => fs.existsSync(path.join(folder, program))),
  );
}
