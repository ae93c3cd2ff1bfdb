import { describe, expect, it } from "vitest";
import { vn } from "../testing/aDossier.ts";
import { zoneClock } from "../zoneClock.ts";
import { DATE_FORMATS } from "./Mapping.ts";
import { readDate } from "./readDate.ts";

const clock = zoneClock("Asia/Ho_Chi_Minh");
const EIGHT_THIRTY = vn("2026-11-24 08:30");

const asDay = (formats: readonly ("dd/MM/yyyy" | "yyyy-MM-dd")[]): unknown =>
  readDate("2026-11-24", formats, clock)?.at;

const inLosAngeles = (text: string): unknown =>
  readDate(text, ["yyyy-MM-dd HH:mm"], zoneClock("America/Los_Angeles"))?.at;

describe("readDate", () => {
  it.each([
    ["yyyyMMddHHmmss", "20261124083000"],
    ["yyyyMMddHHmmss", 20261124083000],
    ["yyyyMMddHHmm", "202611240830"],
    ["dd/MM/yyyy HH:mm:ss", "24/11/2026 08:30:00"],
    ["dd/MM/yyyy HH:mm", "24/11/2026 08:30"],
    ["dd/MM/yyyy HH:mm", "24-11-2026, 8h30"],
    ["HH:mm dd/MM/yyyy", "08:30 24/11/2026"],
    ["yyyy-MM-dd HH:mm:ss", "2026-11-24 08:30:00"],
    ["yyyy-MM-dd HH:mm", " 2026-11-24 08:30 "],
    ["iso", "2026-11-24T08:30:00+07:00"],
    ["iso", "2026-11-24T01:30Z"],
    ["iso", "2026-11-24T08:30:00.000"],
    ["excel", 46350.354166666664],
    ["excel", "46350.3541667"],
    ["excel", new Date("2026-11-24T08:30:00Z")],
    ["epoch-ms", EIGHT_THIRTY],
    ["epoch-s", String(EIGHT_THIRTY / 1000)],
  ] as const)("reads %s: %s", (format, value) => {
    expect(readDate(value, [format], clock)).toEqual({ at: EIGHT_THIRTY, hasTime: true });
  });

  it.each([
    ["yyyyMMdd", "20261124"],
    ["yyyyMMddHHmmss", "20261124000000"],
    ["dd/MM/yyyy", "24/11/2026"],
    ["yyyy-MM-dd", "2026-11-24"],
    ["excel", 46350],
    ["excel", new Date("2026-11-24T00:00:00Z")],
  ] as const)("knows that %s %s names no time of day", (format, value) => {
    expect(readDate(value, [format], clock)).toEqual({ at: vn("2026-11-24"), hasTime: false });
  });

  it.each([
    "20260230083000",
    "20261324083000",
    "20261124243000",
    "31/04/2026",
    "29/02/2027 08:30",
    "2026-02-30",
    "2026-02-30T08:30:00Z",
    "24/11/26",
    "hôm nay",
    "",
    "-1",
    `24/11/2026${" ".repeat(50)}08:30`,
    Number.NaN,
    new Date(Number.NaN),
    true,
    {},
    ["20261124"],
    null,
  ])("refuses %j in any format but the counted ones", (value) => {
    const formats = DATE_FORMATS.filter((format) => !format.startsWith("epoch"));
    expect(readDate(value, formats, clock)).toBeNull();
  });

  it("takes the first format that fits", () => {
    expect(asDay(["dd/MM/yyyy", "yyyy-MM-dd"])).toBe(vn("2026-11-24"));
    expect(asDay(["dd/MM/yyyy"])).toBeUndefined();
  });

  it("follows a zone that puts its clocks forward", () => {
    expect(inLosAngeles("2026-03-08 01:30")).toBe(Date.parse("2026-03-08T09:30:00Z"));
    expect(inLosAngeles("2026-03-08 03:30")).toBe(Date.parse("2026-03-08T10:30:00Z"));
    expect(inLosAngeles("2026-07-01 00:00")).toBe(Date.parse("2026-07-01T07:00:00Z"));
  });
});
