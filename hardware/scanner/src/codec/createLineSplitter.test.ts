import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScanOutcome } from "../Scan.ts";
import { createLineSplitter, type LineSplitterOptions } from "./createLineSplitter.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const aSplitter = (changes: Partial<LineSplitterOptions>) =>
  createLineSplitter({
    prefix: new Uint8Array(),
    suffix: new Uint8Array(),
    interByteTimeoutMs: 1000,
    hasAim: false,
    ...changes,
  });
const words = (outcomes: readonly ScanOutcome[]) =>
  outcomes.map((o) => (o.kind === "message" ? new TextDecoder().decode(o.bytes) : o.reason));

describe("a splitter of serial bytes", () => {
  it("ends a scan at CR, LF and CRLF, and makes none of empty lines", () => {
    expect(words(aSplitter({}).push(utf8("A1\rA2\nA3\r\n\r\n\nA4\r"), 0))).toEqual([
      "A1",
      "A2",
      "A3",
      "A4",
    ]);
  });

  it("joins bytes, so that a letter may come in two pieces", () => {
    const splitter = aSplitter({});
    const bytes = utf8("tiếp\r");
    const pieces = Array.from(bytes, (byte) => splitter.push(Uint8Array.of(byte), 0));
    expect(words(pieces.flat())).toEqual(["tiếp"]);
  });

  it("takes a prefix and suffix of its own, and ignores what has no prefix", () => {
    const splitter = aSplitter({ prefix: Uint8Array.of(2), suffix: Uint8Array.of(3) });
    expect(words(splitter.push(utf8("\u0002A\r1\u0003noise\u0003\u0002B2\u0003"), 0))).toEqual([
      "A\r1",
      "B2",
    ]);
    expect(splitter.counts.ignored).toBe(1);
  });

  it("finds a suffix of several bytes, also when its first byte comes twice", () => {
    const splitter = aSplitter({ suffix: utf8("##\n") });
    expect(words(splitter.push(utf8("A###\nB##\n"), 0))).toEqual(["A#", "B"]);
  });

  it("takes the AIM id off when the scanner is set to send it", () => {
    const [first, second] = aSplitter({ hasAim: true }).push(utf8("]Q1A1\rA2\r"), 0);
    expect(first).toMatchObject({ kind: "message", aim: "]Q1", bytes: utf8("A1") });
    expect(second).toMatchObject({ kind: "message", aim: "", bytes: utf8("A2") });
    expect(aSplitter({}).push(utf8("]Q1A1\r"), 0)).toMatchObject([{ aim: "" }]);
  });

  it("drops a scan whose rest does not come in time", () => {
    const splitter = aSplitter({});
    splitter.push(utf8("A0"), 0);
    expect(words(splitter.push(utf8("B12\r"), 1000))).toEqual(["incomplete", "B12"]);
    expect(splitter.counts.incomplete).toBe(1);
  });

  it("refuses a line that is too long once, and reads the next", () => {
    const splitter = aSplitter({});
    expect(words(splitter.push(utf8(`${"x".repeat(4096)}\r`), 0))).toHaveLength(1);
    expect(words(splitter.push(utf8(`${"x".repeat(9000)}\rA1\r`), 0))).toEqual(["too_long", "A1"]);
    expect(splitter.counts.rejected).toBe(1);
  });

  it("refuses a long line with a suffix of its own, and reads the next", () => {
    const splitter = aSplitter({ suffix: utf8("##") });
    // Some of these lengths are given up between the two bytes of the suffix.
    for (let length = 4099; length < 8210; length++)
      expect(words(splitter.push(utf8(`${"x".repeat(length)}##A1##`), 0))).toEqual([
        "too_long",
        "A1",
      ]);
  });

  it("keeps bounded memory, whatever comes", () => {
    const splitters = [aSplitter({}), aSplitter({ suffix: utf8("##"), hasAim: true })];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(50), (chunk, atMs) => {
        for (const splitter of splitters) {
          splitter.push(chunk, atMs);
          expect(splitter.pendingBytes).toBeLessThanOrEqual(4101);
        }
      }),
      { numRuns: 2000 },
    );
    for (const splitter of splitters) {
      splitter.push(new Uint8Array(1_000_000).fill(65), 50);
      expect(splitter.pendingBytes).toBeLessThanOrEqual(4101);
    }
  });
});
