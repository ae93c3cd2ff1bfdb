import Database from "better-sqlite3";
import { migrate } from "./migrations/migrate.ts";
import { asStoreError, StoreError } from "./StoreError.ts";

/** What every open database must say of itself. */
interface Durability {
  readonly journalMode: unknown;
  readonly synchronous: unknown;
  readonly foreignKeys: unknown;
  readonly busyTimeoutMs: unknown;
}

const BUSY_TIMEOUT_MS = 5_000;
const SYNCHRONOUS_FULL = 2;
const CHECKPOINT_PAGES = 10_000;

/**
 * Opens the hub's database with the durability the product promises and brings its schema up to
 * date.
 *
 * @param path a file, or `:memory:` for tests, which is as durable as memory can be
 * @throws StoreError when the file is damaged, in use, not writable, from a newer release, or when
 *   SQLite does not confirm WAL and synchronous=FULL: better no hub than one that loses tickets
 */
export function openDatabase(path: string): Database.Database {
  return openDurably(path, (db) => migrate(db, path));
}

/**
 * As {@link openDatabase}, for a database with a schema of its own.
 *
 * @param bringUp brings the schema up to date
 */
export function openDurably(
  path: string,
  bringUp: (db: Database.Database) => void,
): Database.Database {
  let db: Database.Database;
  try {
    db = new Database(path);
  } catch (cause) {
    throw asStoreError(cause, path);
  }
  try {
    makeDurable(db);
    assertDurable(db, path);
    bringUp(db);
    return db;
  } catch (cause) {
    db.close();
    throw asStoreError(cause, path);
  }
}

function makeDurable(db: Database.Database): void {
  db.pragma("journal_mode = WAL");
  // WAL alone means NORMAL in this build on every later open, which loses commits in a power cut.
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  db.pragma("journal_size_limit = 67108864");
  // The same few pages are written again and again: copying them back rarely stalls answers less.
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  db.pragma("cell_size_check = ON");
  db.pragma("secure_delete = ON");
  // Else INSERT OR REPLACE would delete behind the back of the append-only triggers.
  db.pragma("recursive_triggers = ON");
  // The setting shows only after a read.
  db.prepare("SELECT count(*) FROM sqlite_schema").get();
}

/** Reads back what the database says of its own durability. */
export function durabilityOf(db: Database.Database): Durability {
  const read = (name: string): unknown => db.pragma(name, { simple: true });
  return {
    journalMode: read("journal_mode"),
    synchronous: read("synchronous"),
    foreignKeys: read("foreign_keys"),
    busyTimeoutMs: read("busy_timeout"),
  };
}

function assertDurable(db: Database.Database, path: string): void {
  const found = durabilityOf(db);
  const expectedMode = path === ":memory:" ? "memory" : "wal";
  if (
    found.journalMode !== expectedMode ||
    found.synchronous !== SYNCHRONOUS_FULL ||
    found.foreignKeys !== 1 ||
    found.busyTimeoutMs !== BUSY_TIMEOUT_MS
  )
    throw new StoreError(
      "not_durable",
      `${path} can't promise that nothing is lost: ${JSON.stringify(found)}. Put the data folder on a local disk, not on a network share.`,
    );
}
