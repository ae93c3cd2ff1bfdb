import type Database from "better-sqlite3";
import { type BoardRow, createBoardRows, sumOf, SUMMED } from "./boardRows.ts";
import type { RegisterReader } from "./DossierRegister.ts";

/** Before and after every ISO date. */
const FIRST_DAY = "";
const LAST_DAY = "~";

type Reads = "boardSums" | "openDueBetween" | "boardDays";

interface OpenDueRow {
  readonly agency_code: string | null;
  readonly count: number;
}

/** What is asked of the board. */
export function readBoard(db: Database.Database): Pick<RegisterReader, Reads> {
  const sums = db.prepare<[string, string], BoardRow>(
    `SELECT agency_code, ${SUMMED} FROM board_days WHERE day BETWEEN ? AND ? GROUP BY agency_code`,
  );
  const openDue = db.prepare<[number, number], OpenDueRow>(
    `SELECT agency_code, count(*) AS count FROM dossiers INDEXED BY dossiers_open_due
     WHERE open_due_at >= ? AND open_due_at < ? GROUP BY agency_code`,
  );
  return {
    boardSums: ({ from, to }) => sums.all(from ?? FIRST_DAY, to ?? LAST_DAY).map(sumOf),
    openDueBetween: (from, before) =>
      openDue.all(from, before).map(({ agency_code, count }) => ({
        agencyCode: agency_code,
        count,
      })),
    boardDays: createBoardRows(db, "board_days"),
  };
}
