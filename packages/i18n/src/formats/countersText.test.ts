import { describe, expect, it } from "vitest";
import { createI18n } from "../createI18n.ts";
import { countersText, numberRanges } from "./countersText.ts";

describe("countersText", () => {
  it("names one counter, several, and none", () => {
    expect(countersText(createI18n("vi"), [5])).toBe("Quầy 5");
    expect(countersText(createI18n("vi"), [9, 5, 6, 7])).toBe("Các quầy 5–7, 9");
    expect(countersText(createI18n("en"), [1, 2])).toBe("Counters 1, 2");
    expect(countersText(createI18n("vi"), [])).toBe("");
  });
});

describe("numberRanges", () => {
  it("joins three and more in a row, whatever their order", () => {
    expect(numberRanges([3, 1, 2, 2, 10, 12])).toBe("1–3, 10, 12");
  });
});
