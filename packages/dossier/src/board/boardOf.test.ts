import { describe, expect, it } from "vitest";
import { createAgencyIndex } from "../agencies.ts";
import { TODAY } from "../testing/aBoard.ts";
import { type AgencySums, boardOf } from "./boardOf.ts";
import { NO_TOTALS } from "./dayCounts.ts";
import { periodOf } from "./periodOf.ts";

const sums = (agencyCode: string | null, received: number): AgencySums => ({
  agencyCode,
  before: NO_TOTALS,
  within: { ...NO_TOTALS, received },
  openDueBeforeToday: 0,
  openDuePassedToday: 0,
});

describe("boardOf", () => {
  const period = periodOf("month", TODAY);
  const frame = {
    period,
    today: TODAY,
    agencyIds: ["b", "a"],
    index: createAgencyIndex([
      { id: "a", codes: ["H56.01", "000.00.01.H56"] },
      { id: "b", codes: ["H56.29"] },
    ]),
  };
  const shown = (all: readonly AgencySums[]): unknown =>
    boardOf(all, frame).agencies.map(({ agencyId, counts }) => [agencyId, counts.received]);

  it("brings the identifiers of an agency together, in the centre's order, others last", () => {
    const all = [sums("H56.01", 1), sums("000.00.01.H56", 2), sums("H22.1", 4), sums(null, 8)];
    expect(shown(all)).toEqual([
      ["b", 0],
      ["a", 3],
      [null, 12],
    ]);
    expect(boardOf(all, frame).total).toMatchObject({ received: 15, inProgress: { inTime: 15 } });
  });

  it("has no row for others when there are none", () => {
    expect(shown([sums("H56.29.3", 1)])).toEqual([
      ["b", 1],
      ["a", 0],
    ]);
  });
});
