import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixture from "../fixtures/working-days.json" with { type: "json" };
import type { Weekday, WorkingDayCalendar } from "./Calendar.ts";
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  weekdayOf,
  workingDaysBetween,
} from "./workingDays.ts";

const calendar: WorkingDayCalendar = {
  ...fixture.calendar,
  weekend: fixture.calendar.weekend.map((name) => {
    if (name !== "saturday" && name !== "sunday") throw new Error(`not a weekend day: ${name}`);
    return name satisfies Weekday;
  }),
};

describe("addWorkingDays", () => {
  it.each(fixture.cases)(
    "[CAL-5] $id: $days days from $from are due on $due",
    ({ from, days, due }) => {
      expect(addWorkingDays(from, days, calendar)).toBe(due);
    },
  );

  it("[CAL-5] gives the day of receipt itself for no days at all", () => {
    expect(addWorkingDays("2026-03-01", 0, calendar)).toBe("2026-03-01");
  });

  it.each(["2026-02-30", "2026-13-01", "02/03/2026", ""])("[CAL-5] refuses the date %j", (date) => {
    expect(() => addWorkingDays(date, 1, calendar)).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN])("[CAL-5] refuses %s days", (days) => {
    expect(() => addWorkingDays("2026-03-02", days, calendar)).toThrow(RangeError);
  });

  it("[CAL-5] refuses a calendar in which nobody ever works", () => {
    const weekend: readonly Weekday[] = [
      "sunday",
      "monday",
      "tuesday",
      "wednesday",
      "thursday",
      "friday",
      "saturday",
    ];
    const idle = { weekend, holidays: [], makeUpDays: [] };
    expect(() => addWorkingDays("2026-03-02", 1, idle)).toThrow(/no working days/u);
  });
});

describe("workingDaysBetween", () => {
  it.each(fixture.cases)(
    "[CAL-5] $id: from $from to $due there are $days days",
    ({ from, days, due }) => {
      expect(workingDaysBetween(from, due, calendar)).toBe(days);
      expect(workingDaysBetween(due, from, calendar)).toBe(0 - days);
    },
  );

  it("[CAL-5] counts nothing on the same day and over days off", () => {
    expect(workingDaysBetween("2026-03-02", "2026-03-02", calendar)).toBe(0);
    expect(workingDaysBetween("2026-03-06", "2026-03-08", calendar)).toBe(0);
    expect(workingDaysBetween("2026-03-08", "2026-03-06", calendar)).toBe(0);
    expect(workingDaysBetween("2026-03-09", "2026-03-06", calendar)).toBe(-1);
  });

  it("[CAL-5] counts a make-up Saturday", () => {
    expect(workingDaysBetween("2026-08-21", "2026-08-24", calendar)).toBe(2);
  });

  it("[CAL-5] undoes addWorkingDays, and adds up over any day between", () => {
    const aDay = fc.integer({ min: 0, max: 250 }).map((days) => addDays("2026-01-01", days));
    fc.assert(
      fc.property(aDay, fc.nat({ max: 20 }), aDay, (from, days, other) => {
        const due = addWorkingDays(from, days, calendar);
        expect(workingDaysBetween(from, due, calendar)).toBe(days);
        expect(
          workingDaysBetween(from, other, calendar) + workingDaysBetween(other, due, calendar),
        ).toBe(days);
      }),
    );
  });

  it.each([
    ["2026-02-30", "2026-03-02"],
    ["2026-03-02", "2026-02-30"],
    ["1900-01-01", "2030-01-01"],
  ])("[CAL-5] refuses %s to %s", (from, to) => {
    expect(() => workingDaysBetween(from, to, calendar)).toThrow(RangeError);
  });
});

describe("isWorkingDay", () => {
  it.each([
    ["a Monday", "2026-03-02", true],
    ["a Saturday", "2026-03-07", false],
    ["a make-up Saturday", "2026-08-22", true],
    ["a holiday", "2026-09-02", false],
    ["a day in lieu", "2026-04-27", false],
  ])("[CAL-5] judges %s", (_, date, expected) => {
    expect(isWorkingDay(date, calendar)).toBe(expected);
  });
});

it("[CAL-5] knows weekdays and steps over months, years and leap days", () => {
  expect(weekdayOf("2026-03-02")).toBe("monday");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
});
