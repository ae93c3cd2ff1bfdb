import { randomBytes } from "node:crypto";
import { uuidv7 } from "@luot/kit";

/**
 * Makes fresh UUIDv7s that never go back: later ids sort after earlier ones also within one
 * millisecond and when the wall clock goes back (RFC 9562, section 6.2), so that tickets with the
 * same rank stand in the order of their issue.
 */
export function createMonotonicIds(now: () => number): () => string {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const nowMs = now();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = 0;
    } else {
      counter += 1;
      if (counter > 0xff_ff) {
        lastMs += 1;
        counter = 0;
      }
    }
    const random = randomBytes(10);
    // 12 bits behind the version and the 4 bits next to the variant count within the millisecond.
    random[0] = (counter >> 12) & 0x0f;
    random[1] = (counter >> 4) & 0xff;
    random[2] = ((counter & 0x0f) << 2) | ((random[2] ?? 0) & 0x03);
    return uuidv7(lastMs, random);
  };
}
