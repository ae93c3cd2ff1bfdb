import { describe, expect, it } from "vitest";
import { aCalendar, T0 } from "../testing/aCentre.ts";
import type { Calendar, Season, Session } from "./Calendar.ts";
import { minutesOf, nextOpening, openingAt, serviceDayOf, sessionsOf } from "./sessions.ts";

const day = (...times: readonly (readonly [string, string])[]): readonly Session[] =>
  times.map(([opens, closes]) => ({ opens, closes }));
const SUMMER = day(["07:30", "11:30"], ["13:30", "17:00"]);
const WINTER = day(["08:00", "12:00"], ["13:00", "16:30"]);
const SATURDAY = day(["08:00", "11:00"]);

function season(from: string, to: string, plan: readonly Session[]): Season {
  const weekly = {
    sunday: [],
    monday: plan,
    tuesday: plan,
    wednesday: plan,
    thursday: plan,
    friday: plan,
    saturday: SATURDAY,
  };
  return { from, to, weekly, makeUp: plan };
}

const calendar: Calendar = aCalendar({
  alwaysOpen: false,
  lastTicketMinutes: 15,
  holidays: ["2026-03-09", "2026-08-22"],
  makeUpDays: ["2026-08-22", "2026-03-14"],
  seasons: [season("04-16", "10-15", SUMMER), season("10-16", "04-15", WINTER)],
});

const at = (local: string): number => Date.parse(`${local}:00+07:00`);

describe("sessionsOf", () => {
  it.each([
    ["an ordinary day", "2026-03-02", WINTER],
    ["a summer day", "2026-07-01", SUMMER],
    ["the last day of a season", "2026-04-15", WINTER],
    ["the first day of the next", "2026-04-16", SUMMER],
    ["New Year's Eve", "2026-12-31", WINTER],
    ["the day after", "2027-01-01", WINTER],
    ["29 February", "2028-02-29", WINTER],
    ["an open Saturday", "2026-03-07", SATURDAY],
    ["a Sunday", "2026-03-08", []],
  ])("[CAL-1] follows the weekly plan of the season on %s", (_, date, sessions) => {
    expect(sessionsOf(date, calendar)).toEqual(sessions);
  });

  it("[CAL-2] is closed on holidays, and works the whole plan on make-up days", () => {
    expect(sessionsOf("2026-03-09", calendar)).toEqual([]);
    expect(sessionsOf("2026-03-14", calendar)).toEqual(WINTER);
    // Both at once: somebody made the day up after all.
    expect(sessionsOf("2026-08-22", calendar)).toEqual(SUMMER);
  });

  it("[CAL-1] is closed in a part of the year without a plan", () => {
    const half = { ...calendar, seasons: [season("04-16", "10-15", SUMMER)] };
    expect(sessionsOf("2026-03-02", half)).toEqual([]);
  });

  it("[CAL-1] is open all day, every day, in a demonstration", () => {
    const sessions = sessionsOf("2026-03-08", { ...calendar, alwaysOpen: true });
    expect(sessions).toEqual(day(["00:00", "24:00"]));
  });
});

describe("openingAt", () => {
  it.each([
    ["2026-03-02T07:59", "closed"],
    ["2026-03-02T08:00", "open 1"],
    ["2026-03-02T11:44", "open 1"],
    ["2026-03-02T11:45", "closing 1"],
    ["2026-03-02T11:59", "closing 1"],
    ["2026-03-02T12:00", "closed"],
    ["2026-03-02T13:00", "open 2"],
    ["2026-03-02T16:30", "closed"],
    ["2026-03-08T09:00", "closed"],
  ])("[CAL-3] at %s the centre is %s", (local, expected) => {
    const opening = openingAt(at(local), calendar);
    const shown = opening.kind === "closed" ? "closed" : `${opening.kind} ${opening.sessionId}`;
    expect(shown).toBe(expected);
  });

  it("[CAL-3] knows no last ticket in a demonstration", () => {
    const open = { kind: "open", sessionId: "1" };
    expect(openingAt(at("2026-03-02T23:59"), { ...calendar, alwaysOpen: true })).toEqual(open);
  });
});

describe("nextOpening", () => {
  it.each([
    ["later today", "2026-03-02T06:00", "2026-03-02", "08:00"],
    ["after lunch", "2026-03-02T08:00", "2026-03-02", "13:00"],
    ["tomorrow", "2026-03-02T13:00", "2026-03-03", "08:00"],
    ["after a Sunday and a holiday", "2026-03-07T12:00", "2026-03-10", "08:00"],
    ["over New Year", "2026-12-31T20:00", "2027-01-01", "08:00"],
  ])("[CAL-4] finds the one %s", (_, local, date, opens) => {
    expect(nextOpening(at(local), calendar)).toEqual({ date, opens });
  });

  it("[CAL-4] says when nothing is planned", () => {
    expect(nextOpening(T0, { ...calendar, seasons: [] })).toBeNull();
  });
});

describe("days and times", () => {
  it("[DAY-1] counts the service day in the centre's time zone", () => {
    expect(serviceDayOf(at("2026-03-02T00:00"), calendar)).toBe("2026-03-02");
    expect(serviceDayOf(at("2026-03-02T00:00") - 1, calendar)).toBe("2026-03-01");
  });

  it("[CAL-1] reads wall times, 24:00 included, and refuses what is none", () => {
    expect([minutesOf("00:00"), minutesOf("07:30"), minutesOf("24:00")]).toEqual([0, 450, 1_440]);
    for (const wrong of ["24:01", "7h30", "", "-1:00"])
      expect(() => minutesOf(wrong)).toThrow(RangeError);
  });
});
