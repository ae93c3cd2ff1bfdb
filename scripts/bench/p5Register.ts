import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contributionOf, isPastPurpose, isStep, maskName, maskPhone } from "@luot/dossier";
import {
  type DossierRegister,
  openRegister,
  openRegisterReader,
  type RegisterRecord,
  registerKey,
  type RegisterRow,
  type RegisterRules,
} from "@luot/store";
import Database from "better-sqlite3";
import { median, percentile } from "./figures.ts";
import { recordAt } from "./registerRows.ts";

/** Rows of one file, and so of one transaction. */
const FILE_ROWS = 100_000;
const LOOK_UPS = 50_000;
const CHANGES = 20_000;
/** So late that every made-up dossier is of the past, and none past its purpose. */
const NOW = Date.UTC(2026, 10, 24);
const ZONE = "Asia/Ho_Chi_Minh";
const KEEP = { holderDays: 3_650, dossierDays: 3_650 };

const RULES: RegisterRules = {
  boardId: ZONE,
  contributionOf: (facts) => contributionOf(facts, ZONE),
  maskId: "initials",
  maskName,
  maskPhone,
  isStep: (from, to) => isStep(from, to, "2026-11-24"),
  isPastPurpose: (facts, now) => isPastPurpose(facts, now, KEEP),
};

type Figures = Record<
  "RegisterRows" | "RegisterPlain" | "RegisterSame" | "RegisterFind" | "RegisterBoard",
  number
>;

/**
 * The register: rows a second of new dossiers, holders sealed, in files of 100,000, and how much of
 * plain inserts of the same rows that is; rows of a file that is known; a look-up's p99 in ms; and
 * the time of a changed dossier, board included, ÷ counting the board anew.
 *
 * @throws when the board that was kept up is not the one that is counted anew
 */
export function measureRegister(dossiers: number, say: (line: string) => void): Figures {
  const folder = mkdtempSync(join(tmpdir(), "luot-bench-register-"));
  const register = openRegister(folder, { key: registerKey(folder), rules: RULES, now: NOW });
  try {
    const run = register.beginRun({ source: "bench", name: "", fingerprint: null, at: NOW });
    const rates: number[] = [];
    const plain: number[] = [];
    for (let from = 0; from < dossiers; from += FILE_ROWS) {
      const rows = rowsFrom(from, Math.min(FILE_ROWS, dossiers - from));
      const ms = taken(register, run, rows, "added");
      rates.push((rows.length / ms) * 1_000);
      if (from < 3 * FILE_ROWS) plain.push(ms / plainInserts(folder, rows));
      say(`  ${from + rows.length} dossiers: ${rates.at(-1)?.toFixed(0)} rows/s`);
    }
    const known = rowsFrom(0, Math.min(FILE_ROWS, dossiers));
    const sameMs = taken(register, run, known, "same");
    const find = findTimes(folder, dossiers, say);
    const board = boardTimes(register, run, say);
    return {
      RegisterRows: median(rates),
      RegisterPlain: 1 / median(plain),
      RegisterSame: (known.length / sameMs) * 1_000,
      RegisterFind: find,
      RegisterBoard: board,
    };
  } finally {
    register.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsFrom(first: number, count: number): readonly RegisterRow[] {
  return Array.from({ length: count }, (_, at) => ({ row: at + 1, record: recordAt(first + at) }));
}

/** Milliseconds until rows are durable, all with this outcome. */
function taken(
  register: DossierRegister,
  run: number,
  rows: readonly RegisterRow[],
  outcome: "added" | "same" | "changed",
): number {
  const startedAt = performance.now();
  const report = register.apply({ source: "bench", run, at: NOW, rows });
  const ms = performance.now() - startedAt;
  if (!report.ok || report.value[outcome] !== rows.length)
    throw new Error(`not all rows were ${outcome}`);
  return ms;
}

/** The same texts and numbers into one table, as durable: all that any register has to do. */
function plainInserts(folder: string, rows: readonly RegisterRow[]): number {
  const path = join(folder, "plain.db");
  const db = new Database(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(`CREATE TABLE plain (code TEXT PRIMARY KEY, ${PLAIN.join(", ")}) STRICT`);
  const insert = db.prepare(`INSERT INTO plain VALUES (?, ${PLAIN.map(() => "?").join(", ")})`);
  const insertAll = db.transaction(() => {
    for (const row of rows) if ("record" in row) insert.run(...plainValues(row.record));
  });
  const startedAt = performance.now();
  insertAll();
  const ms = performance.now() - startedAt;
  db.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
  return ms;
}

const PLAIN = [
  "procedure_code TEXT",
  "procedure_name TEXT",
  "field TEXT",
  "agency_code TEXT",
  "unit TEXT",
  "received_at INTEGER",
  "due_at INTEGER",
  "finished_at INTEGER",
  "status TEXT",
  "status_at INTEGER",
  "updated_at INTEGER",
  "name TEXT",
  "phone TEXT",
  "identity TEXT",
] as const;

function plainValues(record: RegisterRecord): readonly (string | number | null)[] {
  const { code, procedureCode, procedureName, field, agencyCode, unit, holder } = record;
  const { receivedAt, dueAt, finishedAt, status, statusAt, updatedAt } = record;
  const what = [code, procedureCode, procedureName, field, agencyCode, unit];
  const when = [receivedAt, dueAt, finishedAt, status, statusAt, updatedAt];
  return [...what, ...when, holder?.name ?? "", holder?.phone ?? "", holder?.identity ?? ""];
}

/** A citizen's scan: one in ten is of a code that nobody knows. */
function findTimes(folder: string, dossiers: number, say: (line: string) => void): number {
  const reader = openRegisterReader(folder, { key: registerKey(folder) });
  const times: number[] = [];
  for (let look = 0; look < LOOK_UPS; look++) {
    const { code } = recordAt((look * 7_919 * 31) % dossiers);
    const asked = look % 10 === 0 ? `${code}99` : code;
    const startedAt = performance.now();
    const found = reader.find(asked);
    times.push(performance.now() - startedAt);
    if ((found === null) !== (look % 10 === 0)) throw new Error(`${asked} was not found rightly`);
  }
  reader.close();
  const shown = [0.5, 0.99, 0.999].map((share) => percentile(times, share).toFixed(4));
  say(`  look-up p50, p99, p99.9: ${shown.join(", ")} ms`);
  return percentile(times, 0.99);
}

/** What one change costs, of what counting the board anew does. */
function boardTimes(register: DossierRegister, run: number, say: (line: string) => void): number {
  const rows: RegisterRow[] = [];
  for (let n = 0; rows.length < CHANGES; n++) {
    const record = recordAt(n);
    if (record.status !== "9") continue;
    const returned = { ...record, status: "10" as const, returnedAt: NOW, updatedAt: NOW };
    rows.push({ row: rows.length + 1, record: returned });
  }
  const changeMs = taken(register, run, rows, "changed") / rows.length;
  const startedAt = performance.now();
  const wrong = register.recountBoard();
  const recountMs = performance.now() - startedAt;
  if (wrong !== 0) throw new Error(`the board was wrong on ${wrong} days`);
  say(`  a change ${changeMs.toFixed(3)} ms, a recount ${recountMs.toFixed(0)} ms, none wrong`);
  return changeMs / recountMs;
}
