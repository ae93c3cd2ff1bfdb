import { addDays } from "@luot/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DossierRecord, dueOf, STATUS_CODES } from "../Dossier.ts";
import { closingOf, isAfterDue } from "../onTime.ts";
import { board, dayOf, isBalanced, NOW, TODAY, ZONE } from "../testing/aBoard.ts";
import { aDossier, vn } from "../testing/aDossier.ts";
import { contributionOf } from "./contributionOf.ts";
import { addTotals, DAY_TOTALS, type DayCount, type DayTotals, NO_TOTALS } from "./dayCounts.ts";
import { type BoardPeriod, periodOf } from "./periodOf.ts";
import type { BoardCounts } from "./sumBoard.ts";

const HOUR_MS = 3_600_000;

/** Dossiers whose times follow each other as they do. */
const aSoundDossier: fc.Arbitrary<DossierRecord> = fc
  .record({
    status: fc.constantFrom(...STATUS_CODES, null),
    receivedHours: fc.integer({ min: 1, max: 24 * 400 }),
    dueHours: fc.option(fc.integer({ min: 0, max: 24 * 60 })),
    closedHours: fc.integer({ min: 0, max: 24 * 90 }),
    agencyCode: fc.constantFrom("H56.01", "H56.29", null),
  })
  .map(({ status, receivedHours, dueHours, closedHours, agencyCode }) => {
    const receivedAt = NOW - receivedHours * HOUR_MS;
    const closed = Math.min(receivedAt + closedHours * HOUR_MS, NOW);
    const dueAt = dueHours === null ? null : receivedAt + dueHours * HOUR_MS;
    return aDossier({ status, receivedAt, dueAt, statusAt: closed, agencyCode });
  });

/** Dossiers whose source has its clock wrong. */
const aWildDossier: fc.Arbitrary<DossierRecord> = fc
  .record({
    status: fc.constantFrom(...STATUS_CODES, null),
    times: fc.array(fc.option(fc.integer({ min: -24 * 400, max: 24 * 100 })), {
      minLength: 6,
      maxLength: 6,
    }),
  })
  .map(({ status, times }) => {
    const [receivedAt, dueAt, newDueAt, finishedAt, returnedAt, statusAt] = times.map((hours) =>
      hours === null ? null : NOW + hours * HOUR_MS,
    );
    return aDossier({
      status,
      receivedAt: receivedAt ?? NOW,
      dueAt: dueAt ?? null,
      newDueAt: newDueAt ?? null,
      finishedAt: finishedAt ?? null,
      returnedAt: returnedAt ?? null,
      statusAt: statusAt ?? null,
    });
  });

const aPeriod: fc.Arbitrary<BoardPeriod> = fc
  .record({
    kind: fc.constantFrom("day", "month", "quarter", "year"),
    daysAgo: fc.integer({ min: -40, max: 400 }),
  })
  .map(({ kind, daysAgo }) => periodOf(kind, addDays(TODAY, -daysAgo)));

const isOpenAfter = (one: Seen, day: string): boolean => one.closed === null || one.closed > day;

const isKept = (one: Seen): boolean => one.as === "early" || one.as === "onTime";

/** The same board by looking at every dossier, without any sum. */
function counted(dossiers: readonly DossierRecord[], { from, to }: BoardPeriod): BoardCounts {
  const known = dossiers.filter(({ status }) => status !== "1").map(seen);
  const isIn = (day: string | null): boolean => day !== null && day >= from && day <= to;
  const count = (test: (one: Seen) => boolean): number => known.filter(test).length;
  const inProgress = known.filter((one) => one.received <= to && isOpenAfter(one, to));
  const isLate = ({ due, dueDay }: Seen): boolean =>
    due !== null && dueDay !== null && (to < TODAY ? dueDay <= to : isAfterDue(NOW, due));
  const overdue = inProgress.filter(isLate).length;
  const hasPassed = ({ due }: Seen): boolean =>
    to < TODAY || (due !== null && isAfterDue(NOW, due));
  return {
    carriedOver: count((one) => one.received < from && isOpenAfter(one, addDays(from, -1))),
    received: count((one) => isIn(one.received)),
    resolved: {
      early: count((one) => isIn(one.closed) && one.as === "early"),
      onTime: count((one) => isIn(one.closed) && one.as === "onTime"),
      late: count((one) => isIn(one.closed) && one.as === "late"),
    },
    ended: count((one) => isIn(one.closed) && one.as === "ended"),
    inProgress: { inTime: inProgress.length - overdue, overdue },
    due: count((one) => isIn(one.dueDay) && one.isDue && (isKept(one) || hasPassed(one))),
    dueKept: count((one) => isIn(one.dueDay) && isKept(one)),
  };
}

interface Seen {
  readonly received: string;
  readonly due: number | null;
  readonly dueDay: string | null;
  readonly closed: string | null;
  readonly as: "early" | "onTime" | "late" | "ended" | "open";
  readonly isDue: boolean;
}

const minuteOf = (time: number): number => Math.floor(time / 60_000);

function seen(dossier: DossierRecord): Seen {
  const closing = closingOf(dossier);
  const due = dueOf(dossier);
  const at = closing.kind === "open" ? null : closing.at;
  const dueDay = due === null ? null : dayOf(due);
  const isLate = due !== null && at !== null && minuteOf(at) > minuteOf(due);
  const isEarly = dueDay !== null && at !== null && dayOf(at) < dueDay;
  const resolution = isLate ? "late" : isEarly ? "early" : "onTime";
  return {
    received: dayOf(dossier.receivedAt),
    due,
    dueDay,
    closed: at === null ? null : dayOf(at),
    as: closing.kind === "resolved" ? resolution : closing.kind,
    isDue: due !== null && (closing.kind !== "ended" || isLate),
  };
}

const due = (time: string): DossierRecord => aDossier({ dueAt: vn(`2026-11-24 ${time}`) });

describe("a board", () => {
  it("equals a count of every dossier, for any period", () => {
    fc.assert(
      fc.property(fc.array(aSoundDossier, { maxLength: 40 }), aPeriod, (dossiers, period) => {
        expect(board(dossiers, period)).toEqual(counted(dossiers, period));
      }),
      { numRuns: 200 },
    );
  });

  it("balances, and shows nothing below nought, whatever a source says", () => {
    fc.assert(
      fc.property(fc.array(aWildDossier, { maxLength: 20 }), aPeriod, (dossiers, period) => {
        const counts = board(dossiers, period);
        expect(isBalanced(counts)).toBe(true);
        const { resolved, inProgress, ...rest } = counts;
        const all = [...Object.values(resolved), ...Object.values(inProgress)];
        expect(Math.min(...all, ...Object.values(rest))).toBeGreaterThanOrEqual(0);
        expect(counts.dueKept).toBeLessThanOrEqual(counts.due);
      }),
      { numRuns: 200 },
    );
  });

  it("hands on to a period what the one before left open", () => {
    fc.assert(
      fc.property(fc.array(aWildDossier, { maxLength: 20 }), aPeriod, (dossiers, period) => {
        const next = periodOf("day", addDays(period.to, 1));
        const { inTime, overdue } = board(dossiers, period).inProgress;
        expect(board(dossiers, next).carriedOver).toBe(inTime + overdue);
      }),
    );
  });

  it("kept up change by change equals a recount", () => {
    const aRecord = fc.oneof(aSoundDossier, aWildDossier);
    const aChange = fc.tuple(fc.nat({ max: 9 }), fc.option(aRecord));
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 60 }), (changes) => {
        const dossiers = new Map<number, DossierRecord>();
        const kept = new Map<string, DayTotals>();
        for (const [place, record] of changes) {
          const old = dossiers.get(place);
          if (old !== undefined) addTo(kept, contributionOf(old, ZONE), -1);
          if (record === null) dossiers.delete(place);
          else {
            dossiers.set(place, record);
            addTo(kept, contributionOf(record, ZONE), 1);
          }
        }
        const recount = new Map<string, DayTotals>();
        for (const record of dossiers.values()) addTo(recount, contributionOf(record, ZONE), 1);
        expect(withoutEmpty(kept)).toEqual(withoutEmpty(recount));
      }),
    );
  });

  it("leaves out what is only registered", () => {
    expect(contributionOf(aDossier({ status: "1" }), ZONE)).toEqual([]);
  });

  it("counts nothing twice and keeps no empty row", () => {
    fc.assert(
      fc.property(aWildDossier, (dossier) => {
        const rows = contributionOf(dossier, ZONE);
        expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
        for (const row of rows) {
          const numbers = DAY_TOTALS.map((name) => row[name]);
          expect(numbers.every((number) => number === 0 || number === 1)).toBe(true);
          expect(numbers).toContain(1);
        }
      }),
    );
  });

  it("shows nothing below nought for a dossier due before it is received", () => {
    const odd = aDossier({ receivedAt: vn("2026-11-25 08:00"), dueAt: vn("2026-11-24 09:00") });
    const { inProgress } = board([odd], periodOf("day", TODAY));
    expect(inProgress).toEqual({ inTime: 0, overdue: 0 });
  });

  it("counts as due what the clock has passed and what is kept, in a period that runs", () => {
    const kept = aDossier({
      status: "9",
      receivedAt: vn("2026-11-20 09:00"),
      dueAt: vn("2026-11-28 17:00"),
      finishedAt: vn("2026-11-23 09:00"),
    });
    const later = aDossier({ dueAt: vn("2026-11-27 17:00") });
    const all = [due("09:59"), due("10:00"), due("17:00"), later, kept];
    expect(board(all, periodOf("month", TODAY))).toMatchObject({ due: 2, dueKept: 1 });
    expect(board(all, periodOf("day", TODAY))).toMatchObject({ due: 1, dueKept: 0 });
    expect(board(all, periodOf("day", "2026-11-27"))).toMatchObject({ due: 0, dueKept: 0 });
    expect(board(all, periodOf("day", "2026-11-28"))).toMatchObject({ due: 1, dueKept: 1 });
  });

  it("says to the minute what is overdue today", () => {
    const { inProgress } = board(
      [due("09:59"), due("10:00"), due("17:00")],
      periodOf("day", TODAY),
    );
    expect(inProgress).toEqual({ inTime: 2, overdue: 1 });
  });
});

function addTo(sums: Map<string, DayTotals>, rows: readonly DayCount[], sign: 1 | -1): void {
  for (const { agencyCode, day, ...totals } of rows) {
    const key = `${agencyCode} ${day}`;
    const signed = { ...NO_TOTALS };
    for (const name of DAY_TOTALS) Object.assign(signed, { [name]: sign * totals[name] });
    sums.set(key, addTotals(sums.get(key) ?? NO_TOTALS, signed));
  }
}

function withoutEmpty(sums: ReadonlyMap<string, DayTotals>): ReadonlyMap<string, DayTotals> {
  return new Map(
    [...sums]
      .filter(([, totals]) => Object.values(totals).some((number) => number !== 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
