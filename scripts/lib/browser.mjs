// Finds the Chromium that the browser tests drive, and on a Debian machine run by root brings it.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { canInstall, installPackages } from "./apt.mjs";

const VERSION_TIMEOUT_MS = 30_000;

/**
 * Where Chromium and its kin are usually installed, the most usual first. Pure.
 *
 * @param {string} platform as process.platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]}
 */
export function usualBrowserPlaces(platform, env) {
  if (platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]];
    const programs = [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Chromium", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"], // on every Windows, and a Chromium too
    ];
    return programs.flatMap((parts) =>
      roots.filter((root) => root !== undefined).map((root) => path.win32.join(root, ...parts)),
    );
  }
  if (platform === "darwin")
    return ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
      ["", env["HOME"] ?? ""].map(
        (home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
  ];
}

/**
 * What the tests start Chromium with. Pure.
 *
 * @param {{ isRoot: boolean }} user Chromium refuses to run as root inside its sandbox
 * @returns {string[]}
 */
export function browserArguments(user) {
  return [
    ...(user.isRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
  ];
}

/**
 * Finds a Chromium that runs, installing Debian's when there is none and we are root.
 *
 * @param {{ log: (line: string) => void }} options `log` is told of an installation, and when
 *   there is no browser to be had, why and what to install
 * @returns {Promise<{ path: string, args: string[] } | null>}
 */
export async function ensureBrowser({ log }) {
  const isRoot = process.getuid?.() === 0;
  const args = browserArguments({ isRoot });
  const named = process.env["LUOT_CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (canRun(named)) return { path: named, args };
    // The user meant this one: taking another without a word would test something else.
    log(`LUOT_CHROMIUM names ${named}, which is not there or does not run. Correct or unset it.`);
    return null;
  }
  const found = await findBrowser();
  if (found !== null) return { path: found, args };
  if (
    canInstall() &&
    (await installPackages(["chromium"], { why: "for the browser tests", log }))
  ) {
    const installed = await findBrowser();
    if (installed !== null) return { path: installed, args };
  }
  log(explainMissingBrowser(process.platform));
  return null;
}

/**
 * Says what to install where there is no browser. Pure.
 *
 * @param {string} platform as process.platform
 * @returns {string}
 */
export function explainMissingBrowser(platform) {
  const install =
    platform === "linux"
      ? "sudo apt-get install chromium    (or your distribution's Chromium)"
      : "install Google Chrome (https://www.google.com/chrome)";
  return [
    "No Chromium was found on this machine. Do one of these:",
    `  - ${install}`,
    "  - npx playwright-core install chromium",
    "  - set LUOT_CHROMIUM to the path of a Chromium or Chrome",
  ].join("\n");
}

async function findBrowser() {
  const usual = usualBrowserPlaces(process.platform, process.env);
  const downloaded = await playwrightBrowser();
  const places = downloaded === null ? usual : [...usual, downloaded];
  return places.find(canRun) ?? null;
}

/** The browser that `npx playwright-core install chromium` downloads. */
async function playwrightBrowser() {
  try {
    const { chromium } = await import("playwright-core");
    return chromium.executablePath();
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND") return null; // packages are not installed yet
    throw error;
  }
}

function canRun(file) {
  if (!fs.existsSync(file)) return false;
  // On Windows and macOS `--version` may open a window; there being a file has to do.
  if (process.platform !== "linux") return true;
  // Ubuntu's chromium-browser is a script that only says "install the snap", hence the trial.
  const options = { stdio: "ignore", timeout: VERSION_TIMEOUT_MS };
  return spawnSync(file, ["--version"], options).status === 0;
}
