import { describe, expect, it } from "vitest";
import type { DossierRecord } from "./Dossier.ts";
import { closingOf, isDue, onTimeRatio, resolvedAs } from "./onTime.ts";
import { aDossier, vn } from "./testing/aDossier.ts";

const ZONE = "Asia/Ho_Chi_Minh";
const finished = (at: string, changes: Partial<DossierRecord> = {}): DossierRecord =>
  aDossier({ status: "9", finishedAt: vn(at), ...changes });

describe("resolvedAs", () => {
  it.each([
    ["2026-11-24 23:59:59", "early"],
    ["2026-11-25 00:00", "on_time"],
    ["2026-11-25 15:00", "on_time"],
    ["2026-11-25 15:00:59.999", "on_time"],
    ["2026-11-25 15:01", "late"],
    ["2026-11-26 08:00", "late"],
  ])("judges a result of %s, due 25/11/2026 15:00, as %s", (at, expected) => {
    expect(resolvedAs(finished(at), ZONE)).toBe(expected);
  });

  it("counts the days of the centre's time zone", () => {
    const late = finished("2026-11-24 23:30");
    expect(resolvedAs(late, ZONE)).toBe("early");
    expect(resolvedAs(late, "Pacific/Auckland")).toBe("on_time");
  });

  it("counts what was put off from its new time", () => {
    const newDueAt = vn("2026-12-01 10:00");
    expect(resolvedAs(finished("2026-11-26 08:00", { newDueAt }), ZONE)).toBe("early");
    expect(resolvedAs(finished("2026-12-01 10:01", { newDueAt }), ZONE)).toBe("late");
  });

  it("takes for on time what has no due time, or no known time of finishing", () => {
    expect(resolvedAs(finished("2026-11-26 08:00", { dueAt: null }), ZONE)).toBe("on_time");
    const silent = aDossier({ status: "9", statusAt: null });
    expect(resolvedAs(silent, ZONE)).toBe("on_time");
  });

  it("has no answer without a result", () => {
    for (const status of ["1", "2", "3", "4", "5", "6", "7", "8", null] as const)
      expect(resolvedAs(aDossier({ status }), ZONE)).toBeNull();
  });
});

describe("closingOf", () => {
  it("asks the end of the work first, then the return, the status, the record", () => {
    const all = { finishedAt: 4, returnedAt: 5, statusAt: 6, updatedAt: 7 };
    const at = (changes: Partial<DossierRecord>): unknown =>
      closingOf(aDossier({ status: "10", ...all, ...changes }));
    expect(at({})).toEqual({ kind: "resolved", at: 4, isKnown: true });
    expect(at({ finishedAt: null })).toMatchObject({ at: 5 });
    expect(at({ finishedAt: null, returnedAt: null })).toMatchObject({ at: 6 });
    const nothing = { finishedAt: null, returnedAt: null, statusAt: null };
    expect(at(nothing)).toMatchObject({ at: 7, isKnown: true });
    expect(at({ ...nothing, updatedAt: null, receivedAt: 1 })).toMatchObject({
      at: 1,
      isKnown: false,
    });
  });

  it.each(["3", "7", "8"] as const)(
    "ends a dossier of status %s, whatever else is said",
    (status) => {
      const dossier = aDossier({ status, finishedAt: 1, returnedAt: 2, statusAt: 3 });
      expect(closingOf(dossier)).toEqual({ kind: "ended", at: 3 });
      expect(closingOf({ ...dossier, statusAt: null })).toEqual({ kind: "ended", at: 1 });
    },
  );

  it("takes the work for done when a source says so, though a fee is still due", () => {
    expect(closingOf(aDossier({ status: "6", finishedAt: 9 }))).toMatchObject({ at: 9 });
    expect(closingOf(aDossier({ status: "6" }))).toEqual({ kind: "open" });
  });
});

describe("isDue", () => {
  it.each([
    ["an open one", {}, true],
    ["one without a time", { dueAt: null }, false],
    ["one withdrawn before its time", { status: "7", statusAt: vn("2026-11-25 15:00") }, false],
    ["one withdrawn after its time", { status: "7", statusAt: vn("2026-11-25 15:01") }, true],
    ["a late result", { status: "9", finishedAt: vn("2026-12-25 15:00") }, true],
  ] as const)("judges %s", (_, changes, expected) => {
    expect(isDue(aDossier(changes))).toBe(expected);
  });
});

describe("onTimeRatio", () => {
  const counts = {
    resolved: { early: 8_000, onTime: 6_100, late: 50 },
    due: 14_100,
    dueKept: 14_064,
  };

  it("divides by what was resolved, or by what fell due, and says by how many", () => {
    expect(onTimeRatio(counts, "resolved")).toEqual({
      numerator: 14_100,
      denominator: 14_150,
      ratio: 14_100 / 14_150,
    });
    expect(onTimeRatio(counts, "due")).toMatchObject({ numerator: 14_064, denominator: 14_100 });
  });

  it("has no ratio of nothing", () => {
    const none = { resolved: { early: 0, onTime: 0, late: 0 }, due: 0, dueKept: 0 };
    expect(onTimeRatio(none, "due").ratio).toBeNull();
  });
});
