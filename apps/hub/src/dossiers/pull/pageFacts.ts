import { createHash } from "node:crypto";
import { isLater, type PageFacts } from "./nextCursor.ts";
import { readAt } from "./readAt.ts";

/** A stamp is a date or a number; longer text is none. */
const MAX_STAMP_CHARACTERS = 64;

/**
 * What a page of records says of where to go on.
 *
 * @param changedAt path of a record's change stamp; `null` where the list is in no order of change
 */
export function pageFacts(
  records: readonly unknown[],
  changedAt: string | null,
  pageSize: number,
  digestBefore: string | null,
): PageFacts & { readonly digest: string } {
  const digest = createHash("sha256").update(JSON.stringify(records)).digest("base64");
  let newest: string | null = null;
  for (const record of changedAt === null ? [] : records) {
    const stamp = stampOf(readAt(record, changedAt ?? ""));
    if (isLater(stamp, newest)) newest = stamp;
  }
  const { length: count } = records;
  return { count, isFull: count >= pageSize, newest, isRepeated: digest === digestBefore, digest };
}

function stampOf(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text === "" || text.length > MAX_STAMP_CHARACTERS) return null;
  return text;
}
