import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followTaps, type Tap } from "./cornerTaps.ts";

const REM = 34;
const CORNER = { x: 50, y: 50 };

/** How often a row of taps opened the door. */
function doors(taps: readonly Tap[]): number {
  let before: readonly Tap[] = [];
  let count = 0;
  for (const tap of taps) {
    const followed = followTaps(before, tap, REM);
    before = followed.taps;
    if (followed.isDoor) count += 1;
  }
  return count;
}

const every = (ms: number, count: number, at = CORNER): readonly Tap[] =>
  Array.from({ length: count }, (_, i) => ({ ...at, atMs: i * ms }));

describe("followTaps", () => {
  it("opens at the fifth tap in the corner, and begins anew", () => {
    expect(doors(every(500, 4))).toBe(0);
    expect(doors(every(500, 5))).toBe(1);
    expect(doors(every(500, 9))).toBe(1);
    expect(doors(every(500, 10))).toBe(2);
  });

  it("wants them within five seconds", () => {
    expect(doors(every(1_249, 5))).toBe(1);
    expect(doors(every(1_250, 50))).toBe(0);
  });

  it.each([
    ["right of the corner", { x: 102, y: 50 }],
    ["below it", { x: 50, y: 102 }],
    ["in another corner", { x: 1_070, y: 10 }],
  ])("does not open by taps %s", (_name, at) => {
    expect(doors(every(100, 50, at))).toBe(0);
  });

  it("begins anew at a tap anywhere else", () => {
    const elsewhere = { x: 500, y: 900, atMs: 350 };
    const taps = every(100, 8).toSpliced(4, 0, elsewhere);
    expect(doors(taps)).toBe(0);
  });

  it("stays shut whatever is tapped, as long as no five in a row are in the corner", () => {
    const places = fc.record({ x: fc.nat(1_080), y: fc.nat(1_920), stepMs: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(places, { maxLength: 60 }), (wild) => {
        let atMs = 0;
        const taps = wild.map(({ x, y, stepMs }, i): Tap => {
          atMs += stepMs;
          // Every fifth one misses the corner.
          return i % 5 === 4 ? { x: x + 102, y, atMs } : { x: x % 102, y: y % 102, atMs };
        });
        expect(doors(taps)).toBe(0);
      }),
    );
  });
});
