import { rmSync } from "node:fs";
import { expect, it } from "vitest";
import { aRegister, REGISTER_NOW } from "../testing/aRegister.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { aRecord, rowsOf, TEST_RULES } from "../testing/registerRecords.ts";
import { openRegister } from "./openRegister.ts";
import { registerKey, registerPath } from "./registerKey.ts";

const DAY_MS = 24 * 60 * 60_000;
const KEEP = { holderDays: 90, dossierDays: 1_000, lookUpDays: 30 };
const { code } = aRecord({});
const RETURNED = aRecord({ status: "10", returnedAt: REGISTER_NOW });

it("a holder that was erased stays so, whatever is told of the dossier later", () => {
  const { register, take } = aRegister({});
  take(rowsOf(RETURNED));
  const ref = register.find(code)?.ref ?? "";
  const later = REGISTER_NOW + 91 * DAY_MS;
  expect(register.eraseExpired(later, KEEP)).toMatchObject({ holders: 1 });
  expect(register.find(code)).toMatchObject({ ref, holder: null, canProve: false });
  expect([register.holderOf(ref), register.provesBy(ref, "1739")]).toEqual([null, false]);
  expect(take(rowsOf(RETURNED), later)).toMatchObject({ same: 1, changed: 0 });
  const back = aRecord({ status: "10", returnedAt: null, unit: "Phòng khác" });
  expect(take(rowsOf(back), later)).toMatchObject({ changed: 1 });
  expect(register.find(code)).toMatchObject({ holder: null, canProve: false });
  expect(register.holderOf(ref)).toBeNull();
});

it("what is past its purpose when it is told is not taken", () => {
  const { register, take } = aRegister({});
  const told = (days: number) => take(rowsOf(RETURNED), REGISTER_NOW + days * DAY_MS);
  expect(told(1_001)).toMatchObject({ expired: 1, added: 0 });
  expect(register.count()).toBe(0);
  expect(told(91)).toMatchObject({ added: 1 });
  const kept = register.find(code);
  expect(kept).toMatchObject({ holder: null, record: { status: "10" } });
  expect(register.holderOf(kept?.ref ?? "")).toBeNull();
  expect(told(92)).toMatchObject({ same: 1 });
});

it("each opening and look-up is noted with a hash that finds its dossier again, until its time", () => {
  const { register } = aRegister({});
  const opening = { at: 10, officerId: "o", deviceId: "d", what: "holder" };
  register.noteOpening(code, opening);
  register.noteOpening("another", { ...opening, at: 20 });
  register.noteLookUp(code, { at: 10, deviceId: "k", outcome: "found" });
  register.noteLookUp("another", { at: 20, deviceId: "k", outcome: "unknown" });
  const codeHash = expect.stringMatching(/^[\w-]{22}$/);
  expect(register.openingsOf(code, 9)).toEqual([{ ...opening, codeHash }]);
  expect(register.openings(1)).toMatchObject([{ at: 20 }]);
  const [second, first] = register.lookUps(9);
  expect([first?.outcome, second?.outcome]).toEqual(["found", "unknown"]);
  expect(first?.codeHash).toBe(register.openingsOf(code, 1)[0]?.codeHash);
  expect(second?.codeHash).not.toBe(first?.codeHash);

  expect(register.eraseExpired(30 * DAY_MS + 10, KEEP)).toMatchObject({ lookUps: 1, openings: 0 });
  expect(register.eraseExpired(1_000 * DAY_MS + 10, KEEP)).toMatchObject({ openings: 1 });
  expect(register.openings(9)).toHaveLength(1);
});

it("a run that is done makes its source fresh; the data is as fresh as the source that lags", () => {
  const { register, run } = aRegister({});
  expect(register.asOf()).toBeNull();
  register.setSource("one-stop", { document: '{"a":1}' });
  register.endRun(run, { outcome: "done", reason: null, at: 100, asOf: 80 });
  expect(register.asOf()).toBe(80);
  const begin = (source: string): number => {
    register.setSource(source, {});
    return register.beginRun({ source, name: "b", fingerprint: "f", at: 100 });
  };
  // An older file makes nothing older; no source knows more than now; one that failed nothing new.
  const done = { outcome: "done", reason: null } as const;
  register.endRun(begin("one-stop"), { ...done, at: 110, asOf: 70 });
  register.endRun(begin("tax"), { ...done, at: 120, asOf: 999 });
  register.endRun(begin("tax"), { outcome: "failed", reason: "http_500", at: 130, asOf: null });
  expect([register.asOfSource("one-stop"), register.asOfSource("tax")]).toEqual([80, 120]);
  expect(register.asOf()).toBe(80);
  register.setSource("one-stop", { isOn: false });
  expect(register.asOf()).toBe(120);
  expect(register.source("one-stop")).toMatchObject({ document: '{"a":1}', lastOkAt: 110 });
  expect(register.runDone("tax", "f")).toMatchObject({ outcome: "done", source: "tax" });
  expect(register.runDone("one-stop", "g")).toBeNull();
  expect(register.runs(1)).toMatchObject([{ reason: "http_500", endedAt: 130 }]);
  expect(() => register.endRun(run, { ...done, at: 1, asOf: 1 })).toThrow("under way");
});

it("a source keeps what was not changed, and forgets its secret when told to", () => {
  const { register } = aRegister({});
  register.setSource("a", { document: "{}", cursor: "c", etag: "e", secret: "s" });
  register.setSource("a", { isOn: false, etag: null });
  const kept = { document: "{}", cursor: "c", etag: null, isOn: false, hasSecret: true };
  expect(register.sources()).toMatchObject([{ id: "a", ...kept }]);
  register.setSource("a", { secret: null });
  expect([register.secretOf("a"), register.source("a")?.hasSecret]).toEqual([null, false]);
  register.removeSource("a");
  expect(register.source("a")).toBeNull();
});

it("refusals of a file that was not kept are noted, counted all and listed up to ten thousand", () => {
  const { register, run } = aRegister({});
  const refusals = Array.from({ length: 6_000 }, (_, row) => ({
    row,
    field: "code",
    reason: "no_code",
  }));
  register.noteRefusals(run, { refused: 6_000, refusals });
  register.noteRefusals(run, { refused: 6_000, refusals });
  expect(register.refusalsOf(run)).toHaveLength(10_000);
  expect(register.run(run)?.counts.refused).toBe(12_000);
  register.endRun(run, { outcome: "refused", reason: "too_many_faults", at: 1, asOf: null });
  const erased = register.eraseExpired(REGISTER_NOW + 365 * DAY_MS, KEEP);
  expect(erased).toMatchObject({ runs: 1 });
  expect(register.refusalsOf(run)).toEqual([]);
});

it("the ref of an erased dossier never stands for another, nor one of a register begun anew", () => {
  const folder = temporaryFolder();
  const key = registerKey(folder);
  const later = REGISTER_NOW + 1_001 * DAY_MS;
  const refs = new Set<string>();
  for (let round = 0; round < 3; round++) {
    // Again in the same file, and the last time in a new one.
    if (round === 2) rmSync(registerPath(folder));
    const register = openRegister(folder, { key, rules: TEST_RULES, now: REGISTER_NOW });
    const batch = { source: "one-stop", at: REGISTER_NOW, rows: rowsOf(RETURNED) };
    for (let turn = 0; turn < 2; turn++) {
      const run = register.beginRun({ ...batch, name: "", fingerprint: null });
      register.apply({ ...batch, run });
      for (const ref of refs) expect(register.findByRef(ref)).toBeNull();
      const ref = register.find(code)?.ref ?? "";
      expect(register.findByRef(ref)?.record.code).toBe(code);
      refs.add(ref);
      expect(register.eraseExpired(later, KEEP).dossiers).toBe(1);
    }
    register.close();
  }
  expect(refs.size).toBe(6);
});
