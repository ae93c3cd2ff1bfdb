import type { Migration } from "./Migration.ts";

/** Each kiosk with a series of its own has a letter, and on a day every series another epoch. */
export const offlineSeries: Migration = {
  version: 5,
  sql: `
CREATE TABLE offline_series (
  device_id TEXT PRIMARY KEY,
  letter TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch > 0)
) WITHOUT ROWID, STRICT;
`,
};
