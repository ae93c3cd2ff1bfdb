import type { ErrorCode } from "@luot/contract";

/** Answers of a hub that did not look at the question. */
const UNANSWERED: ReadonlySet<string> = new Set<ErrorCode>([
  "unavailable",
  "rate_limited",
  "hello_first",
]);

/** Whether a code says nothing of the question itself, so that it may be asked again. */
export function isUnanswered(code: string): boolean {
  return UNANSWERED.has(code);
}
