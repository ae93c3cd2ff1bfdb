import type { Buffer } from "node:buffer";
import fs from "node:fs";

/** Opens a device file that never makes a reader or writer wait. */
export function openNonBlocking(path: string): number {
  return fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
}

/**
 * Reads what is there.
 *
 * @returns how many bytes; 0 when there is nothing now
 */
export function readNow(file: number, into: Buffer): number {
  return orZero(() => fs.readSync(file, into));
}

/**
 * Writes what is taken now.
 *
 * @returns how many bytes; 0 when none
 */
export function writeNow(file: number, bytes: Uint8Array): number {
  return orZero(() => fs.writeSync(file, bytes));
}

function orZero(act: () => number): number {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EAGAIN") return 0;
    throw cause;
  }
}
