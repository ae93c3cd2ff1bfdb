import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** A server that was started for a measurement. */
export interface Started {
  readonly url: string;
  /** When it said that it listens, `performance.now()` of this process. */
  readonly readyAt: number;
  /** Ends it; resolves when it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts the bare echo server. */
export function startEcho(): Promise<Started> {
  return start([join(ROOT, "scripts/bench/echoServer.ts")], (line) =>
    /^\d+$/.test(line) ? Number(line) : null,
  );
}

/** Starts a hub on a prepared data folder, with the limits of a load test. */
export function startHubProcess(data: string, port: number): Promise<Started> {
  const main = join(ROOT, "apps/hub/src/main.ts");
  const args = [main, "start", "--data", data, "--port", String(port), "--limits", "load-test"];
  return start(args, (line) => {
    const found = /http:\/\/localhost:(\d+)\//.exec(line);
    return found === null ? null : Number(found[1]);
  });
}

function start(args: readonly string[], portIn: (line: string) => number | null): Promise<Started> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    let text = "";
    const onExit = (code: number | null): void =>
      reject(new Error(`the server ended with ${code}: ${text}`));
    const onData = (chunk: Buffer): void => {
      text += chunk.toString();
      const port = text
        .split("\n")
        .slice(0, -1)
        .map((line) => portIn(line.trim()))
        .find((found) => found !== null);
      if (port === undefined || port === null) return;
      child.off("exit", onExit);
      child.stdout.off("data", onData);
      // Whatever it says later must not fill the pipe.
      child.stdout.resume();
      const url = `http://127.0.0.1:${port}`;
      resolve({ url, readyAt: performance.now(), end: (signal) => end(child, signal) });
    };
    child.once("exit", onExit);
    child.once("error", reject);
    child.stdout.on("data", onData);
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
    return undefined;
  });
}
