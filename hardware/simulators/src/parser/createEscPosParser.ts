import type { PrinterCommand } from "./PrinterCommand.ts";
import { readCommand } from "./readCommand.ts";

const FIRST_CAPACITY_BYTES = 4096;

export interface EscPosParser {
  /** Takes the next bytes. @returns the commands that are complete now, in order */
  push(chunk: Uint8Array): PrinterCommand[];
  /** Bytes of a command that is not complete yet. */
  readonly pendingBytes: number;
}

/** Reads a stream of ESC/POS in pieces of any size: the pieces never change the commands. */
export function createEscPosParser(): EscPosParser {
  let buffer = new Uint8Array(FIRST_CAPACITY_BYTES);
  let size = 0;
  return {
    push(chunk) {
      if (size + chunk.length > buffer.length) {
        const grown = new Uint8Array(2 * (size + chunk.length));
        grown.set(buffer.subarray(0, size));
        buffer = grown;
      }
      buffer.set(chunk, size);
      size += chunk.length;
      const commands: PrinterCommand[] = [];
      let at = 0;
      for (;;) {
        const read = readCommand(buffer.subarray(at, size));
        if (read === null) break;
        commands.push(read.command);
        at += read.length;
      }
      buffer.copyWithin(0, at, size);
      size -= at;
      return commands;
    },
    get pendingBytes() {
      return size;
    },
  };
}
