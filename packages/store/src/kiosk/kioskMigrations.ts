import type { Migration } from "../migrations/Migration.ts";

/** What a kiosk keeps: wishes, its own numbers, what it owes the hub, papers. */
const initial: Migration = {
  version: 1,
  sql: `
CREATE TABLE wishes (
  id TEXT PRIMARY KEY,
  payload TEXT NOT NULL,
  arrived_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'refused', 'superseded', 'voided')),
  ticket_id TEXT UNIQUE,
  answer TEXT,
  CHECK ((state = 'asked') = (answer IS NULL)),
  CHECK ((state IN ('answered', 'superseded')) = (ticket_id IS NOT NULL))
) WITHOUT ROWID, STRICT;
CREATE INDEX wishes_asked ON wishes (arrived_at) WHERE state = 'asked';

CREATE TABLE numbers (
  day TEXT NOT NULL,
  letter TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  last INTEGER NOT NULL,
  used_on TEXT NOT NULL,
  PRIMARY KEY (day, letter, epoch, prefix)
) WITHOUT ROWID, STRICT;

CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  wish_id TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  label TEXT,
  ticket_id TEXT UNIQUE,
  arrived_at INTEGER NOT NULL,
  record TEXT NOT NULL,
  is_sealed INTEGER NOT NULL CHECK (is_sealed IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused')),
  code TEXT,
  UNIQUE (day, label),
  CHECK ((state = 'refused') = (code IS NOT NULL))
) STRICT;
CREATE INDEX outbox_waiting ON outbox (position) WHERE state = 'waiting';

CREATE TABLE papers (
  ticket_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'confirmed', 'unknown', 'failed')),
  asked_by TEXT UNIQUE,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, copy)
) WITHOUT ROWID, STRICT;
CREATE INDEX papers_unfinished ON papers (updated_at) WHERE state IN ('queued', 'sending');

CREATE TABLE confirmations (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ticket_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'unknown', 'failed')),
  is_told INTEGER NOT NULL CHECK (is_told IN (0, 1)),
  code TEXT
) STRICT;
CREATE INDEX confirmations_untold ON confirmations (position) WHERE is_told = 0;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
`,
};

/** Steps of a kiosk's own schema. */
export const KIOSK_MIGRATIONS: readonly Migration[] = [initial];
