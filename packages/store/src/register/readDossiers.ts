import { timingSafeEqual } from "node:crypto";
import type Database from "better-sqlite3";
import type { RegisterReader } from "./DossierRegister.ts";
import { type DossierRow, firstState, keptOf, ROW_COLUMNS } from "./dossierRows.ts";
import { provingDigits, unsealHolder } from "./holderRows.ts";
import type { Refs } from "./Refs.ts";
import type { KeptDossier, RegisterHolder, StatusChange } from "./RegisterRecord.ts";
import type { Seal } from "./Seal.ts";

const HISTORY_LIMIT = 100;

interface SealedRow {
  readonly code: string;
  readonly sealed: Buffer;
}

type Reads = "find" | "findByRef" | "historyOf" | "holderOf" | "provesBy" | "count";

/** What is asked of dossiers. */
export function readDossiers(
  db: Database.Database,
  seal: Seal,
  refs: Refs,
): Pick<RegisterReader, Reads> {
  const byCode = db.prepare<[string], DossierRow>(
    `SELECT ${ROW_COLUMNS} FROM dossiers WHERE code = ?`,
  );
  const byId = db.prepare<[number], DossierRow>(`SELECT ${ROW_COLUMNS} FROM dossiers WHERE id = ?`);
  const sealed = db.prepare<[number], SealedRow>(
    "SELECT code, sealed FROM dossiers WHERE id = ? AND sealed IS NOT NULL",
  );
  const count = db.prepare<[], number>("SELECT count(*) FROM dossiers").pluck();
  const rowOf = (ref: string): DossierRow | undefined => {
    const id = refs.idOf(ref);
    return id === null ? undefined : byId.get(id);
  };
  const kept = (row: DossierRow | undefined): KeptDossier | null =>
    row === undefined ? null : keptOf(row, refs.refOf(row.id));
  const holderOf = (ref: string): RegisterHolder | null => {
    const id = refs.idOf(ref);
    const row = id === null ? undefined : sealed.get(id);
    return row === undefined ? null : unsealHolder(seal, row.code, row.sealed);
  };
  return {
    find: (code) => kept(byCode.get(code)),
    findByRef: (ref) => kept(rowOf(ref)),
    historyOf: createHistory(db, rowOf),
    holderOf,
    provesBy: createProof(holderOf),
    count: () => count.get() ?? 0,
  };
}

function createHistory(
  db: Database.Database,
  rowOf: (ref: string) => DossierRow | undefined,
): RegisterReader["historyOf"] {
  const noted = db.prepare<[number, number], StatusChange>(
    "SELECT status, at FROM status_history WHERE dossier_id = ? ORDER BY n DESC LIMIT ?",
  );
  const ofRef = db.transaction((ref: string): readonly StatusChange[] => {
    const row = rowOf(ref);
    if (row === undefined) return [];
    const changes = noted.all(row.id, HISTORY_LIMIT);
    return changes.length === 0 ? [firstState(row)] : changes;
  });
  // A source may tell of an earlier state later.
  return (ref) =>
    ofRef(ref)
      .toReversed()
      .toSorted((a, b) => a.at - b.at);
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
