import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "@luot/kit";

/** The book of a kiosk: its token, its series, what it has not told its hub yet. */
const BOOK = ["kiosk.db", "kiosk.db-wal", "kiosk.db-shm"];
/** Where files wait for the rest of theirs: a book without its `-wal` is not whole. */
const ON_THE_WAY = ".moving";

/**
 * Puts the book of another hub aside, under the time at which that was done. It is not deleted: it
 * may hold numbers that its own hub was never told of. What was moved before it was stopped on the
 * way stays with the rest: whoever calls again until it is done finds all in one folder.
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
    log.error("the book of the hub before can't be put aside", { cause });
    return false;
  }
  // Not by its path: the log takes long rows of digits for somebody's number.
  log.warn("the book of the hub before is in the folder aside now, under the time of this line");
  return true;
}
