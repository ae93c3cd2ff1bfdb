import { describe, expect, it } from "vitest";
import { readNumberEnglish, readTicketLabelEnglish } from "./readEnglish.ts";

describe("English readings", () => {
  it.each([
    [0, "zero"],
    [12, "twelve"],
    [20, "twenty"],
    [21, "twenty-one"],
    [100, "one hundred"],
    [105, "one hundred and five"],
    [999, "nine hundred and ninety-nine"],
    [1000, "one thousand"],
    [1005, "one thousand and five"],
    [1100, "one thousand one hundred"],
    [2021, "two thousand and twenty-one"],
  ])("reads %d as %s", (n, words) => {
    expect(readNumberEnglish(n)).toBe(words);
  });

  it("gives every number from 0 to 9999 words of its own", () => {
    const all = Array.from({ length: 10_000 }, (_, n) => readNumberEnglish(n));
    expect(new Set(all).size).toBe(10_000);
  });

  it.each([
    ["A012", "A zero one two"],
    ["b045", "B zero four five"],
    ["BK2-07", "B K two, zero seven"],
    ["1002", "one zero zero two"],
  ])("reads the label %s as %s", (label, words) => {
    expect(readTicketLabelEnglish(label)).toBe(words);
  });

  it("refuses what has no reading", () => {
    expect(() => readNumberEnglish(-1)).toThrow(RangeError);
    expect(() => readTicketLabelEnglish("A/1")).toThrow(RangeError);
  });
});
