const MIB = 1024 * 1024;

/** The largest file that is looked at, bytes. */
export const MAX_FILE_BYTES = 64 * MIB;

/** The most rows of one file: more is a mistake, or is better sent in parts. */
export const MAX_ROWS = 500_000;

/** The most columns of a table; a column further right is a slip of the hand, or an attack. */
export const MAX_COLUMNS = 256;

/**
 * What all parts of a spreadsheet may come to when they are unpacked, bytes: 100,000 rows of the
 * register book are a quarter of it, and a bomb is a thousand times more. Larger tables come as CSV.
 */
export const MAX_UNPACKED_BYTES = 256 * MIB;

/** Rows above the headings that may hold the title of a table. */
export const HEADING_ROWS = 20;
