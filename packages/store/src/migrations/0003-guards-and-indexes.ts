import type { Migration } from "./Migration.ts";

/** What is written once stays as it was; and no statement of a live command reads a whole table. */
export const guardsAndIndexes: Migration = {
  version: 3,
  sql: `
CREATE TRIGGER commits_stay BEFORE DELETE ON commits
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER commits_hold BEFORE UPDATE ON commits
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER settings_stay BEFORE DELETE ON settings_versions
BEGIN SELECT RAISE(ABORT, 'a version of the settings never changes'); END;
CREATE TRIGGER settings_hold BEFORE UPDATE ON settings_versions
BEGIN SELECT RAISE(ABORT, 'a version of the settings never changes'); END;

-- An undo takes the visit of one ticket away; reports read whole days.
CREATE INDEX service_intervals_ticket ON service_intervals (day, ticket_id);
CREATE INDEX calls_day ON calls (day);
CREATE INDEX sessions_device ON sessions (device_id);
`,
};
