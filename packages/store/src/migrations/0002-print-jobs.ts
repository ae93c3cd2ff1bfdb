import type { Migration } from "./Migration.ts";

/** Print jobs, kept before their first byte, so that a restart never prints a paper twice. */
export const printJobs: Migration = {
  version: 2,
  sql: `
CREATE TABLE print_jobs (
  ticket_id TEXT NOT NULL,
  copy INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sending', 'confirmed', 'unknown', 'failed')),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, copy)
) WITHOUT ROWID, STRICT;
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state = 'sending';
`,
};
