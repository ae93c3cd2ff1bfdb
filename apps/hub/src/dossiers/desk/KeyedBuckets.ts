import type { Rate } from "../../sockets/limits.ts";
import { TokenBucket } from "../../sockets/TokenBucket.ts";

/** More keys than devices and dossiers of a busy day; each is a few numbers. */
const MAX_KEYS = 10_000;

/** A bucket for each key; one that is full again is forgotten. */
export class KeyedBuckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one token of a key's bucket. @returns whether there was one */
  take(key: string, nowMs: number): boolean {
    return this.#bucketOf(key, nowMs).take(nowMs);
  }

  /** Whether a key's bucket holds a token; takes none. */
  hasOne(key: string, nowMs: number): boolean {
    return this.#buckets.get(key)?.holds(nowMs, 1) ?? true;
  }

  #bucketOf(key: string, nowMs: number): TokenBucket {
    const known = this.#buckets.get(key);
    if (known !== undefined) return known;
    if (this.#buckets.size >= MAX_KEYS) this.#forgetFull(nowMs);
    const bucket = new TokenBucket(this.#rate.burst, this.#rate.perSecond, nowMs);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #forgetFull(nowMs: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(nowMs)) this.#buckets.delete(key);
  }
}
