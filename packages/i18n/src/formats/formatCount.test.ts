import { assert, integer, property } from "fast-check";
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
    expect(formatRatio(vi, 0)).toBe("0,00\u00a0%");
    expect(formatRatio(vi, null)).toBe("–");
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
