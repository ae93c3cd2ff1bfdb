import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { durabilityOf } from "../openDatabase.ts";
import { aRegister, REGISTER_NOW } from "../testing/aRegister.ts";
import { lookInto } from "../testing/lookInto.ts";
import { aRecord, MARKED, rowsOf, TEST_RULES } from "../testing/registerRecords.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { openRegister, openRegisterReader } from "./openRegister.ts";
import { registerKey, registerPath } from "./registerKey.ts";

const { code } = aRecord({});
const SECRET = "pass-word-of-the-one-stop";

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

it("nothing that names a person is in any file of the register, nor a source's secret", () => {
  const folder = temporaryFolder();
  const { register, take } = aRegister({ folder, key: registerKey(folder) });
  take(rowsOf(aRecord({})));
  take(rowsOf(aRecord({ status: "9", holder: { ...MARKED, phone: "0907391740" } })));
  register.setSource("one-stop", { secret: SECRET });
  register.noteOpening(code, { at: 1, officerId: "o", deviceId: "d", what: "holder" });
  register.noteLookUp("H00-CODE-ONLY-LOOKED-FOR", { at: 1, deviceId: "d", outcome: "unknown" });
  // The test looks where the rows are: in the log, and after that in the database.
  expect(filesWith(folder, code)).toEqual(["register.db-wal"]);
  const clear = [MARKED.name, "DẤU VẾT", "7391", MARKED.phone, "0907391740", MARKED.identity];
  const named = () =>
    [...clear, SECRET, "ONLY-LOOKED-FOR"].flatMap((text) => filesWith(folder, text));
  expect(named()).toEqual([]);
  lookInto(registerPath(folder)).pragma("wal_checkpoint(TRUNCATE)");
  expect(filesWith(folder, code)).toEqual(["register.db"]);
  expect(named()).toEqual([]);
  expect(register.secretOf("one-stop")).toBe(SECRET);
});

it("an erased dossier is in no file any more, and its holder's seal was gone before", () => {
  const folder = temporaryFolder();
  const { register, take } = aRegister({ folder, key: registerKey(folder) });
  const returnedAt = REGISTER_NOW;
  take(rowsOf(aRecord({ status: "10", returnedAt })));
  const days = (count: number): number => returnedAt + count * 24 * 60 * 60_000;
  const sealed = lookInto(registerPath(folder)).prepare("SELECT hex(sealed) FROM dossiers").pluck();
  const seal = Buffer.from(String(sealed.get()), "hex").toString("latin1");
  const filesWithSeal = (): readonly string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name), "latin1").includes(seal));
  expect(filesWithSeal()).toEqual(["register.db-wal"]);

  const keep = { holderDays: 90, dossierDays: 1_000, lookUpDays: 30 };
  expect(register.eraseExpired(days(90), keep)).toMatchObject({ holders: 0, dossiers: 0 });
  expect(register.eraseExpired(days(91), keep)).toMatchObject({ holders: 1, dossiers: 0 });
  expect(filesWithSeal()).toEqual([]);
  expect(filesWith(folder, code)).toEqual(["register.db"]);
  expect(register.eraseExpired(days(1_001), keep)).toMatchObject({ holders: 0, dossiers: 1 });
  expect(filesWith(folder, code)).toEqual([]);
});

it("the file and its key are the owner's alone, and as durable as the journal", () => {
  const folder = temporaryFolder();
  const { register } = aRegister({ folder, key: registerKey(folder) });
  for (const name of ["register.db", "register.db-wal", "register.key"])
    expect(`${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`).toBe(
      `${name} 600`,
    );
  const again = openRegister(folder, { key: registerKey(folder), rules: TEST_RULES, now: 1 });
  again.close();
  register.close();
  expect(durabilityOf(lookInto(registerPath(folder))).journalMode).toBe("wal");
});

it("a key is made once; one that is lost or another is told, and nothing is made in its place", () => {
  const folder = temporaryFolder();
  const key = registerKey(folder);
  expect(registerKey(folder)).toEqual(key);
  aRegister({ folder, key }).register.close();
  const other = { key: randomBytes(32), rules: TEST_RULES, now: 1 };
  const refusal = expect.objectContaining({ fault: "wrong_key" });
  expect(() => openRegister(folder, other)).toThrow(refusal);
  expect(() => openRegisterReader(folder, other)).toThrow(refusal);
  writeFileSync(join(folder, "register.key"), "half a key");
  expect(() => registerKey(folder)).toThrow(refusal);
  unlinkSync(join(folder, "register.key"));
  expect(() => registerKey(folder)).toThrow(refusal);
  expect(readdirSync(folder)).not.toContain("register.key");
});

it("a reader sees what is written beside it at once, and can't write itself", () => {
  const folder = temporaryFolder();
  const key = registerKey(folder);
  expect(() => openRegisterReader(folder, { key })).toThrow(
    expect.objectContaining({ fault: "not_writable" }),
  );
  const { register, run, take } = aRegister({ folder, key });
  const reader = openRegisterReader(folder, { key });
  take(rowsOf(aRecord({})));
  expect(reader.find(code)).toEqual(register.find(code));
  register.apply({
    source: "one-stop",
    run,
    at: REGISTER_NOW,
    rows: (function* () {
      yield* rowsOf(aRecord({ status: "9" }));
      expect(reader.find(code)?.record.status).toBe("4");
    })(),
  });
  expect(reader.find(code)?.record.status).toBe("9");
  expect(Object.keys(reader)).not.toContain("apply");
  reader.close();
});

it("a holder that was sealed for one dossier does not open for another", () => {
  const folder = temporaryFolder();
  const { register, take } = aRegister({ folder, key: registerKey(folder) });
  const other = aRecord({ code: "H56.29-261101-0004", holder: { ...MARKED, name: "KHÁC" } });
  take(rowsOf(aRecord({}), other));
  lookInto(registerPath(folder)).exec(
    "UPDATE dossiers SET sealed = (SELECT sealed FROM dossiers ORDER BY id DESC LIMIT 1)",
  );
  expect(() => register.holderOf(register.find(code)?.ref ?? "")).toThrow("authenticate");
  expect(register.holderOf(register.find(other.code)?.ref ?? "")?.name).toBe("KHÁC");
});
