import type Database from "better-sqlite3";
import type { DossierRegister, LookUp, Noted, Opening, RegisterReader } from "./DossierRegister.ts";
import type { Seal } from "./Seal.ts";

interface OpeningRow {
  readonly at: number;
  readonly officer_id: string;
  readonly device_id: string;
  readonly code_hash: string;
  readonly what: string;
}

interface LookUpRow {
  readonly at: number;
  readonly device_id: string;
  readonly code_hash: string;
  readonly outcome: string;
}

/** Who opened and who looked for what. */
export function readNotes(
  db: Database.Database,
  seal: Seal,
): Pick<RegisterReader, "openings" | "openingsOf" | "lookUps"> {
  const openings = db.prepare<[number], OpeningRow>(
    "SELECT * FROM openings ORDER BY id DESC LIMIT ?",
  );
  const openingsOf = db.prepare<[string, number], OpeningRow>(
    "SELECT * FROM openings WHERE code_hash = ? ORDER BY id DESC LIMIT ?",
  );
  const lookUps = db.prepare<[number], LookUpRow>(
    "SELECT * FROM look_ups ORDER BY id DESC LIMIT ?",
  );
  return {
    openings: (limit) => openings.all(limit).map(openingOf),
    openingsOf: (code, limit) => openingsOf.all(seal.codeHash(code), limit).map(openingOf),
    lookUps: (limit) =>
      lookUps.all(limit).map(({ at, device_id, code_hash, outcome }) => ({
        at,
        deviceId: device_id,
        outcome,
        codeHash: code_hash,
      })),
  };
}

function openingOf(row: OpeningRow): Noted<Opening> {
  const { at, officer_id, device_id, code_hash, what } = row;
  return { at, officerId: officer_id, deviceId: device_id, what, codeHash: code_hash };
}

/** Notes them; each is durable when it returns. */
export function writeNotes(
  db: Database.Database,
  seal: Seal,
): Pick<DossierRegister, "noteOpening" | "noteLookUp"> {
  const opening = db.prepare(
    "INSERT INTO openings (at, officer_id, device_id, code_hash, what) VALUES (?, ?, ?, ?, ?)",
  );
  const lookUp = db.prepare(
    "INSERT INTO look_ups (at, device_id, code_hash, outcome) VALUES (?, ?, ?, ?)",
  );
  return {
    noteOpening(code: string, { at, officerId, deviceId, what }: Opening) {
      opening.run(at, officerId, deviceId, seal.codeHash(code), what);
    },
    noteLookUp(code: string, { at, deviceId, outcome }: LookUp) {
      lookUp.run(at, deviceId, seal.codeHash(code), outcome);
    },
  };
}
