import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/keyboard-vectors.json" with { type: "json" };
import { hexReport } from "../testing/hexReport.ts";
import { createKeyboardDecoder, type KeyboardDecoder } from "./createKeyboardDecoder.ts";

interface Vector {
  readonly id: string;
  readonly name: string;
  readonly reports: readonly string[];
  readonly expect: readonly { readonly text: string; readonly end: string }[];
  readonly why?: string;
}
const vectors: readonly Vector[] = fixture.vectors;
const UP = new Uint8Array(8);
const pressed = (usage: number, modifiers: number) =>
  Uint8Array.of(modifiers, 0, usage, 0, 0, 0, 0, 0);
const ENTER = pressed(0x28, 0);
const pushAll = (decoder: KeyboardDecoder, reports: readonly Uint8Array[]) =>
  reports.flatMap((report, i) => decoder.push(report, i));

describe("the vectors of keyboard reports", () => {
  it.each(vectors)("$id: $name", ({ reports, expect: expected, why }) => {
    const decoder = createKeyboardDecoder();
    const scans = pushAll(decoder, reports.map(hexReport));
    expect(scans).toEqual(expected.map((scan) => ({ ...scan, aim: "" })));
    const counted = Object.entries(decoder.counts).filter(([, n]) => n > 0);
    expect(counted.map(([reason]) => reason)).toEqual(why === undefined ? [] : [why]);
  });

  it("are five", () => expect(vectors).toHaveLength(5));
});

describe("a keyboard decoder", () => {
  it("rejects a scan with a chord up to its end key, and reads the next one", () => {
    const decoder = createKeyboardDecoder();
    const bad = [pressed(0x1e, 0), UP, pressed(0x12, 1), UP, pressed(0x1f, 0), UP, ENTER, UP];
    expect(pushAll(decoder, bad)).toEqual([]);
    expect(decoder.counts.rejected).toBe(1);
    expect(pushAll(decoder, [pressed(0x1e, 0), UP, ENTER])).toMatchObject([{ text: "1" }]);
  });

  it.each([
    ["Alt and keypad digits", pressed(0x59, 0x04)],
    ["right Alt", pressed(0x14, 0x40)],
    ["Meta and R", pressed(0x15, 0x08)],
    ["an arrow key", pressed(0x50, 0)],
  ])("rejects %s", (_name, report) => {
    const decoder = createKeyboardDecoder();
    expect(pushAll(decoder, [pressed(0x1e, 0), UP, report, UP, ENTER])).toEqual([]);
    expect(decoder.counts.rejected).toBe(1);
  });

  it("takes either Shift, and passes over function keys around a code", () => {
    const reports = [pressed(0x68, 0), UP, pressed(0x04, 0x20), UP, pressed(0x04, 0x02), UP, ENTER];
    expect(pushAll(createKeyboardDecoder(), reports)).toMatchObject([{ text: "AA" }]);
  });

  it("drops what stays unfinished for 1 s", () => {
    const decoder = createKeyboardDecoder();
    decoder.push(pressed(0x1e, 0), 0);
    decoder.push(UP, 5);
    expect(decoder.push(pressed(0x1f, 0), 1005)).toEqual([]);
    decoder.push(UP, 1006);
    expect(decoder.push(ENTER, 1007)).toMatchObject([{ text: "2" }]);
    expect(decoder.counts.incomplete).toBe(1);
  });

  it("keeps at most 4,096 characters, whatever is typed", () => {
    const decoder = createKeyboardDecoder();
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 50 }), (reports) => {
        for (const report of reports) decoder.push(report, 0);
        expect(decoder.pendingCharacters).toBeLessThanOrEqual(4096);
      }),
      { numRuns: 2000 },
    );
    for (let i = 0; i < 10_000; i++) decoder.push(i % 2 === 0 ? pressed(0x1e, 0) : UP, 0);
    expect(decoder.pendingCharacters).toBe(0);
  });
});
