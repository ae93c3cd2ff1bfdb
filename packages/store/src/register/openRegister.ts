import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { MetaStore } from "../MetaStore.ts";
import { applyMigrations } from "../migrations/migrate.ts";
import { openDurably } from "../openDatabase.ts";
import { asStoreError, StoreError } from "../StoreError.ts";
import { createAdoption, createRecount } from "./adoptRules.ts";
import { createApply } from "./applyRows.ts";
import type { DossierRegister, RegisterReader } from "./DossierRegister.ts";
import { createDossierWriter } from "./dossierWriter.ts";
import { createEraser } from "./eraseExpired.ts";
import { readNotes, writeNotes } from "./notes.ts";
import { readBoard } from "./readBoard.ts";
import { readDossiers } from "./readDossiers.ts";
import { readRuns } from "./readRuns.ts";
import { registerPath } from "./registerKey.ts";
import { REGISTER_MIGRATIONS } from "./registerMigrations.ts";
import type { RegisterRules } from "./RegisterRules.ts";
import { createSeal, type Seal } from "./Seal.ts";
import {
  createRunTally,
  createSourceMaker,
  endInterrupted,
  writeRuns,
  writeSources,
} from "./writeRuns.ts";

const OWNER_ONLY = 0o600;
const BUSY_TIMEOUT_MS = 5_000;
/** In KiB: an import of many rows keeps the indexes that it writes everywhere in. */
const WRITER_CACHE_KIB = 131_072;
const KEY_CHECK = "key_check";
/** Another file has other refs: a dossier of this one is none of a file that was begun anew. */
const REF_SALT = "ref_salt";
const SALT_BYTES = 16;

/** What a register is opened with. */
export interface RegisterOptions {
  /** As `registerKey` gives it. */
  readonly key: Buffer;
  readonly rules: RegisterRules;
  /** Epoch ms of the hub's clock. */
  readonly now: number;
}

/**
 * Opens the register of a data folder to write in it; the folder belongs to one hub, and of that to
 * one thread. Counts the board and makes the masks anew when the rules are others than last time:
 * with a million dossiers that takes a while.
 *
 * @param folder made when missing; `:memory:` keeps everything in memory, for tests
 * @throws StoreError with advice when it can't be used, `wrong_key` when another key sealed it
 */
export function openRegister(
  folder: string,
  { key, rules, now }: RegisterOptions,
): DossierRegister {
  const path = folder === ":memory:" ? folder : makeFile(folder);
  const db = openDurably(path, (db) =>
    applyMigrations(db, path, REGISTER_MIGRATIONS, REGISTER_MIGRATIONS.length),
  );
  try {
    db.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
    const seal = createSeal(key);
    const meta = new MetaStore(db);
    meta.readOrMake(KEY_CHECK, () => seal.check);
    meta.readOrMake(REF_SALT, () => randomBytes(SALT_BYTES).toString("base64url"));
    checkKey(db, seal, path);
    endInterrupted(db, now);
    const register = writableOn(db, path, seal, rules);
    register.adopt(rules);
    return register;
  } catch (cause) {
    db.close();
    throw asStoreError(cause, path);
  }
}

/**
 * Opens the register to read it, beside the one that writes: reading never waits for an import.
 *
 * @throws StoreError when no register was opened there before, or one of another release or key
 */
export function openRegisterReader(
  folder: string,
  { key }: Pick<RegisterOptions, "key">,
): RegisterReader {
  const path = registerPath(folder);
  let db: Database.Database;
  try {
    db = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  } catch (cause) {
    throw asStoreError(cause, path);
  }
  try {
    const seal = createSeal(key);
    checkKey(db, seal, path);
    return readableOn(db, path, seal);
  } catch (cause) {
    db.close();
    throw asStoreError(cause, path);
  }
}

/** SQLite gives its other files the permissions of the first. */
function makeFile(folder: string): string {
  const path = registerPath(folder);
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(path, "a", OWNER_ONLY));
    chmodSync(path, OWNER_ONLY);
  } catch (cause) {
    throw new StoreError(
      "not_writable",
      `${path} can't be written. Check the folder's owner and permissions.`,
      { cause },
    );
  }
  return path;
}

function checkKey(db: Database.Database, seal: Seal, path: string): void {
  if (new MetaStore(db).read(KEY_CHECK) !== seal.check)
    throw new StoreError(
      "wrong_key",
      `${path} was sealed with another key than register.key beside it. Put the right key back from a copy, or delete ${path} and import the dossiers again.`,
    );
}

function readableOn(db: Database.Database, path: string, seal: Seal): RegisterReader {
  const refs = seal.refs(new MetaStore(db).read(REF_SALT) ?? "");
  return {
    path,
    ...readDossiers(db, seal, refs),
    ...readBoard(db),
    ...readRuns(db, seal),
    ...readNotes(db, seal),
    close: () => void db.close(),
  };
}

function writableOn(
  db: Database.Database,
  path: string,
  seal: Seal,
  first: RegisterRules,
): DossierRegister {
  let rules = first;
  const current = (): RegisterRules => rules;
  const tally = createRunTally(db);
  const bringUp = createAdoption(db, seal, current);
  return {
    ...readableOn(db, path, seal),
    ...writeRuns(db, tally),
    ...writeSources(db, seal),
    ...writeNotes(db, seal),
    apply: createApply(db, {
      rules: current,
      writer: createDossierWriter(db, seal, current),
      tally,
      makeSource: createSourceMaker(db),
    }),
    eraseExpired: createEraser(db, seal, current),
    recountBoard: createRecount(db, current),
    adopt(next) {
      rules = next;
      bringUp();
    },
  };
}
