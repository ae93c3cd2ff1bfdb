import { describe, expect, it } from "vitest";
import { createI18n } from "../createI18n.ts";
import { boardFigureText, boardOutOfText, boardPeriodText } from "./boardWords.ts";

const vi = createI18n("vi");
const en = createI18n("en");

describe("the words of the board", () => {
  it("name the period as offices do", () => {
    expect(boardPeriodText(vi, "day", "2026-11-24")).toBe("Ngày 24/11/2026");
    expect(boardPeriodText(vi, "month", "2026-01-01")).toBe("Tháng 1/2026");
    expect(boardPeriodText(vi, "quarter", "2021-07-01")).toBe("Quý III/2021");
    expect(boardPeriodText(vi, "year", "2026-01-01")).toBe("Năm 2026");
    expect(boardPeriodText(en, "quarter", "2026-10-01")).toBe("Quarter IV/2026");
  });

  it("say what the ratio is a part of", () => {
    expect(boardOutOfText(vi, "due", 14_100)).toBe("trên 14.100 hồ sơ đến hạn");
    expect(boardOutOfText(vi, "resolved", 14_100)).toBe("trên 14.100 hồ sơ đã giải quyết");
    expect(boardOutOfText(en, "due", 14_100)).toBe("of 14,100 dossiers due");
  });

  it("call late what was resolved late, and overdue what is not resolved yet", () => {
    expect(boardFigureText(vi, "late")).toBe(boardFigureText(vi, "overdue"));
    expect([boardFigureText(en, "late"), boardFigureText(en, "overdue")]).toEqual([
      "Late",
      "Overdue",
    ]);
  });
});
