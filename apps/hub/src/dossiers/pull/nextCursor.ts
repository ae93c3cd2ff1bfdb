import type { PullCursor } from "./PullCursor.ts";

/** What a page says of where to go on. */
export interface PageFacts {
  /** How many records came. */
  readonly count: number;
  /** The newest change stamp on it that can be true; `null` for a list without stamps. */
  readonly newest: string | null;
  /** Whether it is the page before once more, as some servers answer beyond the end. */
  readonly isRepeated: boolean;
}

/**
 * Where to go on after a page. A list in order of change is followed by its stamps, so that what
 * changes while it is read moves no record out of sight; else page after page.
 *
 * @returns the cursor to keep with the page, and whether the pass is at its end
 */
export function nextCursor(
  cursor: PullCursor,
  { count, newest, isRepeated }: PageFacts,
): { readonly cursor: PullCursor; readonly isLast: boolean } {
  // A page without stamps that can be followed only counts.
  const isPastTheEnd = count === 0 || (isRepeated && !isLater(newest, cursor.since));
  if (isPastTheEnd) {
    const since = cursor.nextSince ?? cursor.since;
    // The tag is of the first page since `since`.
    const etag = since === cursor.since ? cursor.etag : null;
    return { cursor: { ...cursor, since, nextSince: null, page: 1, etag }, isLast: true };
  }
  if (newest !== null && isLater(newest, cursor.since))
    return { cursor: { ...cursor, since: newest, page: 1, etag: null }, isLast: false };
  return { cursor: { ...cursor, page: cursor.page + 1 }, isLast: false };
}

/** Whether one stamp is later: numbers by size, all else letter by letter, as ISO dates sort. */
export function isLater(stamp: string | null, than: string | null): boolean {
  if (stamp === null) return false;
  if (than === null) return true;
  const areNumbers = /^\d+$/.test(stamp) && /^\d+$/.test(than);
  if (areNumbers && stamp.length !== than.length) return stamp.length > than.length;
  return stamp > than;
}
