import { join } from "node:path";
import { mkdirSync } from "node:fs";
import type Database from "better-sqlite3";
import { CatalogueStore } from "./CatalogueStore.ts";
import { ContactStore } from "./ContactStore.ts";
import { IdentityStore } from "./IdentityStore.ts";
import { lockFolder } from "./lockFolder.ts";
import { MetaStore } from "./MetaStore.ts";
import { OfflineSeriesStore } from "./OfflineSeriesStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { PaperStore } from "./PaperStore.ts";
import { SettingsStore } from "./SettingsStore.ts";
import { SqliteJournal } from "./SqliteJournal.ts";
import { asStoreError, StoreError } from "./StoreError.ts";

/** All that a hub keeps. */
export interface Store {
  readonly path: string;
  readonly journal: SqliteJournal;
  readonly settings: SettingsStore;
  readonly identities: IdentityStore;
  readonly contacts: ContactStore;
  readonly papers: PaperStore;
  readonly series: OfflineSeriesStore;
  readonly catalogue: CatalogueStore;
  readonly meta: MetaStore;
  readonly close: () => void;
}

/**
 * Opens the store of a data folder for this process alone.
 *
 * @param folder made when missing; `:memory:` keeps everything in memory, for tests
 * @throws StoreError with advice when the folder can't be used
 */
export function openStore(folder: string): Store {
  if (folder === ":memory:") return storeOn(":memory:", () => undefined);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StoreError(
      "not_writable",
      `The data folder ${folder} can't be made. Check its owner and permissions, or choose another with --data.`,
      { cause },
    );
  }
  const unlock = lockFolder(join(folder, "hub.lock"), "hub");
  try {
    return storeOn(join(folder, "hub.db"), unlock);
  } catch (cause) {
    unlock();
    throw cause;
  }
}

function storeOn(path: string, unlock: () => void): Store {
  const db = openDatabase(path);
  return {
    path,
    journal: openJournal(db, path),
    settings: new SettingsStore(db),
    identities: new IdentityStore(db),
    contacts: new ContactStore(db),
    papers: new PaperStore(db),
    series: new OfflineSeriesStore(db),
    catalogue: new CatalogueStore(db),
    meta: new MetaStore(db),
    close() {
      db.close();
      unlock();
    },
  };
}

function openJournal(db: Database.Database, path: string): SqliteJournal {
  try {
    return new SqliteJournal(db);
  } catch (cause) {
    db.close();
    throw asStoreError(cause, path);
  }
}
