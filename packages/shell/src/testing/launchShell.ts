import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
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
  // Playwright asks the package `electron` where its program is, and that asks this variable.
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] = requiredFolder();
  return _electron.launch({
    args: argumentsOf(launch),
    // The sandbox of Chromium does not run as root.
    chromiumSandbox: !isRoot(),
    env: { ...definedEnv(), DISPLAY: launch.display },
  });
}

/** Starts an app and waits until it has ended by itself. @returns its exit code, null for a signal */
export function runShellToEnd(launch: ShellLaunch): Promise<number | null> {
  const args = [...(isRoot() ? ["--no-sandbox"] : []), ...argumentsOf(launch)];
  const child = spawn(join(requiredFolder(), "electron"), args, {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: launch.display },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
}

function argumentsOf({ app, userData, args }: ShellLaunch): string[] {
  return [resolve(APPS, app), `--user-data-dir=${userData}`, "--disable-gpu", ...args];
}

function requiredFolder(): string {
  const folder = electronFolder();
  if (folder === null) throw new Error("no Electron");
  return folder;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
