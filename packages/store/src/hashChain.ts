import { createHash } from "node:crypto";

/** The head of a journal without events. */
export const NO_HASH = "0".repeat(64);

/**
 * The head after a commit.
 *
 * @param head the one before, 64 hex digits
 * @param bodies JSON of the commit's events, in order
 * @returns SHA-256 in hex
 */
export function chain(head: string, bodies: readonly string[]): string {
  const hash = createHash("sha256").update(head);
  for (const body of bodies) hash.update(body);
  return hash.digest("hex");
}
