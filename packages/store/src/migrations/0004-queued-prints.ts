import type { Migration } from "./Migration.ts";

/** Papers are on record from the moment they are asked for, copies too. */
export const queuedPrints: Migration = {
  version: 4,
  sql: `
CREATE TABLE papers (
  ticket_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'confirmed', 'unknown', 'failed')),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, copy)
) WITHOUT ROWID, STRICT;
INSERT INTO papers SELECT ticket_id, copy, state, updated_at FROM print_jobs;
DROP TABLE print_jobs;
CREATE INDEX papers_unfinished ON papers (updated_at) WHERE state IN ('queued', 'sending');
`,
};
