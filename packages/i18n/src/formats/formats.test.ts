import { assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { createI18n } from "../createI18n.ts";
import { formatMinutesRange, minutesRange } from "./formatMinutesRange.ts";
import { formatMoney } from "./formatMoney.ts";
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatDay,
  formatElapsed,
  formatIsoDate,
} from "./formatTime.ts";

const MINUTE_MS = 60_000;
const HANOI = "Asia/Ho_Chi_Minh";
const minutes = (low: number, high: number) => ({
  lowMs: low * MINUTE_MS,
  highMs: high * MINUTE_MS,
});

describe("formatMinutesRange", () => {
  it("tells a range in both languages", () => {
    expect(formatMinutesRange(createI18n("vi"), minutes(21, 28))).toBe("khoảng 20–30 phút");
    expect(formatMinutesRange(createI18n("en"), minutes(21, 28))).toBe("about 20–30 minutes");
  });

  it("never says zero minutes", () => {
    expect(formatMinutesRange(createI18n("vi"), minutes(0, 0))).toBe("dưới 1 phút");
    expect(formatMinutesRange(createI18n("en"), minutes(0, 0))).toBe("under 1 minute");
  });

  it("says that no counter is open when nobody can estimate", () => {
    expect(formatMinutesRange(createI18n("vi"), null)).toBe("chưa có quầy mở");
  });

  it("rounds outwards, so the promise holds", () => {
    assert(
      property(nat(30_000_000), nat(30_000_000), (a, b) => {
        const estimate = { lowMs: Math.min(a, b), highMs: Math.max(a, b) };
        const { low, high } = minutesRange(estimate);
        expect(low * MINUTE_MS).toBeLessThanOrEqual(estimate.lowMs);
        expect(high * MINUTE_MS).toBeGreaterThanOrEqual(estimate.highMs);
        expect(high).toBeGreaterThan(0);
      }),
    );
  });
});

describe("times", () => {
  const at = Date.UTC(2025, 10, 23, 17, 5);

  it("shows the centre's clock, not the machine's", () => {
    expect(formatClock(at, HANOI)).toBe("00:05");
    expect(formatDate(at, HANOI)).toBe("24/11/2025");
    expect(formatDateTime(at, HANOI)).toBe("24/11/2025 00:05");
  });

  it("names the weekday in the language of the screen", () => {
    expect(formatDay(createI18n("vi"), at, HANOI)).toBe("Thứ Hai, 24/11/2025");
    expect(formatDay(createI18n("en"), at, HANOI)).toBe("Monday, 24/11/2025");
  });

  it("writes ISO dates as people here do", () => {
    expect(formatIsoDate("2025-11-24")).toBe("24/11/2025");
  });

  it("counts how long something lasts in minutes and seconds", () => {
    expect(formatElapsed(65_999)).toBe("1:05");
    expect(formatElapsed(-5)).toBe("0:00");
  });
});

describe("formatMoney", () => {
  it("groups by thousands as each language does, in one piece", () => {
    expect(formatMoney(createI18n("vi"), 150_000)).toBe("150.000\u00a0đ");
    expect(formatMoney(createI18n("en"), 150_000)).toBe("150,000\u00a0đ");
    expect(formatMoney(createI18n("vi"), 0)).toBe("0\u00a0đ");
  });
});
