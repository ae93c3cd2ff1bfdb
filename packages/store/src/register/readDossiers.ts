import { timingSafeEqual } from "node:crypto";
import type Database from "better-sqlite3";
import type { RegisterReader } from "./DossierRegister.ts";
import { type DossierRow, keptOf, refBytes, ROW_COLUMNS } from "./dossierRows.ts";
import { unsealHolder } from "./holderRows.ts";
import type { RegisterStatus } from "./RegisterRecord.ts";
import type { Seal } from "./Seal.ts";

const HISTORY_LIMIT = 100;
/** Stands for what is not there, so that a wrong answer takes the same way as a right one. */
const NO_REF = Buffer.alloc(16);

interface SealedRow {
  readonly ref: Buffer;
  readonly sealed: Buffer;
}

interface FactorRow {
  readonly phone_factor: Buffer | null;
  readonly identity_factor: Buffer | null;
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
    holderOf(ref) {
      const bytes = refBytes(ref);
      const row = bytes === null ? undefined : sealed.get(bytes);
      return row === undefined ? null : unsealHolder(seal, row.ref, row.sealed);
    },
    provesBy: createProof(db, seal),
    count: () => count.get() ?? 0,
  };
}

function keptOrNone(row: DossierRow | undefined): ReturnType<RegisterReader["find"]> {
  return row === undefined ? null : keptOf(row);
}

/** Compares both numbers, always and to their ends, also of a dossier that has none. */
function createProof(db: Database.Database, seal: Seal): RegisterReader["provesBy"] {
  const factors = db.prepare<[Buffer], FactorRow>(
    `SELECT phone_factor, identity_factor FROM dossiers JOIN holders ON dossier_id = id
     WHERE ref = ?`,
  );
  return (ref, digits) => {
    const owner = refBytes(ref) ?? NO_REF;
    const row = factors.get(owner);
    const isPhone = equals(row?.phone_factor, seal.factorHash(owner, "phone", digits));
    const isIdentity = equals(row?.identity_factor, seal.factorHash(owner, "identity", digits));
    return isPhone || isIdentity;
  };
}

function equals(kept: Buffer | null | undefined, given: Buffer): boolean {
  const isEqual = timingSafeEqual(kept ?? Buffer.alloc(given.length), given);
  return isEqual && kept !== null && kept !== undefined;
}
