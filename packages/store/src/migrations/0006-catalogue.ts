import type { Migration } from "./Migration.ts";

/** The catalogue of procedures: the newest alone, as screens are handed it. */
export const catalogue: Migration = {
  version: 6,
  sql: `
CREATE TABLE catalogue (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hash TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
};
