const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 15 * 60_000;
/** Sources of one office must not all be asked in the same second. */
const SPREAD = 0.1;

/** What the next turn of a source is decided by. */
export interface Turn {
  /** How often in a row it failed; 0 after a success. */
  readonly failures: number;
  /** How long the source asked to be left alone. */
  readonly retryAfterMs: number | null;
  readonly everyMs: number;
  /** From 0 up to 1. */
  readonly random: number;
}

/**
 * How long to wait until a source is asked again, ms: its own time, a little spread; after failures
 * twice as long each time, from 5 seconds to 15 minutes, the upper half of it by chance, and never
 * sooner than the source asked for.
 */
export function nextDelayMs({ failures, retryAfterMs, everyMs, random }: Turn): number {
  if (failures === 0) return Math.round(everyMs * (1 - SPREAD + 2 * SPREAD * random));
  const doubled = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20);
  const longest = Math.min(doubled, LONGEST_RETRY_MS);
  return Math.max(Math.round(longest * (0.5 + 0.5 * random)), retryAfterMs ?? 0);
}
