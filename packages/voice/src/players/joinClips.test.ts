import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinClips, trimClip } from "./joinClips.ts";

const RATE = 1_000;
const tone = (length: number): Float32Array => new Float32Array(length).fill(0.5);
const silence = (length: number): Float32Array => new Float32Array(length);
const concat = (...parts: Float32Array[]): Float32Array =>
  Float32Array.from(parts.flatMap((part) => Array.from(part)));

describe("trimClip", () => {
  it("keeps 10 ms of silence on both sides", () => {
    expect(trimClip(concat(silence(50), tone(100), silence(70)), RATE)).toHaveLength(120);
  });

  it("leaves a clip alone that has less silence", () => {
    expect(trimClip(concat(silence(4), tone(100)), RATE)).toHaveLength(104);
  });

  it("makes nothing of a silent clip", () => {
    expect(trimClip(silence(300), RATE)).toHaveLength(0);
  });
});

describe("joinClips", () => {
  it("is as long as its trimmed clips and gaps together", () => {
    const part = fc.oneof(
      fc.record({ gapMs: fc.integer({ min: 0, max: 400 }) }),
      fc.integer({ min: 40, max: 300 }).map(tone),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const total = parts.reduce(
          (sum, each) => sum + ("gapMs" in each ? each.gapMs : each.length),
          0,
        );
        expect(joinClips(parts, RATE)).toHaveLength(total);
      }),
    );
  });

  it("fades in over 8 ms and out over 15 ms and keeps the gap silent", () => {
    const joined = joinClips([tone(100), { gapMs: 50 }, tone(100)], RATE);
    expect(joined[0]).toBe(0);
    expect(joined[4]).toBeCloseTo(0.25);
    expect(joined[8]).toBe(0.5);
    expect(joined[84]).toBe(0.5);
    expect(joined[92]).toBeCloseTo(0.5 * (7 / 15));
    expect(joined[99]).toBe(0);
    expect(joined.subarray(100, 150).every((sample) => sample === 0)).toBe(true);
    expect(joined[158]).toBe(0.5);
  });

  it("does not change the clips it is given, which are kept for the next call", () => {
    const clip = tone(100);
    joinClips([clip], RATE);
    expect(clip).toEqual(tone(100));
  });
});
