import { describe, expect, it } from "vitest";
import { digitsOf, matchChoices } from "./choices.ts";

const CHOICES = [
  { id: "a", code: "15", name: "Đất đai" },
  { id: "b", code: "1", name: "Hướng dẫn" },
  { id: "c", code: "01", name: "Căn cước" },
];
const found = (typed: string) => matchChoices(CHOICES, typed).map(({ id }) => id);

describe("matchChoices", () => {
  it("has the exact code first and then those that begin with it", () => {
    expect(found("1")).toEqual(["b", "a"]);
    expect(found("0")).toEqual(["c"]);
  });

  it("finds names without accents, and all when nothing was typed", () => {
    expect(found("dat")).toEqual(["a"]);
    expect(found("CƯỚC")).toEqual(["c"]);
    expect(found(" ")).toEqual(["a", "b", "c"]);
  });
});

describe("digitsOf", () => {
  it("reads a label as its number", () => {
    expect(digitsOf("A012")).toBe("12");
    expect(digitsOf("B1000")).toBe("1000");
    expect(digitsOf("C000")).toBe("0");
  });
});
