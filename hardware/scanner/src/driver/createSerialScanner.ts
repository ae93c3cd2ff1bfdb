import type { Clock, Logger } from "@luot/kit";
import { createLineSplitter, type LineSplitterOptions } from "../codec/createLineSplitter.ts";
import type { Scanner } from "../Scanner.ts";
import { createMessageScanner } from "./createMessageScanner.ts";
import type { SerialTransport } from "./SerialTransport.ts";

export interface SerialScannerOptions {
  readonly transport: SerialTransport;
  /** How the scanner is set to mark the ends of a scan. */
  readonly line: LineSplitterOptions;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What scanners send from the factory: no prefix, CR or LF at the end, no AIM id. */
export const PLAIN_LINE: LineSplitterOptions = {
  prefix: new Uint8Array(),
  suffix: new Uint8Array(),
  interByteTimeoutMs: 1000,
  hasAim: false,
};

/** Makes a driver for a scanner on a serial line, real or over USB (CDC). */
export function createSerialScanner(options: SerialScannerOptions): Scanner {
  return createMessageScanner({
    clock: options.clock,
    log: options.log,
    connect: async ({ decodeWith, onLost }) => {
      const onBytes = decodeWith(createLineSplitter(options.line));
      const connection = await options.transport.open({ onBytes, onLost });
      return { health: "ready", close: () => connection.close() };
    },
  });
}
