import fc from "fast-check";
import { expect, it } from "vitest";
import { aRegister, REGISTER_NOW } from "../testing/aRegister.ts";
import { lookInto } from "../testing/lookInto.ts";
import { aRecord, contributionOf, MARKED, rowsOf, TEST_RULES } from "../testing/registerRecords.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { openRegister } from "./openRegister.ts";
import type { RegisterRecord } from "./RegisterRecord.ts";
import { registerKey, registerPath } from "./registerKey.ts";

const DAY_MS = 24 * 60 * 60_000;
const DAYS = fc.integer({ min: 1, max: 9 }).map((day) => REGISTER_NOW - day * DAY_MS);
const KEEP = { holderDays: 90, dossierDays: 1_000, lookUpDays: 30 };

const RECORDS = fc.array(
  fc
    .record({
      code: fc.constantFrom("a", "b", "c", "d"),
      agencyCode: fc.constantFrom("H56.01", "H56.02", "", null),
      receivedAt: DAYS,
      dueAt: fc.option(DAYS),
      finishedAt: fc.option(DAYS),
      returnedAt: fc.option(fc.constant(REGISTER_NOW - 1_002 * DAY_MS)),
      updatedAt: fc.option(fc.integer({ min: 0, max: 5 })),
      status: fc.constantFrom("4", "9", null),
    })
    .map(aRecord),
  { maxLength: 12 },
);

it("the board that is kept up with every batch equals a full recount", () => {
  fc.assert(
    fc.property(fc.array(RECORDS, { maxLength: 5 }), (batches) => {
      const { register, take } = aRegister({});
      for (const records of batches) {
        take(rowsOf(...records));
        const kept = register.boardDays();
        expect(register.recountBoard()).toBe(0);
        expect(register.boardDays()).toEqual(kept);
      }
      register.close();
    }),
    { numRuns: 30 },
  );
});

function received(code: string, day: number, agencyCode: string | null): RegisterRecord {
  return aRecord({ code, receivedAt: Date.UTC(2026, 9, day), agencyCode, dueAt: null });
}

function due(code: string, dueAt: number, finishedAt: number | null): RegisterRecord {
  return aRecord({ code, dueAt, finishedAt });
}

it("sums are of an agency and of the days that are asked for, both included", () => {
  const { register, take } = aRegister({});
  take(rowsOf(received("a", 1, "A"), received("b", 2, "A"), received("c", 2, null)));
  const sums = (from: string | null, to: string | null) =>
    register.boardSums({ from, to }).map(({ agencyCode, received }) => [agencyCode, received]);
  expect(sums(null, null)).toEqual(
    expect.arrayContaining([
      ["A", 2],
      [null, 1],
    ]),
  );
  expect(sums("2026-10-02", "2026-10-02")).toEqual(
    expect.arrayContaining([
      ["A", 1],
      [null, 1],
    ]),
  );
  expect(sums(null, "2026-10-01")).toEqual([["A", 1]]);
  expect(sums("2026-10-03", null)).toEqual([]);
});

it("open dossiers are counted by the time they are due, from one and before another", () => {
  const { register, take } = aRegister({});
  take(rowsOf(due("a", 10, null), due("b", 20, null), due("c", 10, 5)));
  expect(register.openDueBetween(10, 20)).toEqual([{ agencyCode: "H56.29", count: 1 }]);
  take(rowsOf(aRecord({ code: "a", dueAt: 10, newDueAt: 30 })));
  expect(register.openDueBetween(10, 21)).toEqual([{ agencyCode: "H56.29", count: 1 }]);
  expect(register.openDueBetween(30, 31)).toEqual([{ agencyCode: "H56.29", count: 1 }]);
});

it("what an erased dossier counted stays on the board, unless it never came to an end", () => {
  const { register, take } = aRegister({});
  const returnedAt = REGISTER_NOW - 999 * DAY_MS;
  const old = { receivedAt: returnedAt, returnedAt };
  take(rowsOf(aRecord({ ...old, code: "closed", finishedAt: returnedAt })));
  const closed = register.boardDays();
  take(rowsOf(aRecord({ ...old, code: "open" })));
  expect(register.eraseExpired(REGISTER_NOW + 3 * DAY_MS, KEEP).dossiers).toBe(2);
  expect(register.boardDays()).toEqual(closed);
  expect(register.recountBoard()).toBe(0);
  expect(register.count()).toBe(0);
});

it("a board that went wrong is put right by a recount, which says how many days", () => {
  const folder = temporaryFolder();
  const { register, take } = aRegister({ folder, key: registerKey(folder) });
  take(rowsOf(aRecord({})));
  const right = register.boardDays();
  lookInto(registerPath(folder)).exec(
    `UPDATE board_days SET received = 7 WHERE received = 1;
     INSERT INTO board_days SELECT 'X', day, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM board_days LIMIT 1`,
  );
  expect(register.recountBoard()).toBe(2);
  expect(register.boardDays()).toEqual(right);
});

it("another time zone counts the board anew, and another way of masking makes the masks anew", () => {
  const folder = temporaryFolder();
  const key = registerKey(folder);
  const { register, take } = aRegister({ folder, key });
  take(rowsOf(aRecord({ receivedAt: Date.UTC(2026, 10, 1, 20), dueAt: null })));
  const day = () => register.boardDays()[0]?.day;
  expect(day()).toBe("2026-11-01");
  register.adopt({ ...TEST_RULES, contributionOf: contributionOf(7 * 3_600_000) });
  expect(day()).toBe("2026-11-01");
  const local = { boardId: "+7", contributionOf: contributionOf(7 * 3_600_000) };
  const hidden = { maskId: "hidden", maskName: () => null };
  register.adopt({ ...TEST_RULES, ...local, ...hidden });
  expect(day()).toBe("2026-11-02");
  const { code } = aRecord({});
  const masked = { name: null, phone: "*** 739", kind: "citizen" };
  expect(register.find(code)?.holder).toEqual(masked);
  register.close();

  const again = openRegister(folder, { key, rules: TEST_RULES, now: REGISTER_NOW });
  expect(again.boardDays()[0]?.day).toBe("2026-11-01");
  expect(again.find(code)?.holder?.name).toBe("N**");
  expect(again.holderOf(again.find(code)?.ref ?? "")).toEqual(MARKED);
  again.close();
});
