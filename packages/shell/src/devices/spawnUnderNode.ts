import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { DeviceChild, DeviceChildEvents } from "./DeviceChild.ts";

const LAST_MOMENT_MS = 1_000;

/**
 * Starts the devices as a child process under a Node of their own, for an Electron whose own Node
 * is too old for the native modules.
 *
 * @param node path of the program
 * @param file the bundled module of the devices
 */
export function spawnUnderNode(node: string, file: string, events: DeviceChildEvents): DeviceChild {
  // What is deprecated concerns whoever builds the app, not its log in a hall.
  const child = spawn(node, ["--no-deprecation", file], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
    env: withoutNodeOptions(),
    windowsHide: true,
  });
  child.on("message", events.onMessage);
  createInterface({ input: errorsOf(child) }).on("line", events.onLine);
  tellEnd(child, events.onEnd);
  return {
    post: (message) => {
      // A message that does not fit the pipe any more is followed by the end of the process.
      if (child.connected) child.send(message as object, () => {});
    },
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}

/** A program that is not there is told as an error, without an exit. */
function tellEnd(child: ChildProcess, onEnd: (why: string) => void): void {
  child.on("error", (cause) => {
    // Of one that runs: a message that went nowhere. Its end is told as an exit.
    if (child.pid === undefined) onEnd(cause.message);
  });
  child.once("exit", (code, signal) => onEnd(signal ?? `exit ${String(code)}`));
  // Ends by itself in the next moment, or hangs where nobody reaches it any more.
  child.once("disconnect", () => setTimeout(() => child.kill("SIGKILL"), LAST_MOMENT_MS));
}

function errorsOf({ stderr }: ChildProcess): NodeJS.ReadableStream {
  if (stderr === null) throw new Error("stderr is a pipe");
  return stderr;
}

/** What was meant for the app must not change how its devices run. */
function withoutNodeOptions(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}
