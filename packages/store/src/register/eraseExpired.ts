import type Database from "better-sqlite3";
import type { DossierSettings } from "@luot/domain";
import { emptyLog } from "../emptyLog.ts";
import { BoardChange, createBoardWriter } from "./boardRows.ts";
import type { DossierRegister, Erased } from "./DossierRegister.ts";
import { contentOf, type DossierRow, HOLDER_STATES, recordOf, ROW_COLUMNS } from "./dossierRows.ts";
import type { RegisterRules } from "./RegisterRules.ts";
import type { Seal } from "./Seal.ts";

const DAY_MS = 24 * 60 * 60_000;
const RUN_DAYS = 365;
/** So many in one transaction, so that nobody waits long for the next. */
const CHUNK = 2_000;

type Past = ReturnType<RegisterRules["isPastPurpose"]>;

/** Makes `eraseExpired` of a register. */
export function createEraser(
  db: Database.Database,
  seal: Seal,
  rules: () => RegisterRules,
): DossierRegister["eraseExpired"] {
  const eraseDossiers = createDossierEraser(db, rules);
  const eraseHolders = createHolderEraser(db, seal);
  const old = createOldRows(db);
  return (now, keep) => {
    const judged = (rows: readonly DossierRow[], past: Past): readonly DossierRow[] =>
      rows.filter((row) => rules().isPastPurpose(recordOf(row), now) === past);
    const dossiers = Object.values(HOLDER_STATES).map((state) =>
      sweep(
        (after) => old(state, after, now - keep.dossierDays * DAY_MS),
        (rows) => eraseDossiers(judged(rows, "dossier")),
      ),
    );
    const holders = sweep(
      (after) => old(HOLDER_STATES.held, after, now - keep.holderDays * DAY_MS),
      (rows) => eraseHolders(judged(rows, "holder")),
    );
    const notes = eraseNotes(db, now, keep);
    emptyLog(db);
    return { dossiers: dossiers.reduce((sum, some) => sum + some, 0), holders, ...notes };
  };
}

type Place = Pick<DossierRow, "received_at" | "id">;

/** Dossiers that are old enough to be asked about, from the oldest on, some at a time. */
function createOldRows(db: Database.Database) {
  const next = db.prepare<[number, number, number, number, number], DossierRow>(
    `SELECT ${ROW_COLUMNS} FROM dossiers INDEXED BY dossiers_kept
     WHERE holder_state = ? AND (received_at, id) > (?, ?) AND received_at <= ?
     ORDER BY received_at, id LIMIT ?`,
  );
  return (state: number, { received_at, id }: Place, upTo: number) =>
    next.all(state, received_at, id, upTo, CHUNK);
}

function sweep(
  next: (after: Place) => readonly DossierRow[],
  erase: (rows: readonly DossierRow[]) => number,
): number {
  let erased = 0;
  let after: Place = { received_at: -Number.MAX_SAFE_INTEGER, id: 0 };
  for (let rows = next(after); rows.length > 0; rows = next(after)) {
    erased += erase(rows);
    after = rows.at(-1) ?? after;
  }
  return erased;
}

/**
 * What a closed dossier counted stays counted, as a number nobody is behind; an open one that
 * nobody spoke of for years was never brought to an end, and counts no more.
 */
function createDossierEraser(db: Database.Database, rules: () => RegisterRules) {
  const erased = createBoardWriter(db, "board_erased");
  const days = createBoardWriter(db, "board_days");
  const statements = [
    db.prepare("DELETE FROM status_history WHERE dossier_id = ?"),
    db.prepare("DELETE FROM dossiers WHERE id = ?"),
  ];
  const erase = db.transaction((rows: readonly DossierRow[]): number => {
    const closed = new BoardChange();
    const open = new BoardChange();
    for (const row of rows) {
      const counts = rules().contributionOf(recordOf(row));
      const isOpen = counts.some(({ openDue, openNoDue }) => openDue + openNoDue > 0);
      if (isOpen) open.add(counts, -1);
      else closed.add(counts, 1);
      for (const statement of statements) statement.run(row.id);
    }
    days(open);
    erased(closed);
    return rows.length;
  });
  return (rows: readonly DossierRow[]) => erase.immediate(rows);
}

/** Takes what is shown as well, and makes the content what it is without a holder. */
function createHolderEraser(db: Database.Database, seal: Seal) {
  const clear = db.prepare(
    `UPDATE dossiers SET holder_state = ${HOLDER_STATES.erased}, shown = NULL, sealed = NULL,
       content = ? WHERE id = ?`,
  );
  const erase = db.transaction((rows: readonly DossierRow[]): number => {
    for (const { id, said } of rows) clear.run(seal.contentHash(contentOf(said, null)), id);
    return rows.length;
  });
  return (rows: readonly DossierRow[]) => erase.immediate(rows);
}

function eraseNotes(
  db: Database.Database,
  now: number,
  { lookUpDays, dossierDays }: DossierSettings["keep"],
): Pick<Erased, "lookUps" | "openings" | "runs"> {
  const before = (days: number): number => now - days * DAY_MS;
  const erase = (sql: string, days: number): number => db.prepare(sql).run(before(days)).changes;
  const erased = db.transaction(() => {
    erase(
      "DELETE FROM refusals WHERE run IN (SELECT id FROM runs WHERE started_at <= ?)",
      RUN_DAYS,
    );
    return {
      lookUps: erase("DELETE FROM look_ups WHERE at <= ?", lookUpDays),
      openings: erase("DELETE FROM openings WHERE at <= ?", dossierDays),
      runs: erase("DELETE FROM runs WHERE started_at <= ?", RUN_DAYS),
    };
  });
  return erased.immediate();
}
