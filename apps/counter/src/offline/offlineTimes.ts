/** After this long without the hub a supervisor may turn paper mode on, ms. */
export const PAPER_AFTER_MS = 60_000;

/** Paper mode lasts no longer, ms: as long as a session does at the hub. */
export const PAPER_MODE_MS = 12 * 3_600_000;
