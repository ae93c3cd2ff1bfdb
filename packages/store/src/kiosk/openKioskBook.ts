import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from "node:fs";
import { join } from "node:path";
import { type Clock, type Logger, uuidv7 } from "@luot/kit";
import type Database from "better-sqlite3";
import { z } from "zod";
import { lockFolder } from "../lockFolder.ts";
import { applyMigrations } from "../migrations/migrate.ts";
import { openDurably } from "../openDatabase.ts";
import { asStoreError, StoreError } from "../StoreError.ts";
import { KioskBook } from "./KioskBook.ts";
import { KIOSK_MIGRATIONS } from "./kioskMigrations.ts";

/** Nobody but the kiosk's own account reads its token. */
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/**
 * Opens a kiosk's book for this process alone. A damaged one is put aside as `.broken-<ms>` and a
 * new one begun, because a kiosk has to start: it is paired anew, and is handed a fresh series, so
 * that no number comes twice.
 *
 * @param folder made when missing; `:memory:` keeps everything in memory, for tests
 * @throws StoreError when the folder can't be used, another process has it, or a newer release
 *   wrote the book
 */
export function openKioskBook(
  folder: string,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): KioskBook {
  const newId = (): string => uuidv7(clock.now(), crypto.getRandomValues(new Uint8Array(10)));
  if (folder === ":memory:") return openChecked(":memory:", { newId, unlock: () => undefined });
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  } catch (cause) {
    throw new StoreError(
      "not_writable",
      `The kiosk's folder ${folder} can't be made. Check its owner and permissions.`,
      { cause },
    );
  }
  const path = join(folder, "kiosk.db");
  const unlock = lockFolder(join(folder, "kiosk.lock"), "kiosk");
  const open = (): KioskBook => openChecked(path, { newId, unlock });
  try {
    return open();
  } catch (cause) {
    if (!isDamage(cause)) {
      unlock();
      throw cause;
    }
    const aside = putAside(path, clock.now());
    log.error("the kiosk's book is damaged; put aside, and a new one begun", { aside, cause });
  }
  try {
    return open();
  } catch (cause) {
    unlock();
    throw cause;
  }
}

function openChecked(
  path: string,
  rest: { readonly newId: () => string; readonly unlock: () => void },
): KioskBook {
  if (path !== ":memory:") makeFile(path);
  const db = openDurably(path, (db) =>
    applyMigrations(db, path, KIOSK_MIGRATIONS, KIOSK_MIGRATIONS.length),
  );
  try {
    assertWhole(db, path);
    const book = new KioskBook(db, { path, ...rest });
    book.check();
    return book;
  } catch (cause) {
    db.close();
    throw asStoreError(cause, path);
  }
}

/** SQLite gives its other files the permissions of the first. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, "a", OWNER_ONLY));
    chmodSync(path, OWNER_ONLY);
  } catch (cause) {
    throw new StoreError(
      "not_writable",
      `${path} can't be written. Check the folder's owner and permissions.`,
      { cause },
    );
  }
}

function assertWhole(db: Database.Database, path: string): void {
  const found = db.pragma("quick_check(1)", { simple: true });
  if (found !== "ok") throw new StoreError("corrupt", `${path} is damaged: ${String(found)}`);
}

/** A page that can't be read, a table that is not there, or a value that says nothing. */
function isDamage(cause: unknown): boolean {
  if (cause instanceof StoreError) return cause.fault === "corrupt";
  if (cause instanceof z.ZodError || cause instanceof SyntaxError) return true;
  return cause instanceof Error && "code" in cause && cause.code === "SQLITE_ERROR";
}

function putAside(path: string, now: number): string {
  const aside = `${path}.broken-${now}`;
  for (const end of ["", "-wal", "-shm"])
    if (existsSync(path + end)) renameSync(path + end, aside + end);
  return aside;
}
