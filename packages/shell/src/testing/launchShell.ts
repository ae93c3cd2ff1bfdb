import { resolve } from "node:path";
import { _electron, type ElectronApplication } from "playwright-core";
import { electronFolder } from "./electronFolder.ts";

const APPS = resolve(import.meta.dirname, "../../../../apps");

/** Which app is started, and on what. */
export interface ShellLaunch {
  readonly app: "kiosk" | "counter" | "display";
  /** Folder of its settings and its token. */
  readonly userData: string;
  /** As `VirtualScreen.display`. */
  readonly display: string;
  readonly args: readonly string[];
}

/** Starts a bundled desktop app in a real Electron. @throws where there is none */
export async function launchShell(launch: ShellLaunch): Promise<ElectronApplication> {
  const folder = electronFolder();
  if (folder === null) throw new Error("no Electron");
  // Playwright asks the package `electron` where its program is, and that asks this variable.
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] = folder;
  return _electron.launch({
    args: [
      resolve(APPS, launch.app),
      `--user-data-dir=${launch.userData}`,
      "--disable-gpu",
      ...launch.args,
    ],
    // The sandbox of Chromium does not run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...definedEnv(), DISPLAY: launch.display },
  });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
