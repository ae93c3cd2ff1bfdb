import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

// Real processes: what is to be known is what the system does with them.

const MODULE = path.join(import.meta.dirname, "stopSignal.mjs");

const script = (isStartedByNpm: boolean): string => `
  const { stopOnSignals } = await import(${JSON.stringify(MODULE)});
  const stop = stopOnSignals({ isStartedByNpm: ${isStartedByNpm} });
  const alive = setInterval(() => {}, 1000);
  stop.addEventListener("abort", () => { console.log("stop " + stop.reason); clearInterval(alive); });
  console.log("ready " + process.pid);
`;

/** Starts a program; `line` waits for a line of its output that begins with a word. */
function start(file: string, args: readonly string[]) {
  const child: ChildProcess = spawn(file, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const line = async (word: string): Promise<string> => {
    for (;;) {
      const found = output.split("\n").find((text) => text.startsWith(word));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, line };
}

const nodeArguments = (isStartedByNpm: boolean): readonly string[] => [
  "--input-type=module",
  "-e",
  script(isStartedByNpm),
];

// Windows has none of these signals; there the console tells every process by itself.
describe.skipIf(process.platform === "win32")("stopOnSignals", () => {
  it.each([
    ["SIGTERM", "stop asked"],
    ["SIGINT", "stop console"],
    ["SIGHUP", "stop console"],
  ] as const)("%s ends with %s", async (signal, said) => {
    const { child, line } = start(process.execPath, nodeArguments(false));
    await line("ready");
    child.kill(signal);
    expect(await line("stop")).toBe(said);
  });

  it("ends when npm's shell has died without a word", async () => {
    const shell = '"$0" "$@" & wait'; // a shell that passes no signal on
    const args = ["-c", shell, process.execPath, ...nodeArguments(true)];
    const { child, line } = start("/bin/sh", args);
    await line("ready");
    child.kill("SIGKILL");
    expect(await line("stop")).toBe("stop asked");
  });
});
