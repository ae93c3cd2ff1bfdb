import Database from "better-sqlite3";
import { onTestFinished } from "vitest";

/** A second connection on a store's file, for a look past its own code; closed with the test. */
export function lookInto(path: string): Database.Database {
  const db = new Database(path);
  onTestFinished(() => void db.close());
  return db;
}
