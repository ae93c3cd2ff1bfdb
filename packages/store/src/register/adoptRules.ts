import type Database from "better-sqlite3";
import { MetaStore } from "../MetaStore.ts";
import { BoardChange, createBoardRows, createBoardWriter, isNothing } from "./boardRows.ts";
import type { DossierRegister } from "./DossierRegister.ts";
import { openDueOf } from "./dossierWriter.ts";
import { type DossierRow, recordOf, ROW_COLUMNS, shownOf } from "./dossierRows.ts";
import { unsealHolder } from "./holderRows.ts";
import type { RegisterRules } from "./RegisterRules.ts";
import type { Seal } from "./Seal.ts";

/** So many masks in one transaction, so that nobody waits long for the next. */
const CHUNK = 2_000;
const BOARD_ID = "board_id";
const MASK_ID = "mask_id";

/** Makes `recountBoard` of a register. */
export function createRecount(
  db: Database.Database,
  rules: () => RegisterRules,
): DossierRegister["recountBoard"] {
  const all = db.prepare<[], DossierRow>(`SELECT ${ROW_COLUMNS} FROM dossiers`);
  const kept = createBoardRows(db, "board_days");
  const erased = createBoardRows(db, "board_erased");
  const write = createBoardWriter(db, "board_days");
  const recount = db.transaction((): number => {
    const { contributionOf } = rules();
    const change = new BoardChange();
    for (const row of all.iterate()) change.add(contributionOf(recordOf(row)), 1);
    change.add(erased(), 1);
    change.add(kept(), -1);
    write(change);
    return [...change.rows()].filter((row) => !isNothing(row)).length;
  });
  return () => recount.immediate();
}

/** Brings what was kept under other rules to those in force. */
export function createAdoption(
  db: Database.Database,
  seal: Seal,
  rules: () => RegisterRules,
): () => void {
  const meta = new MetaStore(db);
  const recount = createRecount(db, rules);
  const setOpenDue = createOpenDueWriter(db, rules);
  const remask = createRemask(db, seal, rules);
  const bringTo = (key: string, id: string, work: () => void): void => {
    if (meta.read(key) === id) return;
    work();
    meta.write(key, id);
  };
  return () => {
    const { boardId, maskId } = rules();
    bringTo(BOARD_ID, boardId, () => {
      setOpenDue();
      recount();
    });
    // A kill in the middle begins it again: it is noted when all is done.
    bringTo(MASK_ID, maskId, remask);
  };
}

/** Which dossiers are open is a rule as well. */
function createOpenDueWriter(db: Database.Database, rules: () => RegisterRules): () => void {
  const set = db.prepare("UPDATE dossiers SET open_due_at = ? WHERE id = ?");
  const next = db.prepare<[number, number], DossierRow>(
    `SELECT ${ROW_COLUMNS} FROM dossiers WHERE id > ? ORDER BY id LIMIT ?`,
  );
  return inChunks(db, next, (row) => {
    const record = recordOf(row);
    set.run(openDueOf(record, rules().contributionOf(record)), row.id);
  });
}

interface HeldRow {
  readonly id: number;
  readonly code: string;
  readonly sealed: Buffer;
}

function createRemask(db: Database.Database, seal: Seal, rules: () => RegisterRules): () => void {
  const set = db.prepare("UPDATE dossiers SET shown = ? WHERE id = ?");
  const next = db.prepare<[number, number], HeldRow>(
    `SELECT id, code, sealed FROM dossiers WHERE id > ? AND sealed IS NOT NULL
     ORDER BY id LIMIT ?`,
  );
  return inChunks(
    db,
    next,
    ({ id, code, sealed }) => void set.run(shownOf(unsealHolder(seal, code, sealed), rules()), id),
  );
}

/** @param next the rows after an id, and how many at most; their `id`s are those of dossiers */
function inChunks<Row extends { readonly id: number }>(
  db: Database.Database,
  next: Database.Statement<[after: number, limit: number], Row>,
  work: (row: Row) => void,
): () => void {
  const chunk = db.transaction((after: number): number | null => {
    const rows = next.all(after, CHUNK);
    for (const row of rows) work(row);
    return rows.at(-1)?.id ?? null;
  });
  return () => {
    for (let last = chunk.immediate(0); last !== null; last = chunk.immediate(last));
  };
}
