import { spawn } from "node:child_process";
import { type ByteTransport, TransportError } from "../ByteTransport.ts";
import { spoolerCommand } from "./spoolerCommand.ts";

export interface SpoolerTransportOptions {
  /** As Windows shows it, e.g. `XP-80C`. */
  readonly printerName: string;
  /** As `process.platform`. */
  readonly platform: string;
}

/**
 * A printer behind the Windows spooler. One way: the spooler takes a job and says nothing of the
 * paper, so each job ends `unknown`. Where the printer can be on the network or on a virtual COM
 * port, that is the better cable.
 *
 * Not run on Windows yet.
 */
export function createSpoolerTransport(options: SpoolerTransportOptions): ByteTransport {
  return {
    isOneWay: true,
    write: (bytes, signal) => spool(bytes, signal, options),
    onData: () => () => undefined, // the spooler never says anything
    hold: () => () => undefined,
    close: async () => undefined,
  };
}

async function spool(
  bytes: Uint8Array,
  signal: AbortSignal,
  { printerName, platform }: SpoolerTransportOptions,
): Promise<void> {
  const command = spoolerCommand(printerName);
  if (command === null) throw new TransportError(`no printer can be named '${printerName}'`, false);
  if (platform !== "win32") throw new TransportError("the spooler is Windows' alone", false);
  const child = spawn(command.program, [...command.args], {
    env: { ...process.env, ...command.env },
    stdio: ["pipe", "ignore", "pipe"],
    windowsHide: true,
    signal,
  });
  let complaint = "";
  child.stderr.on("data", (text: Uint8Array) => {
    if (complaint.length < 2_000) complaint += String(text);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // The program may end before it read all; its exit code tells.
  child.stdin.on("error", () => undefined);
  child.stdin.end(bytes);
  let code: number | null;
  try {
    code = await ended;
  } catch (cause) {
    throw new TransportError("the spooler could not be asked", true, { cause });
  }
  // What the script could not open it did not write: OpenPrinter comes first.
  if (code !== 0) throw new TransportError(`the spooler refused: ${complaint}`, true);
}
