import { spawnSync } from "node:child_process";

/** Thrown when a program of the tool chain ended badly. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

/** Programs the voice pack is made with, and the Debian package each is in. */
const TOOLS = [
  { command: "espeak-ng", packageName: "espeak-ng" },
  { command: "sox", packageName: "sox" },
  { command: "opusenc", packageName: "opus-tools" },
  { command: "opusdec", packageName: "opus-tools" },
] as const;

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs a program to its end.
 *
 * @param input what it reads from standard input
 * @returns what it wrote to standard output
 * @throws ToolError with its error output
 */
export function runTool(command: string, args: readonly string[], input: Uint8Array): Buffer {
  const run = spawnSync(command, args, { input, maxBuffer: MAX_OUTPUT_BYTES });
  if (run.error !== undefined) throw new ToolError(`${command}: ${run.error.message}`);
  if (run.status !== 0)
    throw new ToolError(`${command} ended with ${run.status}: ${run.stderr.toString("utf8")}`);
  return run.stdout;
}

/** Debian packages to install before the pack can be built; empty when all is there. */
export function missingPackages(): readonly string[] {
  const missing = TOOLS.filter(
    ({ command }) => spawnSync(command, ["--version"]).error !== undefined,
  );
  return [...new Set(missing.map(({ packageName }) => packageName))];
}

/** The synthesiser's name and version, for the manifest. */
export function synthesiserVersion(): string {
  const text = runTool("espeak-ng", ["--version"], new Uint8Array()).toString("utf8");
  const version = /(\d+\.\d+(?:\.\d+)?)/.exec(text)?.[1];
  if (version === undefined) throw new ToolError("espeak-ng does not say its version");
  return `espeak-ng ${version}`;
}
