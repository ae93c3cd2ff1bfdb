import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "@luot/kit";

/** The book of a kiosk: its token, its series, what it has not told its hub yet. */
const BOOK = ["kiosk.db", "kiosk.db-wal", "kiosk.db-shm"];

/**
 * Puts the book of another hub aside, under the time at which that was done. It is not deleted: it
 * may hold numbers that its own hub was never told of.
 *
 * @param folder the app's data folder
 * @param at as a name, e.g. `20260102-030405`
 * @returns whether it is out of the way
 */
export function putAside(folder: string, at: string, log: Logger): boolean {
  const present = BOOK.filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return true;
  const aside = join(folder, "aside", at);
  try {
    mkdirSync(aside, { recursive: true });
    for (const name of present) renameSync(join(folder, name), join(aside, name));
  } catch (cause) {
    log.error("the book of the hub before can't be put aside", { cause });
    return false;
  }
  log.warn("the book of the hub before was put aside", { aside });
  return true;
}
