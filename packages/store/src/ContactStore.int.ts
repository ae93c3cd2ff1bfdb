import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { type Contact, ContactStore } from "./ContactStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

const SECRET = "an-address-nobody-else-has@example.vn";
const CONTACT: Contact = {
  id: "1",
  ticketId: "t",
  kind: "email",
  value: SECRET,
  purpose: "call_reminder",
  expiresAt: 100,
};

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

it("contacts are erased at their expiry, not before, and only those", () => {
  const db = openDatabase(":memory:");
  const contacts = new ContactStore(db);
  contacts.add(CONTACT);
  contacts.add({ ...CONTACT, id: "2", expiresAt: 101 });
  expect(contacts.eraseExpired(99)).toBe(0);
  expect(contacts.eraseExpired(100)).toBe(1);
  expect(db.prepare("SELECT id FROM contacts").pluck().all()).toEqual(["2"]);
  db.close();
});

it("an erased contact is in no file any more, not even in the log", () => {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, "hub.db"));
  const contacts = new ContactStore(db);
  contacts.add(CONTACT);
  expect(filesWith(folder, SECRET)).toEqual(["hub.db-wal"]);
  db.pragma("wal_checkpoint(TRUNCATE)");
  expect(filesWith(folder, SECRET)).toEqual(["hub.db"]);

  contacts.eraseExpired(100);
  expect(existsSync(join(folder, "hub.db-wal"))).toBe(true);
  expect(filesWith(folder, SECRET)).toEqual([]);
  db.close();
});

it("a full disk puts the emptying of the log off, and nothing else does", () => {
  const folder = temporaryFolder();
  const db = openDatabase(join(folder, "hub.db"));
  const contacts = new ContactStore(db);
  contacts.add(CONTACT);
  const pragma = vi.spyOn(db, "pragma");
  pragma.mockImplementationOnce(() => {
    throw new Database.SqliteError("database or disk is full", "SQLITE_FULL");
  });
  expect(contacts.eraseExpired(100)).toBe(1);
  expect(filesWith(folder, SECRET)).toEqual(["hub.db-wal"]);
  expect(contacts.eraseExpired(100)).toBe(0);
  expect(filesWith(folder, SECRET)).toEqual([]);
  pragma.mockImplementationOnce(() => {
    throw new Database.SqliteError("disk I/O error", "SQLITE_IOERR");
  });
  expect(() => contacts.eraseExpired(100)).toThrow("disk I/O error");
  db.close();
});

it("a contact of another kind is refused by the table", () => {
  const db = openDatabase(":memory:");
  new ContactStore(db).add(CONTACT);
  expect(() => db.exec("UPDATE contacts SET kind = 'fax'")).toThrow("CHECK");
  db.close();
});
