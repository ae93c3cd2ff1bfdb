import type { Migration } from "./Migration.ts";

/** The journal, its read models, settings, identities and contacts. */
export const initial: Migration = {
  version: 1,
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- What was answered to each command, refusals too, so that a repeated id gets the same answer.
CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  actor TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  command_id TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- hash = SHA-256 of the hash before and the bodies of the events of the commit, in order.
CREATE TABLE commits (
  last_seq INTEGER PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER events_hold BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE snapshots (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE settings_versions (
  version INTEGER PRIMARY KEY,
  hash TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- Read models, written with the events, for reports. Live commands never read them.
CREATE TABLE tickets (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  label TEXT NOT NULL,
  service_id TEXT NOT NULL,
  class TEXT NOT NULL,
  status TEXT NOT NULL,
  counter_id TEXT,
  issued_at INTEGER NOT NULL,
  called_at INTEGER,
  finished_at INTEGER,
  outcome TEXT
) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX tickets_label ON tickets (day, label);
CREATE UNIQUE INDEX tickets_busy ON tickets (day, counter_id) WHERE status IN ('called', 'serving');

CREATE TABLE calls (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  counter_id TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  waited_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE service_intervals (
  seq INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  counter_id TEXT,
  actor TEXT NOT NULL,
  ended_at INTEGER NOT NULL,
  service_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL
) STRICT;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  counter_id TEXT,
  zone TEXT,
  token_hash TEXT NOT NULL UNIQUE,
  paired_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID, STRICT;

CREATE TABLE officers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  rights TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  is_active INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL REFERENCES officers (id),
  device_id TEXT NOT NULL REFERENCES devices (id),
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,
  is_locked INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- What a citizen chose to give, under its own key, with purpose and expiry; never in the journal.
CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'name')),
  value TEXT NOT NULL,
  purpose TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
CREATE INDEX contacts_expiry ON contacts (expires_at);
`,
};
