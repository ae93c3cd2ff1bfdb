import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A script of this folder that runs as a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  /** What it printed so far; whole lines only. */
  readonly lines: () => readonly string[];
  /** Resolves when it printed its first line. */
  readonly ready: Promise<void>;
  /** Kills it at once, as a power cut would end it, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts a script of this folder; it ends with the test at the latest. */
export function runChild(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ready = Promise.withResolvers<void>();
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    if (printed.includes("\n")) ready.resolve();
  });
  void gone.then(() => ready.reject(new Error(`${script} ended before it was ready`)));
  const kill = (): Promise<void> => {
    child.kill("SIGKILL");
    return gone;
  };
  onTestFinished(kill);
  return {
    process: child,
    lines: () => printed.split("\n").slice(0, -1),
    ready: ready.promise,
    kill,
  };
}
