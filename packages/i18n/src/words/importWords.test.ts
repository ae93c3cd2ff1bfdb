import { describe, expect, it } from "vitest";
import { createI18n } from "../createI18n.ts";
import { importFieldText, importReasonText, mappingFaultText } from "./importWords.ts";

const vi = createI18n("vi");
const en = createI18n("en");

describe("the words of an import", () => {
  it("say why a row was not taken, and what to do", () => {
    expect(importReasonText(vi, "no_such_date")).toBe("Ngày này không có trong lịch.");
    expect(importReasonText(en, "no_such_date")).toBe("There is no such day in the calendar.");
    expect(importReasonText(en, "truncated")).toContain("Copy or download");
  });

  it("show the code of a reason that they do not know", () => {
    expect(importReasonText(vi, "moon_is_full")).toBe("Chưa rõ lý do (moon_is_full).");
    expect(importReasonText(en, "toString")).toBe("Reason not known (toString).");
  });

  it("say what is wrong with a mapping, or show what the hub said of it", () => {
    const message = "no such time zone";
    expect(mappingFaultText(vi, { reason: "unknown_time_zone", message })).toBe(
      "Không có múi giờ này.",
    );
    expect(mappingFaultText(en, { reason: "wrong_shape", message })).toContain("Not in the right");
    expect(mappingFaultText(vi, { reason: "moon_is_full", message })).toBe(message);
  });

  it("name fields, and leave a column of the file as it is written", () => {
    expect(importFieldText(vi, "dueAt")).toBe("Ngày hẹn trả");
    expect(importFieldText(en, "dueAt")).toBe("Promised for");
    expect(importFieldText(en, "NgayTiepNhan")).toBe("NgayTiepNhan");
  });
});
