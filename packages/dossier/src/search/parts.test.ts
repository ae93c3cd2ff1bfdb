import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, foldWords } from "./foldText.ts";
import { undoInputMethod } from "./inputMethods.ts";
import { isOneLetterOff } from "./isOneLetterOff.ts";
import { isSyllable, looseSoundKey, soundKey } from "./soundKeys.ts";

describe("foldText", () => {
  it("leaves letters and digits, also of đ, of capitals and of letters taken apart", () => {
    expect(foldText("  Đăng ký – KHAI SINH (C/O), lần 2 ")).toBe("dang ky khai sinh c o lan 2");
    expect(foldText("Đăng ký".normalize("NFD"))).toBe("dang ky");
  });

  it("takes a tone on either vowel for the same", () => {
    const [a, b] = foldWords("hoà hòa");
    expect(a).toEqual(b);
    expect(foldWords("lại")[0]?.accented).not.toBe(foldWords("lái")[0]?.accented);
  });

  it("is done after once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("undoInputMethod", () => {
  it.each([
    ["ddawng", "dang"],
    ["kys", "ky"],
    ["tuwr", "tu"],
    ["thuwowngf", "thuong"],
    ["nghieepj", "nghiep"],
    ["ruwowuj", "ruou"],
    ["twr", "tu"],
    ["nhana", "nhan"],
    ["d9a8ng", "dang"],
    ["tu73", "tu"],
  ])("reads %s as %s", (typed, meant) => {
    expect(undoInputMethod(typed)).toContain(meant);
  });

  it("offers nothing for a word that needed no input method", () => {
    for (const word of ["khai", "sinh", "nghi", "x", "12"])
      expect(undoInputMethod(word)).toEqual([]);
  });
});

describe("soundKey", () => {
  it.each([
    ["chung", "trung"],
    ["xinh", "sinh"],
    ["dam", "giam"],
    ["ra", "gia"],
    ["ly", "ni"],
    ["ki", "ky"],
    ["ngiep", "nghiep"],
    ["gi", "di"],
    ["fep", "phep"],
    ["rieu", "ruou"],
    ["co", "ko"],
  ])("takes %s for %s", (typed, meant) => {
    expect(soundKey(typed)).toBe(soundKey(meant));
  });

  it("keeps sounds apart, but for endings when asked loosely", () => {
    for (const [a = "", b = ""] of [
      ["chung", "kung"],
      ["tha", "ta"],
      ["nha", "na"],
      ["kho", "co"],
    ])
      expect(soundKey(a)).not.toBe(soundKey(b));
    expect(soundKey("thac")).not.toBe(soundKey("that"));
    for (const [a = "", b = ""] of [
      ["thac", "that"],
      ["sin", "sinh"],
      ["toang", "toan"],
    ])
      expect(looseSoundKey(a)).toBe(looseSoundKey(b));
  });

  it("knows a syllable from an abbreviation", () => {
    for (const word of ["nghieng", "khai", "o", "quyen", "gi"]) expect(isSyllable(word)).toBe(true);
    for (const word of ["hkd", "attp", "ubnd", "dkkh", "w"]) expect(isSyllable(word)).toBe(false);
  });
});

describe("isOneLetterOff", () => {
  it("sees a letter left out, put in, changed, or swapped; and no more", () => {
    for (const other of ["sin", "sinhh", "sinj", "snih", "inh", "ssinh"])
      expect(isOneLetterOff("sinh", other)).toBe(true);
    for (const other of ["sinh", "si", "sihh1", "hnis", "xyz"])
      expect(isOneLetterOff("sinh", other)).toBe(false);
  });

  it("does not mind which word comes first", () => {
    const word = fc.stringMatching(/^[abc]{0,5}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneLetterOff(a, b)).toBe(isOneLetterOff(b, a));
      }),
    );
  });
});
