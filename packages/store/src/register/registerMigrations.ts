import type { Migration } from "../migrations/Migration.ts";

const BOARD_COLUMNS = `
  agency_code TEXT NOT NULL,
  day TEXT NOT NULL,
  received INTEGER NOT NULL,
  early INTEGER NOT NULL,
  on_time INTEGER NOT NULL,
  late INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  due INTEGER NOT NULL,
  due_kept INTEGER NOT NULL,
  open_due INTEGER NOT NULL,
  open_no_due INTEGER NOT NULL,
  time_set INTEGER NOT NULL,
  time_closed INTEGER NOT NULL,
  PRIMARY KEY (agency_code, day)`;

/**
 * What the register keeps. Names, phones and identity numbers are only in `sealed`; what of them may
 * be shown is in `shown`. `holder_state`: none was told (0), it was erased (1), it is there (2).
 *
 * What a source said of a dossier is one text, `said`: each column more costs an import as much as
 * two hundred letters. Beside it are the columns that SQL looks for. `updated_at` is the version that
 * first told what is kept, `version` the newest that told it. A dossier has no `status_history`
 * before its first change: until then `said` has its only state. An agency that is not told is an
 * empty text in the board's keys.
 */
const initial: Migration = {
  version: 1,
  sql: `
CREATE TABLE dossiers (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  version INTEGER,
  holder_state INTEGER NOT NULL CHECK (holder_state IN (0, 1, 2)),
  received_at INTEGER NOT NULL,
  open_due_at INTEGER,
  agency_code TEXT CHECK (agency_code <> ''),
  source TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  updated_at INTEGER,
  said TEXT NOT NULL,
  shown TEXT,
  sealed BLOB,
  CHECK ((holder_state = 2) = (sealed IS NOT NULL)),
  CHECK ((shown IS NULL) = (sealed IS NULL))
) STRICT;
CREATE INDEX dossiers_kept ON dossiers (holder_state, received_at);
CREATE INDEX dossiers_open_due ON dossiers (open_due_at, agency_code)
  WHERE open_due_at IS NOT NULL;

CREATE TABLE status_history (
  dossier_id INTEGER NOT NULL REFERENCES dossiers (id),
  n INTEGER NOT NULL,
  status TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (dossier_id, n)
) WITHOUT ROWID, STRICT;

CREATE TABLE board_days (${BOARD_COLUMNS}
) WITHOUT ROWID, STRICT;

CREATE TABLE board_erased (${BOARD_COLUMNS}
) WITHOUT ROWID, STRICT;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  cursor TEXT,
  etag TEXT,
  last_ok_at INTEGER,
  as_of INTEGER,
  secret BLOB
) WITHOUT ROWID, STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  fingerprint TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT CHECK (outcome IN ('done', 'refused', 'failed', 'interrupted')),
  reason TEXT,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0,
  older INTEGER NOT NULL DEFAULT 0,
  expired INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  CHECK ((outcome IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX runs_done ON runs (source, fingerprint) WHERE outcome = 'done';
CREATE INDEX runs_open ON runs (started_at) WHERE outcome IS NULL;

CREATE TABLE refusals (
  run INTEGER NOT NULL REFERENCES runs (id),
  n INTEGER NOT NULL,
  row INTEGER NOT NULL,
  field TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (run, n)
) WITHOUT ROWID, STRICT;

CREATE TABLE openings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  officer_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  what TEXT NOT NULL
) STRICT;
CREATE INDEX openings_of ON openings (code_hash);
CREATE INDEX openings_at ON openings (at);
CREATE TRIGGER openings_stay BEFORE UPDATE ON openings
BEGIN SELECT raise(ABORT, 'what was opened stays noted'); END;

CREATE TABLE look_ups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX look_ups_at ON look_ups (at);

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
`,
};

/** Steps of the register's own schema. */
export const REGISTER_MIGRATIONS: readonly Migration[] = [initial];
