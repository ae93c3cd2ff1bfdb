import Database from "better-sqlite3";
import { asStoreError, StoreError } from "./StoreError.ts";

/**
 * Takes a data folder for this process alone; the system frees it when the process ends, however
 * it ends.
 *
 * @param path of the lock file, made when missing
 * @param who works there, for the message
 * @returns the function that frees it
 * @throws StoreError `locked` when another one has it, `not_writable`, or `corrupt` when the file
 *   is no lock file
 */
export function lockFolder(path: string, who: "hub" | "kiosk"): () => void {
  let lock: Database.Database;
  try {
    lock = new Database(path, { timeout: 0 });
  } catch (cause) {
    throw asStoreError(cause, path);
  }
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    throw asLockError(asStoreError(cause, path), path, who);
  }
  return () => lock.close();
}

function asLockError(error: Error, path: string, who: string): Error {
  if (!(error instanceof StoreError)) return error;
  if (error.fault === "locked")
    return new StoreError(
      "locked",
      `Another ${who} already works in this data folder (${path}). Stop it, or choose another folder with --data.`,
      { cause: error.cause },
    );
  if (error.fault === "corrupt")
    return new StoreError(
      "corrupt",
      `${path} should be a lock file and is not. It holds nothing of value: delete it and start again.`,
      { cause: error.cause },
    );
  return error;
}
