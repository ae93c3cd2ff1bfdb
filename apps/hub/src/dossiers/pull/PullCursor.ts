import { z } from "zod";

/** Where the reading of a source goes on. Kept with each page's rows. */
export const PullCursorSchema = z.object({
  /** The list it belongs to: another address begins anew. */
  url: z.string(),
  /** What is asked for with `since`; `null` for everything. */
  since: z.string().nullable(),
  /** The next page, from 1. */
  page: z.number().int().positive(),
  /** What the next pass asks for with `since`, for a list in no order of change. */
  nextSince: z.string().nullable(),
  /** When a pass over the whole list was last begun, epoch ms of the hub. */
  fullAt: z.number().nullable(),
  /** How much the source's clock was ahead, ms. */
  clockAheadMs: z.number(),
  /** Of the first page since `since`. */
  etag: z.string().nullable(),
});
export type PullCursor = z.infer<typeof PullCursorSchema>;

/** Where reading a list begins that was never read. */
export function newCursor(url: string): PullCursor {
  return {
    url,
    since: null,
    page: 1,
    nextSince: null,
    fullAt: null,
    clockAheadMs: 0,
    etag: null,
  };
}

/** The kept cursor, or a new one where there is none, none that can be read, or of another list. */
export function readCursor(text: string | null, url: string): PullCursor {
  if (text === null) return newCursor(url);
  try {
    const read = PullCursorSchema.safeParse(JSON.parse(text));
    return read.success && read.data.url === url ? read.data : newCursor(url);
  } catch {
    // Reading everything anew is slow and right.
    return newCursor(url);
  }
}
