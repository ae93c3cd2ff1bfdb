import type { PrinterCommand } from "./PrinterCommand.ts";

const DLE = 0x10;
const LF = 0x0a;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;

type Kind = "ignored" | "not-drawn";

/** Second byte of commands of a fixed length that need nothing else to be known of them. */
const ESC_COMMANDS: Readonly<Record<number, readonly [length: number, kind: Kind]>> = {
  0x20: [3, "ignored"],
  0x21: [3, "ignored"],
  0x2d: [3, "ignored"],
  0x32: [2, "ignored"],
  0x33: [3, "ignored"],
  0x42: [4, "ignored"],
  0x45: [3, "ignored"],
  0x47: [3, "ignored"],
  0x4d: [3, "ignored"],
  0x52: [3, "ignored"],
  0x61: [3, "not-drawn"],
  0x70: [5, "ignored"],
  0x74: [3, "ignored"],
  0x7b: [3, "not-drawn"],
};
const GS_COMMANDS: Readonly<Record<number, readonly [length: number, kind: Kind]>> = {
  0x21: [3, "ignored"],
  0x42: [3, "ignored"],
  0x48: [3, "ignored"],
  0x4c: [4, "not-drawn"],
  0x50: [4, "not-drawn"],
  0x57: [4, "not-drawn"],
  0x66: [3, "ignored"],
  0x68: [3, "ignored"],
  0x77: [3, "ignored"],
};
const RASTER_HEADER_BYTES = 8;

/** A command and how many bytes it took. */
export interface ReadCommand {
  readonly length: number;
  readonly command: PrinterCommand;
}

/**
 * Reads the command at the start of the bytes. Lengths are those of Epson's command reference.
 * Pure; the command shares no memory with `bytes`.
 *
 * @returns `null` when more bytes are needed
 */
export function readCommand(bytes: Uint8Array): ReadCommand | null {
  const [first, second] = bytes;
  if (first === undefined) return null;
  if (first === LF) return { length: 1, command: { kind: "feed-lines", lines: 1 } };
  if (first >= 0x20) return { length: 1, command: { kind: "text", byte: first } };
  if (first !== DLE && first !== ESC && first !== FS && first !== GS) return unknown(bytes, 1);
  if (second === undefined) return null;
  if (first === DLE) return readRealTime(bytes, second);
  if (first === ESC) return readEsc(bytes, second);
  if (first === GS) return readGs(bytes, second);
  return take(bytes, 2, (taken) => ({ kind: "ignored", bytes: taken }));
}

function readRealTime(bytes: Uint8Array, second: number): ReadCommand | null {
  if (second === 0x14) return take(bytes, 5, (taken) => ({ kind: "ignored", bytes: taken }));
  if (second !== 0x04 && second !== 0x05) return unknown(bytes, 2);
  return take(bytes, 3, (taken) => {
    const n = taken[2] ?? 0;
    if (second === 0x05 && (n === 1 || n === 2)) return { kind: "recover", dropsBuffer: n === 2 };
    const isAsked = second === 0x04 && (n === 1 || n === 2 || n === 3 || n === 4);
    return isAsked ? { kind: "status", n } : { kind: "unknown", bytes: taken };
  });
}

function readEsc(bytes: Uint8Array, second: number): ReadCommand | null {
  switch (second) {
    case 0x40:
      return take(bytes, 2, () => ({ kind: "initialise" }));
    case 0x4a:
      return take(bytes, 3, (taken) => ({ kind: "feed", units: taken[2] ?? 0 }));
    case 0x64:
      return take(bytes, 3, (taken) => ({ kind: "feed-lines", lines: taken[2] ?? 0 }));
    default:
      return readFixed(bytes, ESC_COMMANDS[second]);
  }
}

function readGs(bytes: Uint8Array, second: number): ReadCommand | null {
  switch (second) {
    case 0x28:
      return readFunction(bytes);
    case 0x56:
      return readCut(bytes);
    case 0x61:
      return take(bytes, 3, (taken) => ({ kind: "automatic-status", isOn: taken[2] !== 0 }));
    case 0x6b:
      return readBarcode(bytes);
    case 0x72:
      return take(bytes, 3, (taken) =>
        taken[2] === 1 || taken[2] === 0x31
          ? { kind: "sensor" }
          : { kind: "not-drawn", bytes: taken },
      );
    case 0x76:
      return readRaster(bytes);
    default:
      return readFixed(bytes, GS_COMMANDS[second]);
  }
}

function readCut(bytes: Uint8Array): ReadCommand | null {
  const mode = bytes[2];
  if (mode === undefined) return null;
  if (mode === 0x41 || mode === 0x42) return take(bytes, 4, () => ({ kind: "cut" }));
  const isCut = mode === 0 || mode === 1 || mode === 0x30 || mode === 0x31;
  return isCut ? take(bytes, 3, () => ({ kind: "cut" })) : unknown(bytes, 3);
}

function readRaster(bytes: Uint8Array): ReadCommand | null {
  if (bytes.length < RASTER_HEADER_BYTES) return null;
  const [, , form, mode, xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = bytes;
  // Doubled widths and heights are never sent; drawing them single would hide that.
  if (form !== 0x30 || (mode !== 0 && mode !== 0x30)) return unknown(bytes, RASTER_HEADER_BYTES);
  const widthBytes = xLow + xHigh * 256;
  const rows = yLow + yHigh * 256;
  return take(bytes, RASTER_HEADER_BYTES + widthBytes * rows, (taken) => ({
    kind: "raster",
    widthBytes,
    rows,
    data: taken.subarray(RASTER_HEADER_BYTES),
  }));
}

/** `GS ( x`: a function with its own length. */
function readFunction(bytes: Uint8Array): ReadCommand | null {
  const [, , name, low, high] = bytes;
  if (name === undefined || low === undefined || high === undefined) return null;
  return take(bytes, 5 + low + high * 256, (taken) => {
    const isProcessId = taken[5] === 0x30 && taken[6] === 0x30 && taken.length === 11;
    if (name === 0x48 && isProcessId) return { kind: "process-id", id: taken.slice(7) };
    return { kind: name === 0x6b ? "not-drawn" : "unknown", bytes: taken };
  });
}

/** `GS k`: with a length from form 0x41 on, else up to a NUL. */
function readBarcode(bytes: Uint8Array): ReadCommand | null {
  const [, , form, count] = bytes;
  if (form === undefined || count === undefined) return null;
  const end = bytes.indexOf(0, 3);
  if (form < 0x41 && end === -1) return null;
  const length = form >= 0x41 ? 4 + count : end + 1;
  return take(bytes, length, (taken) => ({ kind: "not-drawn", bytes: taken }));
}

function readFixed(
  bytes: Uint8Array,
  known: readonly [length: number, kind: Kind] | undefined,
): ReadCommand | null {
  if (known === undefined) return unknown(bytes, 2);
  const [length, kind] = known;
  return take(bytes, length, (taken) => ({ kind, bytes: taken }));
}

const unknown = (bytes: Uint8Array, length: number): ReadCommand | null =>
  take(bytes, length, (taken) => ({ kind: "unknown", bytes: taken }));

function take(
  bytes: Uint8Array,
  length: number,
  toCommand: (taken: Uint8Array) => PrinterCommand,
): ReadCommand | null {
  if (bytes.length < length) return null;
  return { length, command: toCommand(bytes.slice(0, length)) };
}
