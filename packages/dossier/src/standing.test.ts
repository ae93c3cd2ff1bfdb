import { type WorkingDayCalendar } from "@luot/domain";
import { describe, expect, it } from "vitest";
import type { DossierRecord } from "./Dossier.ts";
import { standingOf } from "./standing.ts";
import { aDossier, vn } from "./testing/aDossier.ts";

const calendar: WorkingDayCalendar = {
  weekend: ["saturday", "sunday"],
  holidays: ["2026-11-24"],
  makeUpDays: [],
};
const RULES = { calendar, timeZone: "Asia/Ho_Chi_Minh", dueSoonDays: 1 };
const at = (now: string, changes: Partial<DossierRecord> = {}): string => {
  const { light, daysLeft } = standingOf(aDossier(changes), vn(now), RULES);
  return `${light} ${daysLeft}`;
};

describe("the light", () => {
  it.each([
    ["2026-11-18 10:00", "on_time 4"],
    ["2026-11-20 10:00", "on_time 2"],
    ["2026-11-22 10:00", "on_time 2"],
    ["2026-11-23 10:00", "due_soon 1"],
    ["2026-11-24 10:00", "due_soon 1"],
    ["2026-11-25 00:00", "due_soon 0"],
    ["2026-11-25 15:00:59.999", "due_soon 0"],
    ["2026-11-25 15:01", "overdue 0"],
    ["2026-11-26 00:00", "overdue -1"],
    ["2026-11-28 12:00", "overdue -2"],
    ["2026-11-30 12:00", "overdue -3"],
  ])("at %s, due on Wednesday 25/11/2026 15:00, is %s", (now, expected) => {
    expect(at(now)).toBe(expected);
  });

  it("counts over a weekend after the due day as no day late", () => {
    const dueAt = vn("2026-11-27 15:00");
    expect(at("2026-11-28 08:00", { dueAt })).toBe("overdue 0");
  });

  it("follows the new time of what was put off", () => {
    expect(at("2026-11-26 08:00", { newDueAt: vn("2026-12-03 17:00") })).toBe("on_time 5");
  });

  it("warns as early as the centre wants", () => {
    const rules = { ...RULES, dueSoonDays: 4 };
    expect(standingOf(aDossier(), vn("2026-11-18 10:00"), rules).light).toBe("due_soon");
  });

  it.each([
    ["a result", { status: "9" }],
    ["a returned one", { status: "10" }],
    ["a refused one", { status: "3" }],
    ["a withdrawn one", { status: "7" }],
    ["a stopped one", { status: "8" }],
    ["one whose work is done", { status: "6", finishedAt: vn("2026-11-20 10:00") }],
    ["one without a time", { dueAt: null }],
  ] as const)("is off for %s", (_, changes) => {
    expect(at("2026-12-24 10:00", changes)).toBe("null null");
  });
});

const shown = (changes: Partial<DossierRecord>): string =>
  standingOf(aDossier(changes), vn("2026-11-18 10:00"), RULES)
    .timeline.map(({ step, state }) => `${step}:${state}`)
    .join(" ");

const times = (changes: Partial<DossierRecord>): readonly (number | null)[] =>
  standingOf(aDossier({ receivedAt: 1, statusAt: 9, ...changes }), 10, RULES).timeline.map(
    (step) => step.at,
  );

describe("the timeline", () => {
  it.each([
    ["1", "registered:now received:ahead processing:ahead result:ahead returned:ahead"],
    ["2", "received:now processing:ahead result:ahead returned:ahead"],
    ["3", "registered:done received:blocked processing:ahead result:ahead returned:ahead"],
    ["4", "received:done processing:now result:ahead returned:ahead"],
    ["5", "received:done processing:blocked result:ahead returned:ahead"],
    ["6", "received:done processing:blocked result:ahead returned:ahead"],
    ["7", "received:done processing:blocked result:ahead returned:ahead"],
    ["8", "received:done processing:blocked result:ahead returned:ahead"],
    ["9", "received:done processing:done result:now returned:ahead"],
    ["10", "received:done processing:done result:done returned:done"],
    [null, "received:now processing:ahead result:ahead returned:ahead"],
  ] as const)("of status %s is %s", (status, expected) => {
    expect(shown({ status })).toBe(expected);
  });

  it("reads an unknown status by its dates", () => {
    expect(shown({ status: null, finishedAt: 1 })).toContain("result:now");
    expect(shown({ status: null, returnedAt: 1 })).toContain("returned:done");
  });

  it("says when each step was reached, and never guesses", () => {
    expect(times({ status: "4" })).toEqual([1, 9, null, null]);
    expect(times({ status: "9", finishedAt: 5 })).toEqual([1, 5, 5, null]);
    expect(times({ status: "9" })).toEqual([1, 9, 9, null]);
    expect(times({ status: "10", finishedAt: 5, returnedAt: 7 })).toEqual([1, 5, 5, 7]);
    expect(times({ status: "10" })).toEqual([1, null, null, 9]);
    expect(times({ status: "3" })).toEqual([1, 9, null, null, null]);
  });
});
