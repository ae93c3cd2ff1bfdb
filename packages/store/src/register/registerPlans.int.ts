import Database from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { aRegister, REGISTER_NOW } from "../testing/aRegister.ts";
import { lookInto } from "../testing/lookInto.ts";
import { aRecord, rowsOf } from "../testing/registerRecords.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { registerKey, registerPath } from "./registerKey.ts";

/** All that may read a whole table, and why nobody minds. */
const WHOLE = [
  // An administrator's, or asked once when rules change.
  /^SELECT count\(\*\) FROM dossiers$/,
  /^SELECT id, code, .* FROM dossiers$/,
  /^SELECT count\(\*\) FROM sqlite_schema$/,
  // Tables of a row for each agency and day, or for each source.
  /^SELECT .* FROM board_(days|erased)\b/,
  /^SELECT .* FROM sources\b/,
  // From the newest on, and no more than are asked for.
  /^SELECT \* FROM (runs|openings|look_ups) ORDER BY id DESC LIMIT \?$/,
  // Once a day, of what is a year old.
  /^DELETE FROM (refusals|runs) WHERE/,
];

/** Every statement that a register prepares from its opening on, each once. */
function statementsOf(use: () => void): readonly string[] {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  try {
    use();
    return [...new Set(prepare.mock.calls.map(([sql]) => sql.replaceAll(/\s+/g, " ").trim()))];
  } finally {
    prepare.mockRestore();
  }
}

function planOf(db: Database.Database, sql: string): readonly string[] {
  const asked = sql.replaceAll(/\?|:\w+/g, "1");
  const rows = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked}`).all();
  return rows.map(({ detail }) => detail);
}

it("no statement reads all dossiers or sorts what it found, but those that are known to", () => {
  const folder = temporaryFolder();
  const statements = statementsOf(() => {
    const { register, take } = aRegister({ folder, key: registerKey(folder) });
    take(rowsOf(aRecord({})));
    register.eraseExpired(REGISTER_NOW, { holderDays: 90, dossierDays: 1_000, lookUpDays: 30 });
  });
  const db = lookInto(registerPath(folder));
  const slow = statements.filter((sql) =>
    planOf(db, sql).some((line) =>
      /^SCAN (?!CONSTANT|runs USING INDEX runs_open)|TEMP B-TREE FOR ORDER/.test(line),
    ),
  );
  expect(slow.filter((sql) => !WHOLE.some((known) => known.test(sql)))).toEqual([]);
  // The test sees what the register asks while somebody waits.
  for (const part of ["WHERE code = ?", "INDEXED BY dossiers_kept", "FROM status_history"])
    expect(statements.filter((sql) => sql.includes(part))).not.toEqual([]);
  expect(statements.length).toBeGreaterThan(40);
});
