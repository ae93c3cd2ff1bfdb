import { describe, expect, it } from "vitest";
import { periodOf } from "./periodOf.ts";

describe("periodOf", () => {
  it.each([
    ["day", "2026-11-24", "2026-11-24", "2026-11-24"],
    ["month", "2026-11-24", "2026-11-01", "2026-11-30"],
    ["month", "2028-02-29", "2028-02-01", "2028-02-29"],
    ["month", "2026-12-31", "2026-12-01", "2026-12-31"],
    ["quarter", "2021-08-15", "2021-07-01", "2021-09-30"],
    ["quarter", "2026-12-31", "2026-10-01", "2026-12-31"],
    ["quarter", "2026-01-01", "2026-01-01", "2026-03-31"],
    ["year", "2026-11-24", "2026-01-01", "2026-12-31"],
  ] as const)("of the %s of %s is %s to %s", (kind, date, from, to) => {
    expect(periodOf(kind, date)).toEqual({ from, to });
  });

  it("refuses a date that does not exist", () => {
    expect(() => periodOf("month", "2026-02-30")).toThrow(RangeError);
    expect(() => periodOf("day", "today")).toThrow(RangeError);
  });
});
