import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesExtra, normaliseExtra, readCode } from "./extraCodes.ts";

const PATTERNS = ["HS-####-#####", "BN/@@##"];

describe("codes of other systems", () => {
  it.each([
    ["HS-2026-04101", true],
    ["HS-2026-0410", false],
    ["HS-2026-041011", false],
    ["HS-2026-0410A", false],
    ["XHS-2026-04101", false],
    ["BN/AB12", true],
    ["BN/A112", false],
    ["BN/ab12", false],
    ["", false],
  ])("match a pattern or not: %s", (code, expected) => {
    expect(matchesExtra(code, PATTERNS)).toBe(expected);
  });

  it("are spelt in one way", () => {
    expect(normaliseExtra(" hs – 2026_04101\r\n")).toBe("HS-2026-04101");
    expect(normaliseExtra("ＨＳ-２０２６-04101")).toBe("HS-2026-04101");
    expect(normaliseExtra("]C1HS-2026-04101")).toBe("HS-2026-04101");
  });

  it("match nothing when a centre has no pattern", () => {
    expect(matchesExtra("HS-2026-04101", [])).toBe(false);
  });
});

describe("readCode", () => {
  it.each([
    ["https://x.gov.vn/?ma=h56.29-250401-0003&k=1", "H56.29-250401-0003"],
    ["hs-2026-04101", "HS-2026-04101"],
    ["mã HS-2026-04101", null],
    ["038060000017", null],
    ["", null],
  ])("reads %j as %s", (text, code) => {
    expect(readCode(text, PATTERNS)).toBe(code);
  });

  it.each([
    ["HS202604101", "HS-2026-04101"],
    ["HS 2026 04101", "HS-2026-04101"],
    ["hs.2026/04101", "HS-2026-04101"],
    ["HS2026-04101", "HS-2026-04101"],
    ["bn ab-12", "BN/AB12"],
    ["HS20260410", null],
    ["HS2026041011", null],
    ["HS+2026+04101", null],
    ["XHS202604101", null],
  ])("puts the hyphens where the pattern has them: %j is %s", (text, code) => {
    expect(readCode(text, PATTERNS)).toBe(code);
  });

  it("guesses nothing where two patterns fit, and takes what is written as it is", () => {
    const two = ["HS-####-#####", "HS-#####-####"];
    expect(readCode("HS202604101", two)).toBeNull();
    expect(readCode("HS-20260-4101", two)).toBe("HS-20260-4101");
    expect(readCode("HS202604101", ["HS-####-#####", "HS-####-#####"])).toBe("HS-2026-04101");
  });

  it("takes no number of an identity card for a code whose hyphens are missing", () => {
    expect(readCode("038060000017", ["####-####-####"])).toBeNull();
    expect(readCode("038060 000017", ["######-######", "###-###-###"])).toBeNull();
    expect(readCode("038-060-000", ["######-######", "###-###-###"])).toBe("038-060-000");
  });

  it("finds a code of one pattern again, whichever of its separators are left out or others", () => {
    const aSeparator = fc.constantFrom("", " ", ".", "/", "–", "_", " - ");
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), aSeparator, aSeparator, (digits, one, other) => {
        const [year, number] = [digits.slice(0, 4), digits.slice(4)];
        const typed = `hs${one}${year}${other}${number}`;
        expect(readCode(typed, PATTERNS)).toBe(`HS-${year}-${number}`);
      }),
    );
  });

  it("answers every text, and the same for what it answered", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const code = readCode(text, PATTERNS);
        expect(code === null || readCode(code, PATTERNS) === code).toBe(true);
      }),
    );
  });
});
