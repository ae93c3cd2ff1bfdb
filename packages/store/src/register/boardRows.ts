import type Database from "better-sqlite3";
import type { BoardCount, BoardSum, DayCount } from "./RegisterRules.ts";

/** The counts and their columns. */
const COUNTS = [
  ["received", "received"],
  ["early", "early"],
  ["onTime", "on_time"],
  ["late", "late"],
  ["ended", "ended"],
  ["due", "due"],
  ["dueKept", "due_kept"],
  ["openDue", "open_due"],
  ["openNoDue", "open_no_due"],
  ["timeSet", "time_set"],
  ["timeClosed", "time_closed"],
] as const satisfies readonly (readonly [keyof BoardCount, string])[];

const COLUMNS = COUNTS.map(([, column]) => column);

/** The columns of the counts, for a query that adds them up. */
export const SUMMED = COLUMNS.map((column) => `sum(${column}) AS ${column}`).join(", ");

type BoardTable = "board_days" | "board_erased";
type Counts = { -readonly [Name in keyof BoardCount]: number };
type Columns = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** A row of the board, or some of its rows added up. */
export interface BoardRow extends Columns {
  readonly agency_code: string;
}

/** What a row of the board says. */
export function sumOf(row: BoardRow): BoardSum {
  return { agencyCode: row.agency_code === "" ? null : row.agency_code, ...countsOf(row) };
}

function countsOf(row: Columns): BoardCount {
  return Object.fromEntries(
    COUNTS.map(([name, column]) => [name, row[column]]),
  ) as unknown as BoardCount;
}

/** Changes of the board that are gathered, to be written at once: few rows for many dossiers. */
export class BoardChange {
  readonly #days = new Map<string, Map<string, Counts>>();

  /** @param sign −1 takes back what was added */
  add(counts: readonly DayCount[], sign: 1 | -1): void {
    for (const count of counts) {
      const sum = this.#of(count.agencyCode ?? "", count.day);
      addTo(sum, count, sign);
    }
  }

  /** Every agency and day that was added to, also where the sum is nothing. */
  *rows(): Generator<DayCount> {
    for (const [agency, days] of this.#days)
      for (const [day, counts] of days)
        yield { agencyCode: agency === "" ? null : agency, day, ...counts };
  }

  #of(agency: string, day: string): Counts {
    let days = this.#days.get(agency);
    if (days === undefined) this.#days.set(agency, (days = new Map()));
    let counts = days.get(day);
    if (counts === undefined) days.set(day, (counts = { ...NOTHING }));
    return counts;
  }
}

/** Name by name: in a loop over the names it took a tenth of an import. */
function addTo(sum: Counts, count: BoardCount, sign: 1 | -1): void {
  sum.received += sign * count.received;
  sum.early += sign * count.early;
  sum.onTime += sign * count.onTime;
  sum.late += sign * count.late;
  sum.ended += sign * count.ended;
  sum.due += sign * count.due;
  sum.dueKept += sign * count.dueKept;
  sum.openDue += sign * count.openDue;
  sum.openNoDue += sign * count.openNoDue;
  sum.timeSet += sign * count.timeSet;
  sum.timeClosed += sign * count.timeClosed;
}

const NOTHING: BoardCount = {
  received: 0,
  early: 0,
  onTime: 0,
  late: 0,
  ended: 0,
  due: 0,
  dueKept: 0,
  openDue: 0,
  openNoDue: 0,
  timeSet: 0,
  timeClosed: 0,
};

/** Whether nothing was counted. */
export function isNothing(count: BoardCount): boolean {
  return COUNTS.every(([name]) => count[name] === 0);
}

/** Writes changes of one of the board's tables, within the caller's transaction. */
export function createBoardWriter(
  db: Database.Database,
  table: BoardTable,
): (change: BoardChange) => void {
  const add = db.prepare(
    `INSERT INTO ${table} (agency_code, day, ${COLUMNS.join(", ")})
     VALUES (?, ?, ${COLUMNS.map(() => "?").join(", ")})
     ON CONFLICT DO UPDATE SET ${COLUMNS.map((column) => `${column} = ${column} + excluded.${column}`).join(", ")}`,
  );
  const tidy = db.prepare(
    `DELETE FROM ${table} WHERE agency_code = ? AND day = ?
       AND ${COLUMNS.map((column) => `${column} = 0`).join(" AND ")}`,
  );
  return (change) => {
    for (const row of change.rows()) {
      if (isNothing(row)) continue;
      const agency = row.agencyCode ?? "";
      add.run(agency, row.day, ...COUNTS.map(([name]) => row[name]));
      // What only grew is not nothing.
      if (COUNTS.some(([name]) => row[name] < 0)) tidy.run(agency, row.day);
    }
  };
}

interface BoardDayRow extends BoardRow {
  readonly day: string;
}

/** All rows of one of the board's tables, by agency and day. */
export function createBoardRows(
  db: Database.Database,
  table: BoardTable,
): () => readonly DayCount[] {
  const all = db.prepare<[], BoardDayRow>(`SELECT * FROM ${table} ORDER BY agency_code, day`);
  return () => all.all().map((row) => ({ ...sumOf(row), day: row.day }));
}
