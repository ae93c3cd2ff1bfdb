import { describe, expect, it } from "vitest";
import fixture from "../fixtures/keyboard-vectors.json" with { type: "json" };
import { createWedgeDecoder, type WedgeDecoder, type WedgeKey } from "./createWedgeDecoder.ts";

/** The physical keys of a code, as a scanner with the US layout presses them. */
function keysOf(code: string): readonly Omit<WedgeKey, "at">[] {
  return Array.from(code, (character) => {
    if (/\d/.test(character)) return { code: `Digit${character}`, shift: false };
    if (character === "-") return { code: "Minus", shift: false };
    return { code: `Key${character.toUpperCase()}`, shift: /[A-Z]/.test(character) };
  });
}
const ENTER = { code: "Enter", shift: false };

/** Presses keys, each `gapsMs[i]` after the one before; the last gap goes on for the rest. */
function press(
  decoder: WedgeDecoder,
  keys: readonly Omit<WedgeKey, "at">[],
  gapsMs: readonly number[],
  fromMs: number,
) {
  let at = fromMs;
  return keys.flatMap((key, i) => {
    if (i > 0) at += gapsMs[i - 1] ?? gapsMs.at(-1) ?? 0;
    return decoder.push({ ...key, at });
  });
}
const typed = (code: string, gapsMs: readonly number[]) =>
  press(createWedgeDecoder(), [...keysOf(code), ENTER], gapsMs, 0);

describe("a scanner that types, told by its timing", () => {
  it.each(fixture.telex)("reads $scanned, which Telex would make $typedUnderTelex", (telex) => {
    expect(telex.typedUnderTelex).not.toBe(telex.scanned);
    expect(typed(telex.scanned, [10])).toEqual([{ text: telex.scanned, aim: "", end: "Enter" }]);
  });

  it("takes a median gap of 35 ms and not 36", () => {
    expect(typed("A012", [35])).toHaveLength(1);
    expect(typed("A012", [36])).toEqual([]);
  });

  it("takes one gap of 80 ms and not 81", () => {
    expect(typed("A012-7", [10, 80, 10])).toHaveLength(1);
    expect(typed("A012-7", [10, 81, 10])).toEqual([]);
  });

  it("gives no tail of a scan that was held up, and reads the next one", () => {
    const decoder = createWedgeDecoder();
    const gaps = [10, 10, 200, 10, 10, 90, 10];
    expect(press(decoder, [...keysOf("A0123456"), ENTER], gaps, 0)).toEqual([]);
    expect(decoder.counts.rejected).toBe(1);
    expect(press(decoder, [...keysOf("A012"), ENTER], [8], 600)).toMatchObject([{ text: "A012" }]);
  });

  it("takes four keys and not three", () => {
    expect(typed("A012", [10])).toHaveLength(1);
    expect(typed("A01", [10])).toEqual([]);
  });

  it("leaves a person alone", () => {
    const decoder = createWedgeDecoder();
    expect(press(decoder, [...keysOf("nguyen"), ENTER], [140], 0)).toEqual([]);
    expect(decoder.isCapturing).toBe(false);
  });

  it("leaves a key alone that is held down", () => {
    const held = keysOf("111111").map((key, i) => ({ ...key, repeat: i > 0 }));
    expect(press(createWedgeDecoder(), [...held, ENTER], [33], 0)).toEqual([]);
  });

  it("reads a scan right after a person's typing", () => {
    const decoder = createWedgeDecoder();
    press(decoder, keysOf("an"), [150], 0);
    expect(press(decoder, [...keysOf("A012"), ENTER], [8], 400)).toMatchObject([{ text: "A012" }]);
  });

  it("ends at Tab and at the keypad's Enter too", () => {
    const tab = [...keysOf("A012"), { code: "Tab", shift: false }];
    expect(press(createWedgeDecoder(), tab, [9], 0)).toMatchObject([{ end: "Tab" }]);
    const keypad = [...keysOf("A012"), { code: "NumpadEnter", shift: false }];
    expect(press(createWedgeDecoder(), keypad, [9], 0)).toMatchObject([{ end: "KeypadEnter" }]);
  });

  it.each(["ctrl", "alt", "meta"] as const)("rejects a scan with %s in it", (modifier) => {
    const decoder = createWedgeDecoder();
    const chord = { code: "KeyO", shift: false, [modifier]: true };
    expect(press(decoder, [...keysOf("A012"), chord, ...keysOf("345"), ENTER], [9], 0)).toEqual([]);
    expect(decoder.counts.rejected).toBe(1);
    expect(press(decoder, [...keysOf("A012"), ENTER], [9], 500)).toHaveLength(1);
  });

  it("rejects a scan with a key that types no character of the layout", () => {
    const keys = [...keysOf("A01"), { code: "Backspace", shift: false }, ...keysOf("23"), ENTER];
    expect(press(createWedgeDecoder(), keys, [9], 0)).toEqual([]);
  });

  it("passes over the Shift key itself", () => {
    const shift = { code: "ShiftLeft", shift: true };
    const keys = keysOf("ABCD").flatMap((key) => [shift, key]);
    expect(press(createWedgeDecoder(), [...keys, ENTER], [5], 0)).toMatchObject([{ text: "ABCD" }]);
  });

  it("keeps at most 4,096 keys of one that never ends", () => {
    const decoder = createWedgeDecoder();
    for (let at = 0; at < 5000; at++) decoder.push({ code: "Digit1", shift: false, at });
    expect(decoder.pendingKeys).toBe(0);
    expect(decoder.counts.rejected).toBe(1);
  });
});

describe("a scanner that types, told by its prefix key", () => {
  const prefix = { code: "F13", shift: false };
  const options = { prefixKey: "F13", suffixKey: "F14" };

  it("reads even a short and slow scan, and says while it lasts that keys are its own", () => {
    const decoder = createWedgeDecoder(options);
    press(decoder, [prefix, ...keysOf("A1")], [300], 0);
    expect(decoder.isCapturing).toBe(true);
    expect(press(decoder, [ENTER], [], 900)).toEqual([{ text: "A1", aim: "", end: "Enter" }]);
    expect(decoder.isCapturing).toBe(false);
  });

  it("ends at the suffix key", () => {
    const keys = [prefix, ...keysOf("A012"), { code: "F14", shift: false }];
    expect(press(createWedgeDecoder(options), keys, [9], 0)).toEqual([
      { text: "A012", aim: "", end: "Suffix" },
    ]);
  });

  it("takes nothing that has no prefix, however fast", () => {
    expect(press(createWedgeDecoder(options), [...keysOf("A012"), ENTER], [5], 0)).toEqual([]);
  });

  it("drops a scan without an end after 1 s, and gives the keys back to the page", () => {
    const decoder = createWedgeDecoder(options);
    press(decoder, [prefix, ...keysOf("A0")], [5], 0);
    expect(press(decoder, [...keysOf("x"), ENTER], [5], 1200)).toEqual([]);
    expect(decoder.isCapturing).toBe(false);
    expect(decoder.counts.incomplete).toBe(1);
  });
});
