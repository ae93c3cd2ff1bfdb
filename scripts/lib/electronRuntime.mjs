// Finds the Electron that the tests of the apps drive, and the virtual screen they are shown on.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { canInstall, installPackages } from "./apt.mjs";
import { node24, node24Environment } from "./bootstrap.mjs";
import { runCaptured } from "./childProcess.mjs";
import { assembleFallback } from "./electronFallback.mjs";
import { ROOT } from "./paths.mjs";

const PACKAGE = path.join(ROOT, "node_modules", "electron");
const VERSION_TIMEOUT_MS = 30_000;

/** What Electron needs of Debian, beyond the libraries that Chromium brings. */
const DISPLAY = { program: "Xvfb", package: "xvfb" };
const LIBRARIES = ["libgtk-3-0", "libnss3", "libasound2", "libgbm1", "libxss1"];

/**
 * Finds an Electron that runs, and on Linux a display for it, bringing what can be brought:
 * the one that ELECTRON_OVERRIDE_DIST_PATH names, else the package's own download, else the
 * runtime of electronFallback.mjs.
 *
 * @param {{ log: (line: string) => void }} options `log` is told what is brought, and when there is
 *   no Electron to be had, why, and that its tests are not run
 * @returns {Promise<{ folder: string, version: string } | null>}
 */
export async function ensureElectron({ log }) {
  if (!(await ensureDisplay({ log }))) return null;
  const named = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (named !== undefined && named !== "") {
    const version = await runnableVersion(named, { log });
    if (version !== null) return { folder: named, version };
    // The user meant this one: taking another without a word would test something else.
    log(explainNoElectron(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, which does not run.`));
    return null;
  }
  const own = await ensureOwn({ log });
  if (own !== null) return own;
  return ensureFallback({ log });
}

/**
 * Why the tests of the Electron apps are not run, and what helps. Pure.
 *
 * @param {string} why a sentence
 */
export function explainNoElectron(why) {
  return [
    `Not tested here: the Electron apps (kiosk, counter, display). ${why}`,
    "  Electron is downloaded by: npx install-electron",
    "  or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron that is there.",
  ].join("\n");
}

/**
 * Path of the program in a folder of Electron. Pure.
 *
 * @param {string} folder
 * @param {string} platform as process.platform
 */
export function electronProgram(folder, platform) {
  if (platform === "win32") return path.join(folder, "electron.exe");
  if (platform === "darwin") return path.join(folder, "Electron.app/Contents/MacOS/Electron");
  return path.join(folder, "electron");
}

/** The package's own Electron, downloaded now where that is possible; null when it isn't. */
async function ensureOwn({ log }) {
  const folder = path.join(PACKAGE, "dist");
  if (!fs.existsSync(electronProgram(folder, process.platform))) {
    const place = { cwd: ROOT, env: node24Environment() };
    const script = path.join(PACKAGE, "install.js");
    const { code, output } = await runCaptured(node24(), [script], place);
    if (code !== 0) {
      const why = output.split("\n").find((line) => line.trim() !== "") ?? "no word why";
      log(`Electron's own download could not be reached (${why.trim()}).`);
      return null;
    }
  }
  const version = await runnableVersion(folder, { log });
  return version === null ? null : { folder, version };
}

async function ensureFallback({ log }) {
  try {
    const folder = await assembleFallback({ log });
    const version = await runnableVersion(folder, { log });
    if (version !== null) return { folder, version };
    log(explainNoElectron(`The one for tests does not run (${folder}).`));
  } catch (error) {
    // Whatever keeps it away, network or disk: the rest of the tests can do without.
    log(explainNoElectron(`The one for tests could not be had either: ${error.message}.`));
  }
  return null;
}

/** The version an Electron says it is; null when it does not run, also with Debian's libraries. */
async function runnableVersion(folder, { log }) {
  const version = versionOf(folder);
  if (version !== null || process.platform !== "linux" || !canInstall()) return version;
  if (!fs.existsSync(electronProgram(folder, process.platform))) return null;
  await installPackages(LIBRARIES, { why: "for Electron", log });
  return versionOf(folder);
}

function versionOf(folder) {
  const program = electronProgram(folder, process.platform);
  if (!fs.existsSync(program)) return null;
  // Elsewhere `--version` may open a window; the file that comes with each Electron has to do.
  if (process.platform !== "linux")
    return fs.readFileSync(path.join(folder, "version"), "utf8").trim().replace(/^v/, "");
  const args = ["--version", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const options = { encoding: "utf8", timeout: VERSION_TIMEOUT_MS };
  const { status, stdout } = spawnSync(program, args, options);
  return status === 0 ? (/v?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null) : null;
}

/** Whether windows can be shown: by the screen that is there, else by a virtual one. */
async function ensureDisplay({ log }) {
  if (process.platform !== "linux" || hasProgram(DISPLAY.program)) return true;
  if (
    canInstall() &&
    (await installPackages([DISPLAY.package], {
      why: "for the tests of the Electron apps",
      log,
    })) &&
    hasProgram(DISPLAY.program)
  )
    return true;
  if ((process.env["DISPLAY"] ?? "") !== "") return true;
  log(explainNoElectron(`There is no display and no ${DISPLAY.program} (Debian's package xvfb).`));
  return false;
}

function hasProgram(name) {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.some((folder) => folder !== "" && fs.existsSync(path.join(folder, name)));
}
