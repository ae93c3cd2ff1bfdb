import { addDays } from "@luot/domain";
import { describe, expect, it } from "vitest";
import type { DossierRecord } from "../Dossier.ts";
import { onTimeRatio } from "../onTime.ts";
import { board, isBalanced } from "../testing/aBoard.ts";
import { aDossier, vn } from "../testing/aDossier.ts";
import { periodOf } from "./periodOf.ts";

const received = (day: string, changes: Partial<DossierRecord>): DossierRecord =>
  aDossier({ receivedAt: vn(`${day} 09:00`), status: "9", dueAt: null, ...changes });

/** Per cent with two decimals, as the press prints them. */
const percent = (ratio: number | null): string => ((ratio ?? NaN) * 100).toFixed(2);

const many = (count: number, make: (at: number) => DossierRecord): readonly DossierRecord[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Published figures of Vĩnh Phúc's centre, third quarter of 2021 (press, by Hải Đăng). */
describe("Vĩnh Phúc, third quarter of 2021", () => {
  const dossiers = [
    // 2,191 carried over: 2,000 kept, 30 late, 161 that are due after the quarter.
    ...many(2_000, (at) => {
      const due = addDays("2021-07-01", at % 60);
      return received("2021-06-20", { dueAt: vn(`${due} 17:00`), finishedAt: vn(`${due} 08:00`) });
    }),
    ...many(30, () =>
      received("2021-06-21", {
        dueAt: vn("2021-07-10 17:00"),
        finishedAt: vn("2021-07-12 08:00"),
      }),
    ),
    ...many(161, () => received("2021-06-30", { status: "4", dueAt: vn("2021-10-05 17:00") })),
    // 14,043 new: 12,064 kept, 6 not, 1,973 that are due after the quarter.
    ...many(12_064, (at) => {
      const day = addDays("2021-07-05", at % 70);
      const due = addDays(day, 10);
      const finished = at % 3 === 0 ? `${due} 17:00:59` : `${addDays(day, 8)} 15:00`;
      return received(day, { dueAt: vn(`${due} 17:00`), finishedAt: vn(finished) });
    }),
    ...many(6, () =>
      received("2021-08-02", { status: "4", dueAt: vn("2021-08-20 17:00"), finishedAt: null }),
    ),
    ...many(1_973, () => received("2021-09-25", { status: "4", dueAt: vn("2021-10-12 17:00") })),
  ];
  const counts = board(dossiers, periodOf("quarter", "2021-08-15"));

  it("is reproduced: 2,191 carried over, 14,043 received, 14,064 of 14,100 due kept", () => {
    expect(dossiers).toHaveLength(16_234);
    expect(counts).toMatchObject({
      carriedOver: 2_191,
      received: 14_043,
      due: 14_100,
      dueKept: 14_064,
    });
    expect(isBalanced(counts)).toBe(true);
    expect(counts.inProgress).toEqual({ inTime: 2_134, overdue: 6 });
  });

  it("prints its ratio with the denominator it has", () => {
    expect(percent(onTimeRatio(counts, "due").ratio)).toBe("99.74");
    expect(onTimeRatio(counts, "due").denominator).toBe(14_100);
    const resolved = onTimeRatio(counts, "resolved");
    expect([resolved.numerator, resolved.denominator]).toEqual([14_064, 14_094]);
    expect(percent(resolved.ratio)).toBe("99.79");
  });
});
