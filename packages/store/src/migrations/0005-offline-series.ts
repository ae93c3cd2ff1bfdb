import type { Migration } from "./Migration.ts";

/**
 * Kiosks that give numbers by themselves. Each has a letter, unless none was left, and on a day every
 * series another epoch.
 */
export const offlineSeries: Migration = {
  version: 5,
  sql: `
CREATE TABLE offline_series (
  device_id TEXT PRIMARY KEY,
  letter TEXT UNIQUE,
  day TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch > 0)
) WITHOUT ROWID, STRICT;
`,
};
