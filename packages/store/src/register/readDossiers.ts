import { timingSafeEqual } from "node:crypto";
import type Database from "better-sqlite3";
import type { RegisterReader } from "./DossierRegister.ts";
import { type DossierRow, keptOf, refBytes, ROW_COLUMNS } from "./dossierRows.ts";
import { provingDigits, unsealHolder } from "./holderRows.ts";
import type { RegisterHolder, RegisterStatus } from "./RegisterRecord.ts";
import type { Seal } from "./Seal.ts";

const HISTORY_LIMIT = 100;

interface SealedRow {
  readonly ref: Buffer;
  readonly sealed: Buffer;
}

type Reads = "find" | "findByRef" | "historyOf" | "holderOf" | "provesBy" | "count";

/** What is asked of dossiers. */
export function readDossiers(db: Database.Database, seal: Seal): Pick<RegisterReader, Reads> {
  const byCode = db.prepare<[string], DossierRow>(
    `SELECT ${ROW_COLUMNS} FROM dossiers WHERE code = ?`,
  );
  const byRef = db.prepare<[Buffer], DossierRow>(
    `SELECT ${ROW_COLUMNS} FROM dossiers WHERE ref = ?`,
  );
  const history = db.prepare<[Buffer, number], { status: RegisterStatus | null; at: number }>(
    `SELECT status, at FROM status_history
     WHERE dossier_id = (SELECT id FROM dossiers WHERE ref = ?) ORDER BY n DESC LIMIT ?`,
  );
  const sealed = db.prepare<[Buffer], SealedRow>(
    `SELECT ref, sealed FROM dossiers JOIN holders ON dossier_id = id WHERE ref = ?`,
  );
  const count = db.prepare<[], number>("SELECT count(*) FROM dossiers").pluck();
  const holderOf = (ref: string): RegisterHolder | null => {
    const bytes = refBytes(ref);
    const row = bytes === null ? undefined : sealed.get(bytes);
    return row === undefined ? null : unsealHolder(seal, row.ref, row.sealed);
  };
  return {
    find: (code) => keptOrNone(byCode.get(code)),
    findByRef(ref) {
      const bytes = refBytes(ref);
      return bytes === null ? null : keptOrNone(byRef.get(bytes));
    },
    historyOf(ref) {
      const bytes = refBytes(ref);
      // A source may tell of an earlier state later.
      const changes = bytes === null ? [] : history.all(bytes, HISTORY_LIMIT);
      return changes.toReversed().toSorted((a, b) => a.at - b.at);
    },
    holderOf,
    provesBy: createProof(holderOf),
    count: () => count.get() ?? 0,
  };
}

function keptOrNone(row: DossierRow | undefined): ReturnType<RegisterReader["find"]> {
  return row === undefined ? null : keptOf(row);
}

/** Compares the digits of both numbers, always and to their ends. */
function createProof(holderOf: RegisterReader["holderOf"]): RegisterReader["provesBy"] {
  return (ref, digits) => {
    const holder = holderOf(ref);
    const given = Buffer.from(digits);
    let isProved = false;
    for (const right of holder === null ? [] : provingDigits(holder)) {
      const expected = Buffer.from(right);
      // The length says nothing: everybody knows that there are four.
      const isEqual = given.length === expected.length && timingSafeEqual(given, expected);
      isProved = isEqual || isProved;
    }
    return isProved;
  };
}
