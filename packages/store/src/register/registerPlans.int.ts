import type Database from "better-sqlite3";
import { expect, it } from "vitest";
import { aRegister } from "../testing/aRegister.ts";
import { lookInto } from "../testing/lookInto.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { registerKey, registerPath } from "./registerKey.ts";

/** What is asked while a citizen or an officer waits, or once for each row of an import. */
const LIVE = [
  "SELECT * FROM dossiers WHERE code = ?",
  "SELECT * FROM dossiers WHERE ref = ?",
  "SELECT ref, sealed FROM dossiers JOIN holders ON dossier_id = id WHERE ref = ?",
  `SELECT status, at FROM status_history
   WHERE dossier_id = (SELECT id FROM dossiers WHERE ref = ?) ORDER BY n DESC LIMIT ?`,
  `SELECT agency_code, count(*) FROM dossiers INDEXED BY dossiers_open_due
   WHERE open_due_at >= ? AND open_due_at < ? GROUP BY agency_code`,
  "SELECT max(n) + 1 FROM status_history WHERE dossier_id = ?",
  `SELECT * FROM dossiers INDEXED BY dossiers_held
   WHERE (received_at, id) > (?, ?) AND received_at <= ? AND holder_kind IS NOT NULL
   ORDER BY received_at, id LIMIT ?`,
  "SELECT * FROM openings WHERE code_hash = ? ORDER BY id DESC LIMIT ?",
  `SELECT * FROM runs WHERE source = ? AND fingerprint = ? AND outcome = 'done'
   ORDER BY id DESC LIMIT 1`,
];

function planOf(db: Database.Database, sql: string): readonly string[] {
  const parameters = Array.from({ length: sql.split("?").length - 1 }, () => 1);
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  return rows.all(...parameters).map(({ detail }) => detail);
}

it("no question that somebody waits for reads all dossiers, or sorts those it found", () => {
  const folder = temporaryFolder();
  aRegister({ folder, key: registerKey(folder) });
  const db = lookInto(registerPath(folder));
  for (const sql of LIVE) {
    const scans = planOf(db, sql).filter((line) => /^SCAN|TEMP B-TREE FOR ORDER/.test(line));
    expect([sql, scans]).toEqual([sql, []]);
  }
});
