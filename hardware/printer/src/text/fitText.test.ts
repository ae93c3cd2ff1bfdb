import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitText } from "./fitText.ts";

/** Every letter is as wide as its size. */
const measure = (line: string, sizePx: number): number => Array.from(line).length * sizePx;
const withoutSpaces = (words: string): string => words.replaceAll(" ", "");
const LETTERS = Array.from("aăâbcdđeêghiklmnoôơpqrstuưvxyẵễộ     ");
const rule = { maxPx: 20, minPx: 10, idealLines: 1, maxLines: 3 };

describe("fitText", () => {
  it("leaves a text that fits at its largest size", () => {
    expect(fitText("abc", rule, 60, measure)).toEqual({ sizePx: 20, lines: ["abc"] });
  });

  it("shrinks before it wraps", () => {
    expect(fitText("abcd ef", rule, 84, measure)).toEqual({ sizePx: 12, lines: ["abcd ef"] });
  });

  it("wraps at the smallest size into lines of even length", () => {
    const { sizePx, lines } = fitText("aa bb cc dd ee", rule, 110, measure);
    expect({ sizePx, lines }).toEqual({ sizePx: 10, lines: ["aa bb cc", "dd ee"] });
  });

  it("cuts with an ellipsis only when no line is left", () => {
    const { lines } = fitText("aaaa bbbb cccc dddd eeee", rule, 60, measure);
    expect(lines).toEqual(["aaaa", "bbbb", "cccc…"]);
  });

  it("breaks a word that is wider than the paper, between whole letters", () => {
    const { lines } = fitText("abcdefgh", rule, 50, measure);
    expect(lines).toEqual(["abcde", "fgh"]);
  });

  it("gives no lines for no text", () => {
    expect(fitText("", rule, 60, measure).lines).toEqual([]);
  });

  it("never makes a line wider than the paper, nor loses a letter without saying so", () => {
    const letters = fc.constantFrom(...LETTERS);
    const texts = fc.string({ unit: letters, maxLength: 120 }).map((text) => text.trim());
    fc.assert(
      fc.property(texts, fc.integer({ min: 30, max: 400 }), (text, widthDots) => {
        const clean = text.replaceAll(/ +/g, " ");
        const { sizePx, lines } = fitText(clean, rule, widthDots, measure);
        for (const line of lines) expect(measure(line, sizePx)).toBeLessThanOrEqual(widthDots);
        expect(lines.length).toBeLessThanOrEqual(rule.maxLines);
        const isWhole = withoutSpaces(lines.join("")) === withoutSpaces(clean);
        expect(isWhole || lines.at(-1)?.endsWith("…")).toBe(true);
      }),
    );
  });
});
