import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Logger } from "@luot/kit";

/** The book of a kiosk: its token, its series, what it has not told its hub yet. */
const BOOK = ["kiosk.db", "kiosk.db-wal", "kiosk.db-shm"];
/** Where Chromium keeps a page's storage: tokens, and what a counter has not told its hub yet. */
const STORAGE = "Local Storage";
/** Where files wait for the rest of theirs: a book without its `-wal` is not whole. */
const ON_THE_WAY = ".moving";

/**
 * Copies the storage of the pages to where {@link putAside} goes on, before it is cleared. Called
 * again it keeps what it has: the storage may have been cleared meanwhile.
 *
 * @param folder the app's data folder; no page has been opened yet
 * @throws the system's error; then nothing may be cleared
 */
export function copyStorageAside(folder: string): void {
  const from = join(folder, STORAGE);
  const to = join(folder, "aside", ON_THE_WAY, STORAGE);
  if (!existsSync(from) || existsSync(to)) return;
  const draft = `${to}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, filter: isNoLock });
  renameSync(draft, to);
}

/** The lock holds nothing, and on Windows it can't be read while the storage is open. */
function isNoLock(path: string): boolean {
  return basename(path) !== "LOCK";
}

/**
 * Puts the book of another hub aside, and what was copied aside with it, under the time at which
 * that was done. It is not deleted: it may hold numbers that its own hub was never told of. What was
 * moved before it was stopped on the way stays with the rest: whoever calls again until it is done
 * finds all in one folder.
 *
 * @param folder the app's data folder
 * @param at as a name, e.g. `20260102-030405`
 * @returns whether it is out of the way
 */
export function putAside(folder: string, at: string, log: Logger): boolean {
  const present = BOOK.filter((name) => existsSync(join(folder, name)));
  const moving = join(folder, "aside", ON_THE_WAY);
  if (present.length === 0 && !existsSync(moving)) return true;
  try {
    mkdirSync(moving, { recursive: true });
    for (const name of present) renameSync(join(folder, name), join(moving, name));
    renameSync(moving, join(folder, "aside", at));
  } catch (cause) {
    log.error("what was kept for the hub before can't be put aside", { cause });
    return false;
  }
  // Not by its path: the log takes long rows of digits for somebody's number.
  log.warn("what was kept for the hub before is in the folder aside, under the time of this line");
  return true;
}
