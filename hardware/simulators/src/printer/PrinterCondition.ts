import { assertNever } from "@luot/kit";

/** What is the matter with the virtual printer; a script changes it. */
export interface PrinterCondition {
  readonly paper: "ok" | "near" | "out";
  readonly cover: "closed" | "open";
  readonly cutter: "ok" | "error";
  /** It prints and says nothing, as a printer with a one-way cable. */
  readonly isSilent: boolean;
  /** It answers `DLE EOT` 1 and 4 and `GS r 1` alone, as many clones do. */
  readonly isClone: boolean;
  /** After so many more rows the paper is out; `null` when it lasts. */
  readonly paperRowsLeft: number | null;
  /** After so many more rows the cover opens; `null` for never. */
  readonly coverRowsLeft: number | null;
  /** After so many more bytes every connection is cut, once; `null` for never. */
  readonly dropAfterBytes: number | null;
  /** A stretch of the stream that never arrives, once, while the cable holds; `null` for none. */
  readonly loss: { readonly afterBytes: number; readonly bytes: number } | null;
  /** How long it takes for a byte, ms; what it has not read yet waits in the cable. */
  readonly msPerByte: number;
  /** Every reply comes so much later, ms. */
  readonly replyDelayMs: number;
  /** `twice`: each again; `reversed`: those to one piece of the stream in the wrong order. */
  readonly replies: "once" | "twice" | "reversed";
}

export const GOOD_CONDITION: PrinterCondition = {
  paper: "ok",
  cover: "closed",
  cutter: "ok",
  isSilent: false,
  isClone: false,
  paperRowsLeft: null,
  coverRowsLeft: null,
  dropAfterBytes: null,
  loss: null,
  msPerByte: 0,
  replyDelayMs: 0,
  replies: "once",
};

/** Whether the printer stands still and keeps what it is sent. */
export function isBlocked({ paper, cover, cutter }: PrinterCondition): boolean {
  return paper === "out" || cover === "open" || cutter === "error";
}

const bits = (isSet: boolean, mask: number): number => (isSet ? mask : 0);

/** The answer byte to `DLE EOT n`, by Epson's command reference. */
export function statusByte(n: 1 | 2 | 3 | 4, condition: PrinterCondition): number {
  const { paper, cover, cutter } = condition;
  switch (n) {
    case 1:
      return 0x12 | bits(isBlocked(condition), 0x08);
    case 2:
      return (
        0x12 |
        bits(cover === "open", 0x04) |
        bits(paper === "out", 0x20) |
        bits(cutter === "error", 0x40)
      );
    case 3:
      return 0x12 | bits(cutter === "error", 0x08);
    case 4:
      return 0x12 | bits(paper !== "ok", 0x0c) | bits(paper === "out", 0x60);
    default:
      return assertNever(n);
  }
}

/** The answer byte to `GS r 1`. */
export function sensorByte({ paper }: PrinterCondition): number {
  return bits(paper !== "ok", 0x03) | bits(paper === "out", 0x0c);
}

/**
 * The four bytes of automatic status (`GS a`). An open cover alone does not set the offline bit:
 * the golden vector has it so.
 */
export function automaticStatus({ paper, cover, cutter }: PrinterCondition): Uint8Array {
  return Uint8Array.of(
    0x10 | bits(paper === "out" || cutter === "error", 0x08) | bits(cover === "open", 0x20),
    bits(cutter === "error", 0x08),
    bits(paper !== "ok", 0x03) | bits(paper === "out", 0x0c),
    0,
  );
}
