import type { HttpFault } from "./askOverHttp.ts";

/** Why a source could not be read, in codes that screens translate. */
export type PullReason =
  | HttpFault
  | "no_password"
  | "log_in_refused"
  | "logged_out"
  | "too_many_requests"
  | "http_error"
  | "wrong_content_type"
  | "not_json"
  | "source_error"
  | "no_list"
  | "too_many_records"
  | "too_many_pages"
  | "register_failed"
  | "stopped";

/** A source that could not be read. */
export interface PullFault {
  readonly reason: PullReason;
  /** HTTP status, where there was one. */
  readonly status: number | null;
  /** How long the source asked to be left alone, ms. */
  readonly retryAfterMs: number | null;
}

/** A fault with nothing more to say of it. */
export function plainFault(reason: PullReason): PullFault {
  return { reason, status: null, retryAfterMs: null };
}

const LONGEST_WAIT_MS = 3_600_000;

/**
 * Reads `Retry-After`: seconds, or a moment by the server's own clock.
 *
 * @returns ms, an hour at most; `null` when nothing readable was said
 */
export function readRetryAfter(headers: Headers): number | null {
  const said = headers.get("retry-after");
  if (said === null) return null;
  const seconds = /^\d{1,9}$/.test(said.trim()) ? Number(said) : Number.NaN;
  const until = Date.parse(said) - Date.parse(headers.get("date") ?? "");
  const waitMs = Number.isNaN(seconds) ? until : seconds * 1_000;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS);
}
