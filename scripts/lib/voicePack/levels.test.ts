import { describe, expect, it } from "vitest";
import { activeRmsDb, normalise, peakDb, trim } from "./levels.ts";

const RATE = 24_000;

/** A sine of an amplitude, in samples. */
const sine = (amplitude: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => amplitude * Math.sin((2 * Math.PI * 440 * i) / RATE));

const concat = (...parts: Float32Array[]): Float32Array =>
  Float32Array.from(parts.flatMap((part) => Array.from(part)));

describe("activeRmsDb", () => {
  it("is 3 dB below the peak for a sine", () => {
    expect(activeRmsDb(sine(1, RATE), RATE)).toBeCloseTo(-3.01, 1);
  });

  it("does not count pauses", () => {
    const paused = concat(sine(0.5, 4_800), new Float32Array(24_000), sine(0.5, 4_800));
    expect(activeRmsDb(paused, RATE)).toBeCloseTo(activeRmsDb(sine(0.5, 9_600), RATE), 1);
  });
});

describe("normalise", () => {
  it.each([0.01, 0.3, 0.99])("brings a sine of %d to the level", (amplitude) => {
    const target = { activeRmsDb: -20, peakDb: -2 };
    expect(activeRmsDb(normalise(sine(amplitude, RATE), RATE, target), RATE)).toBeCloseTo(-20, 1);
  });

  it("keeps single peaks under the limit and still meets the level", () => {
    const spiky = sine(0.1, RATE).map((sample, i) => (i % 900 === 0 ? 0.9 : sample));
    const result = normalise(spiky, RATE, { activeRmsDb: -14, peakDb: -3 });
    expect(peakDb(result)).toBeLessThanOrEqual(-3);
    expect(activeRmsDb(result, RATE)).toBeCloseTo(-14, 0);
  });
});

describe("trim", () => {
  it("leaves 10 ms around the sound and begins and ends at nothing", () => {
    const trimmed = trim(
      concat(new Float32Array(9_000), sine(0.5, 4_800), new Float32Array(9_000)),
      RATE,
    );
    expect(Math.abs(trimmed.length - (4_800 + 480))).toBeLessThan(20);
    expect(trimmed[0]).toBe(0);
    expect(trimmed.at(-1)).toBe(0);
  });
});
