import { assert, constant, integer, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { createI18n } from "../createI18n.ts";
import { formatCount, formatRatio } from "./formatCount.ts";

const vi = createI18n("vi");
const en = createI18n("en");

describe("formatCount", () => {
  it("groups by thousands as each language does", () => {
    expect([formatCount(vi, 2_191), formatCount(en, 2_191)]).toEqual(["2.191", "2,191"]);
    expect(formatCount(vi, 1_234_567)).toBe("1.234.567");
    expect(formatCount(vi, 0)).toBe("0");
  });
});

describe("formatRatio", () => {
  it("is the published 99,74 % of the third quarter of 2021 in Vĩnh Phúc", () => {
    expect(formatRatio(vi, 14_064 / 14_100)).toBe("99,74\u00a0%");
    expect(formatRatio(en, 14_064 / 14_100)).toBe("99.74%");
  });

  it("says 100 % of all, and of nothing less", () => {
    expect(formatRatio(vi, 1)).toBe("100\u00a0%");
    expect(formatRatio(vi, 999_999 / 1_000_000)).toBe("99,99\u00a0%");
    expect(formatRatio(vi, null)).toBe("–");
  });

  it("says 0 % of none, and of nothing more", () => {
    expect(formatRatio(vi, 0)).toBe("0,00\u00a0%");
    expect(formatRatio(vi, 1 / 1_000_000)).toBe("0,01\u00a0%");
  });

  it("is rounded, halves up", () => {
    expect(formatRatio(vi, 545 / 598)).toBe("91,14\u00a0%");
    expect(formatRatio(vi, 1 / 3)).toBe("33,33\u00a0%");
    expect(formatRatio(vi, 201 / 20_000)).toBe("1,01\u00a0%");
  });

  it("is the nearest of all hundredths that do not say all or none of a part", () => {
    const parts = integer({ min: 2, max: 2_000_000 }).chain((whole) =>
      tuple(integer({ min: 1, max: whole - 1 }), constant(whole)),
    );
    assert(
      property(parts, ([part, whole]) => {
        const exact = Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)));
        const said = Math.min(9_999, Math.max(1, exact));
        const text = `${Math.floor(said / 100)},${String(said % 100).padStart(2, "0")}\u00a0%`;
        expect(formatRatio(vi, part / whole)).toBe(text);
      }),
    );
  });

  it("loses no hundredth to the way numbers are kept", () => {
    assert(
      property(integer({ min: 0, max: 9_999 }), (part) => {
        const [whole, rest] = [Math.floor(part / 100), part % 100];
        const text = `${whole},${String(rest).padStart(2, "0")}\u00a0%`;
        expect(formatRatio(vi, part / 10_000)).toBe(text);
      }),
    );
  });
});
