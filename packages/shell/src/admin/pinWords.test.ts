import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPin, pauseMs, triesLeft } from "./pinWords.ts";

const T0 = 1_700_000_000_000;

describe("checkPin", () => {
  it.each(["12345", "12345678901", "12345a", "", "１２３４５６", " 482915"])(
    "refuses %j",
    (text) => {
      expect(checkPin(text)).toEqual({ ok: false, error: "bad_pin" });
    },
  );

  it.each(["000000", "123456", "7654321", "890123", "121212", "11111112"])(
    "refuses %s, which everybody tries",
    (text) => {
      expect(checkPin(text)).toEqual({ ok: false, error: "plain_pin" });
    },
  );

  it.each(["482915", "1029384756", "112358"])("takes %s", (text) => {
    expect(checkPin(text)).toEqual({ ok: true, value: text });
  });
});

describe("pauseMs", () => {
  it("lets five go by, then asks for 30 s, doubled each time, 15 minutes at most", () => {
    const pauses = [0, 4, 5, 6, 7, 9, 10, 5_000].map((count) => pauseMs({ count, lastAt: T0 }, T0));
    expect(pauses).toEqual([0, 0, 30_000, 60_000, 120_000, 480_000, 900_000, 900_000]);
    expect([0, 3, 5, 6].map((count) => triesLeft({ count, lastAt: T0 }))).toEqual([5, 2, 0, 0]);
  });

  it("is over after its time, and never longer than itself whatever the clock says", () => {
    expect(pauseMs({ count: 5, lastAt: T0 }, T0 + 30_000)).toBe(0);
    fc.assert(
      fc.property(fc.nat(40), fc.integer(), (count, driftMs) => {
        const pause = pauseMs({ count, lastAt: T0 }, T0 + driftMs);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(900_000);
      }),
    );
  });
});
