import type { PullCursor } from "./PullCursor.ts";

/** What a page says of where to go on. */
export interface PageFacts {
  /** How many records came. */
  readonly count: number;
  /** As many as were asked for: there may be more like them. */
  readonly isFull: boolean;
  /** The newest change stamp on it; `null` for a list that is in no order of change. */
  readonly newest: string | null;
  /** Whether it is the page before once more, as some servers answer beyond the end. */
  readonly isRepeated: boolean;
}

/** Where to go on, to be kept with the page; whether the pass is at its end. */
export interface NextPage {
  readonly cursor: PullCursor;
  readonly isLast: boolean;
}

/**
 * Where to go on after a page. A list in order of change is followed by its stamps, so that what
 * changes while it is read moves no record out of sight; else, and where more records than a page
 * holds bear one stamp, page after page: what slips through there comes with the next full pass.
 */
export function nextCursor(cursor: PullCursor, facts: PageFacts): NextPage {
  const { count, isFull, newest, isRepeated } = facts;
  if (newest !== null && isLater(newest, cursor.since))
    return { cursor: { ...cursor, since: newest, page: 1, etag: null }, isLast: false };
  // The same page once more is one beyond the end only where it was asked for by its number.
  const isEcho = isRepeated && cursor.page > 1;
  const isUsedUp = newest !== null && !isFull;
  if (count === 0 || isEcho || isUsedUp) return ended(cursor);
  const etag = newest === null ? cursor.etag : null;
  return { cursor: { ...cursor, page: cursor.page + 1, etag }, isLast: false };
}

/** The end of a pass: the next begins with page 1. */
export function ended(cursor: PullCursor): NextPage {
  const since = cursor.nextSince ?? cursor.since;
  // The tag is of the first page since `since`.
  const etag = since === cursor.since ? cursor.etag : null;
  return { cursor: { ...cursor, since, nextSince: null, page: 1, etag }, isLast: true };
}

/** Whether one stamp is later: numbers by size, all else letter by letter, as ISO dates sort. */
export function isLater(stamp: string | null, than: string | null): boolean {
  if (stamp === null) return false;
  if (than === null) return true;
  const areNumbers = /^\d+$/.test(stamp) && /^\d+$/.test(than);
  if (areNumbers && stamp.length !== than.length) return stamp.length > than.length;
  return stamp > than;
}
