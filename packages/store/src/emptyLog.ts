import type Database from "better-sqlite3";

/**
 * Empties the log, which still holds pages that were overwritten in the database. Called at every
 * sweep, so what was in the way one time is made up for the next.
 */
export function emptyLog(db: Database.Database): void {
  try {
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch (cause) {
    // A full disk has no room for it either; work goes on, and the log is emptied later.
    const isFull = cause instanceof Error && "code" in cause && cause.code === "SQLITE_FULL";
    if (!isFull) throw cause;
  }
}
