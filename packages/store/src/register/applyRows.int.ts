import { expect, it } from "vitest";
import { aRegister, REGISTER_NOW } from "../testing/aRegister.ts";
import { aRecord, MARKED, rowsOf } from "../testing/registerRecords.ts";
import type { RegisterRow } from "./RegisterBatch.ts";

const COUNTS = { added: 0, changed: 0, same: 0, older: 0, expired: 0, refused: 0, refusals: [] };
const { code } = aRecord({});

it("a dossier is found as it was told, with masks in place of its holder", () => {
  const { register, take } = aRegister({});
  const told = aRecord({ fee: { amount: 8_000, isPaid: true }, updatedAt: 5 });
  expect(take(rowsOf(told))).toEqual({ ...COUNTS, added: 1 });
  const kept = register.find(code);
  expect(kept).toEqual({
    ref: expect.stringMatching(/^[\w-]{22}$/),
    source: "one-stop",
    changedAt: REGISTER_NOW,
    record: { ...told, holder: null },
    holder: { name: "N**", phone: "*** 739", kind: "citizen" },
    canProve: true,
  });
  expect(register.findByRef(kept?.ref ?? "")).toEqual(kept);
  expect(register.find("H56.29-261101-0004")).toBeNull();
  expect(register.findByRef("AAAAAAAAAAAAAAAAAAAAAA")).toBeNull();
  expect(register.findByRef("no ref")).toBeNull();
});

it("the same rows twice change nothing", () => {
  const { register, take } = aRegister({});
  const rows = rowsOf(aRecord({}), aRecord({ code: "H56.29-261101-0004", holder: null }));
  take(rows);
  const before = register.find(code);
  expect(take(rows, REGISTER_NOW + 1)).toEqual({ ...COUNTS, same: 2 });
  expect(register.find(code)).toEqual(before);
  expect(register.historyOf(before?.ref ?? "")).toHaveLength(1);
});

it("a change keeps the ref and adds a state to the history", () => {
  const { register, take } = aRegister({});
  take(rowsOf(aRecord({})));
  const ref = register.find(code)?.ref ?? "";
  expect(register.historyOf(ref)).toEqual([{ status: "4", at: Date.UTC(2026, 10, 2, 2) }]);
  take(rowsOf(aRecord({ unit: "A", statusAt: null })));
  take(rowsOf(aRecord({ status: "9", statusAt: REGISTER_NOW, finishedAt: REGISTER_NOW })));
  take(
    rowsOf(aRecord({ status: "9", statusAt: REGISTER_NOW, finishedAt: REGISTER_NOW, unit: "B" })),
  );
  take(rowsOf(aRecord({ status: null, statusAt: null })), REGISTER_NOW + 7);
  expect(register.find(code)).toMatchObject({ ref, record: { status: null, finishedAt: null } });
  expect(register.historyOf(ref)).toEqual([
    { status: "4", at: Date.UTC(2026, 10, 2, 2) },
    { status: "9", at: REGISTER_NOW },
    { status: null, at: REGISTER_NOW + 7 },
  ]);
});

it("dates a state without a date of its own by the date that goes with it", () => {
  const { register, take } = aRegister({});
  const returnedAt = REGISTER_NOW - 5_000;
  take(rowsOf(aRecord({ status: "2", statusAt: null, updatedAt: null })));
  take(rowsOf(aRecord({ status: "5", statusAt: null, updatedAt: REGISTER_NOW - 9_000 })));
  take(rowsOf(aRecord({ status: "10", statusAt: null, returnedAt, updatedAt: REGISTER_NOW })));
  const { receivedAt } = aRecord({});
  expect(register.historyOf(register.find(code)?.ref ?? "")).toEqual([
    { status: "2", at: receivedAt },
    { status: "5", at: REGISTER_NOW - 9_000 },
    { status: "10", at: returnedAt },
  ]);
});

it("an older version changes nothing, and a newer one may go back", () => {
  const { register, take } = aRegister({});
  take(rowsOf(aRecord({ status: "6", updatedAt: 20 })));
  expect(take(rowsOf(aRecord({ status: "9", updatedAt: 19 })))).toEqual({ ...COUNTS, older: 1 });
  expect(take(rowsOf(aRecord({ status: "4", updatedAt: 21 })))).toEqual({ ...COUNTS, changed: 1 });
  expect(register.find(code)?.record.status).toBe("4");
});

it("without a version a state that does not follow is refused, and one that does is newer", () => {
  const { register, take } = aRegister({});
  take(rowsOf(aRecord({ status: "4", updatedAt: 20 })));
  expect(take(rowsOf(aRecord({ status: "2" })))).toEqual({
    ...COUNTS,
    refused: 1,
    refusals: [{ row: 1, field: "status", reason: "status_goes_back" }],
  });
  expect(take(rowsOf(aRecord({ status: "9" })))).toEqual({ ...COUNTS, changed: 1 });
  expect(take(rowsOf(aRecord({ status: "4", updatedAt: 19 })))).toEqual({ ...COUNTS, older: 1 });
  expect(register.find(code)?.record.status).toBe("9");
});

it("a version that counts up without a change hides what is older from then on", () => {
  const { take } = aRegister({});
  take(rowsOf(aRecord({ updatedAt: 20 })));
  expect(take(rowsOf(aRecord({ updatedAt: 30 })))).toEqual({ ...COUNTS, same: 1 });
  expect(take(rowsOf(aRecord({ status: "9", updatedAt: 25 })))).toEqual({ ...COUNTS, older: 1 });
});

it("a version from a clock that is days ahead is not believed, so later ones are taken", () => {
  const { register, take } = aRegister({});
  const ahead = REGISTER_NOW + 3 * 24 * 60 * 60_000;
  take(rowsOf(aRecord({ updatedAt: ahead })));
  expect(register.find(code)?.record.updatedAt).toBeNull();
  const later = aRecord({ status: "9", updatedAt: REGISTER_NOW });
  expect(take(rowsOf(later))).toEqual({ ...COUNTS, changed: 1 });
});

it("a dossier twice in one batch is taken in the order of its rows", () => {
  const { register, take } = aRegister({});
  const rows = rowsOf(aRecord({}), aRecord({ status: "9" }), aRecord({ status: "9" }));
  expect(take(rows)).toEqual({ ...COUNTS, added: 1, changed: 1, same: 1 });
  expect(register.find(code)?.record.status).toBe("9");
});

it("rows that could not be read are refused beside those that could", () => {
  const { register, run, take } = aRegister({});
  const faults = [
    { field: "code", reason: "no_code" },
    { field: "receivedAt", reason: "no_such_date" },
  ];
  const report = take([{ row: 7, faults }, ...rowsOf(aRecord({}))]);
  const refusals = faults.map((fault) => ({ row: 7, ...fault }));
  expect(report).toEqual({ ...COUNTS, added: 1, refused: 1, refusals });
  expect(register.refusalsOf(run)).toEqual(refusals);
  expect(register.run(run)?.counts).toMatchObject({ added: 1, refused: 1 });
});

it("a batch that is not accepted leaves nothing but its report", () => {
  const { register, run } = aRegister({});
  const seen: string[] = [];
  const taken = register.apply({
    source: "one-stop",
    run,
    at: REGISTER_NOW,
    rows: [...rowsOf(aRecord({})), { row: 2, faults: [{ field: "code", reason: "no_code" }] }],
    cursor: "2",
    accept: ({ refused }) => refused === 0,
    onRow: ({ row }, outcome) => seen.push(`${row} ${outcome}`),
  });
  expect(taken).toMatchObject({ ok: false, error: { added: 1, refused: 1 } });
  expect(seen).toEqual(["1 added", "2 refused"]);
  expect([register.count(), register.boardDays(), register.source("one-stop")]).toEqual([
    0,
    [],
    null,
  ]);
  expect(register.run(run)?.counts.refused).toBe(0);
});

function* halfAFile(): Generator<RegisterRow> {
  yield* rowsOf(aRecord({}));
  throw new Error("the file ends in the middle of a row");
}

it("rows that end in an error leave nothing, and the register goes on", () => {
  const { register, run, take } = aRegister({});
  const broken = { source: "one-stop", run, at: REGISTER_NOW, rows: halfAFile(), cursor: "9" };
  expect(() => register.apply(broken)).toThrow("in the middle of a row");
  expect(register.count()).toBe(0);
  expect(register.source("one-stop")).toBeNull();
  expect(take(rowsOf(aRecord({})))).toEqual({ ...COUNTS, added: 1 });
});

it("the cursor of a source is kept with the rows it stands behind", () => {
  const { register, run } = aRegister({});
  const batch = { source: "one-stop", run, at: REGISTER_NOW, rows: rowsOf(aRecord({})) };
  register.apply({ ...batch, cursor: "page 2" });
  expect(register.source("one-stop")?.cursor).toBe("page 2");
  register.apply(batch);
  expect(register.source("one-stop")?.cursor).toBe("page 2");
});

it("only the holder's own last four digits prove a citizen's dossier", () => {
  const { register, take } = aRegister({});
  const other = { code: "H56.29-261101-0004", holder: { ...MARKED, kind: "business" } } as const;
  const short = {
    code: "H56.29-261101-0005",
    holder: { ...MARKED, phone: "1739", identity: null },
  };
  take(rowsOf(aRecord({}), aRecord(other), aRecord(short)));
  const ref = register.find(code)?.ref ?? "";
  const proved = ["1739", "0042", "0000", "", "739", "01739", "１７３９"].map((digits) =>
    register.provesBy(ref, digits),
  );
  expect(proved).toEqual([true, true, false, false, false, false, false]);
  for (const { code } of [other, short]) {
    const kept = register.find(code);
    expect(kept?.canProve).toBe(false);
    expect(register.provesBy(kept?.ref ?? "", "1739")).toBe(false);
  }
  expect(register.provesBy("AAAAAAAAAAAAAAAAAAAAAA", "1739")).toBe(false);
  expect(register.holderOf(ref)).toEqual(MARKED);
});

it("a state without a date is dated when it was told first, whatever else changes later", () => {
  const { register, take } = aRegister({});
  take(rowsOf(aRecord({ statusAt: null })), REGISTER_NOW + 1);
  const ref = register.find(code)?.ref ?? "";
  const first = [{ status: "4", at: REGISTER_NOW + 1 }];
  expect(register.historyOf(ref)).toEqual(first);
  take(rowsOf(aRecord({ statusAt: null, unit: "B" })), REGISTER_NOW + 2);
  take(rowsOf(aRecord({ statusAt: REGISTER_NOW + 3, unit: "C" })), REGISTER_NOW + 3);
  expect(register.historyOf(ref)).toEqual(first);
  expect(register.historyOf("AAAAAAAAAAAAAAAAAAAAAA")).toEqual([]);
});
