import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication } from "playwright-core";
import { electronFolder } from "./electronFolder.ts";

const APPS = resolve(import.meta.dirname, "../../../../apps");

/** Of mDNS; nobody announces a hub there unless a test does. */
const UNUSED_PORT = 53_530;

/** Where Electron's own Node is too old for the devices, they run under the one of the tests. */
const DEVICES = { LUOT_NODE: process.execPath };

/** Which app is started, and on what. */
export interface ShellLaunch {
  readonly app: "kiosk" | "counter" | "display";
  /** Folder of its settings and its token. */
  readonly userData: string;
  /** As `VirtualScreen.display`. */
  readonly display: string;
  readonly args: readonly string[];
  /** Variables of its environment, beside those of the tests. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a bundled desktop app in a real Electron. @throws where there is none */
export async function launchShell(launch: ShellLaunch): Promise<ElectronApplication> {
  // Playwright asks the package `electron` where its program is, and that asks this variable.
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] = requiredFolder();
  return _electron.launch({
    args: argumentsOf(launch),
    // The sandbox of Chromium does not run as root.
    chromiumSandbox: !isRoot(),
    env: { ...definedEnv(), ...DEVICES, ...launch.env, DISPLAY: launch.display },
  });
}

/** How an app ended that was waited for. */
export interface ShellEnd {
  /** `null` for a signal. */
  readonly code: number | null;
  readonly output: string;
}

/** Starts an app, gives it its standard input, and waits until it has ended by itself. */
export function runShellToEnd(launch: ShellLaunch, input: string): Promise<ShellEnd> {
  const { command, args, env } = programOf(launch);
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], env });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, output }));
  });
}

/** The program of an app, its arguments and its environment, for whoever starts it without Playwright. */
export function programOf(launch: ShellLaunch): {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
} {
  const args = [...(isRoot() ? ["--no-sandbox"] : []), ...argumentsOf(launch)];
  const env = { ...process.env, ...DEVICES, ...launch.env, DISPLAY: launch.display };
  return { command: join(requiredFolder(), "electron"), args, env };
}

function argumentsOf({ app, userData, args }: ShellLaunch): string[] {
  const own = [resolve(APPS, app), `--user-data-dir=${userData}`, "--disable-gpu"];
  // Whoever looks for hubs does so on this machine alone; the first that is named counts.
  return [...own, ...args, `--find-on=127.0.0.1:${UNUSED_PORT}`];
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
