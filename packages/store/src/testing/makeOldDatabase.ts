import Database from "better-sqlite3";
import { toSnapshot } from "@luot/domain";
import { aCentre } from "@luot/domain/testing";
import { IdentityStore } from "../IdentityStore.ts";
import { migrate } from "../migrations/migrate.ts";
import { SettingsStore } from "../SettingsStore.ts";
import { SqliteJournal } from "../SqliteJournal.ts";
import { History } from "./History.ts";

/** Kept at its first version, so that a small page makes a small file. */
const PAGE_BYTES = 1_024;

/**
 * Makes a database as the release with schema 1 left it. `fixtures/schema-1.db` was made so and is
 * never made again: code of today writes what is today's, and the file is to stay what is out there.
 */
export async function makeOldDatabase(path: string): Promise<void> {
  const db = new Database(path);
  db.pragma(`page_size = ${PAGE_BYTES}`);
  migrate(db, path, 1);
  new SettingsStore(db).add(aCentre({}), 1);
  const journal = new SqliteJournal(db);
  const history = new History();
  await journal.append(0, history.open());
  await journal.append(4, [history.issue(), history.callNext(), history.issue()]);
  journal.saveSnapshot(toSnapshot(history.state), 1);
  await journal.append(7, [history.callNext(), history.issue()]);
  addIdentities(new IdentityStore(db));
  db.close();
}

function addIdentities(identities: IdentityStore): void {
  const desk = { id: "desk", role: "counter", name: "Quầy 1", counterId: "c1" } as const;
  identities.addDevice({ ...desk, zone: null, pairedAt: 1, revokedAt: null }, "token hash");
  const account = { id: "officer-c1", name: "Cán bộ", role: "officer", rights: [] } as const;
  const hashes = { passwordHash: "password hash", pinHash: "pin hash" };
  identities.putOfficer({ ...account, ...hashes, isActive: true });
  const times = { createdAt: 1, usedAt: 1, isLocked: false };
  const session = { tokenHash: "session hash", officerId: account.id, deviceId: desk.id };
  identities.startSession({ ...session, ...times });
}
