import { Buffer } from "node:buffer";

/** Reads a report written as hex digits. */
export function hexReport(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
