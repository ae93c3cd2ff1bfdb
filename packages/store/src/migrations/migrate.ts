import type Database from "better-sqlite3";
import { StoreError } from "../StoreError.ts";
import { initial } from "./0001-initial.ts";
import { printJobs } from "./0002-print-jobs.ts";
import { guardsAndIndexes } from "./0003-guards-and-indexes.ts";
import { queuedPrints } from "./0004-queued-prints.ts";
import { offlineSeries } from "./0005-offline-series.ts";
import { catalogue } from "./0006-catalogue.ts";
import type { Migration } from "./Migration.ts";

const MIGRATIONS: readonly Migration[] = [
  initial,
  printJobs,
  guardsAndIndexes,
  queuedPrints,
  offlineSeries,
  catalogue,
];

/** The schema this release works with. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings a hub's database up to this release's schema, each step in one transaction.
 *
 * @param upTo the schema to stop at; a test that makes an old database stops early
 * @throws StoreError `newer_schema` when a later release wrote it
 */
export function migrate(db: Database.Database, path: string, upTo = SCHEMA_VERSION): void {
  applyMigrations(db, path, MIGRATIONS, upTo);
}

/** As {@link migrate}, for a database with steps of its own. */
export function applyMigrations(
  db: Database.Database,
  path: string,
  migrations: readonly Migration[],
  upTo: number,
): void {
  const found = Number(db.pragma("user_version", { simple: true }));
  if (found > migrations.length)
    throw new StoreError(
      "newer_schema",
      `${path} was written by a newer release (schema ${found}, this one knows ${migrations.length}). Install that release again.`,
    );
  for (const { version, sql } of migrations) {
    if (version <= found || version > upTo) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}
