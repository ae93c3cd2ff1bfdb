import { randomBytes, scrypt, type ScryptOptions, scryptSync, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/**
 * What one try costs. N = 2^16, r = 8, p = 2 is one of the settings that the OWASP Password Storage
 * Cheat Sheet names for scrypt; it takes 64 MiB. Kept beside the hash, so that it can be raised.
 */
export const PIN_COST = { n: 2 ** 16, r: 8, p: 2 } as const;

const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** A PIN as it is kept: it can be compared, but not read. */
export const PinHashSchema = z.strictObject({
  salt: z.base64().max(100),
  hash: z.base64().max(100),
  n: z
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.int().min(1).max(64),
  p: z.int().min(1).max(16),
});
export type PinHash = z.infer<typeof PinHashSchema>;
type PinCost = Pick<PinHash, "n" | "r" | "p">;

/** Hashes a PIN with a salt of its own. Waits for it: it is done once in the life of a machine. */
export function hashPin(pin: string, cost: PinCost): PinHash {
  const salt = randomBytes(SALT_BYTES);
  const hash = scryptSync(pin, salt, HASH_BYTES, optionsOf(cost));
  return { salt: salt.toString("base64"), hash: hash.toString("base64"), ...cost };
}

/** Whether a PIN is the one that was hashed. */
export function isPin(pin: string, kept: PinHash): Promise<boolean> {
  const salt = Buffer.from(kept.salt, "base64");
  const expected = Buffer.from(kept.hash, "base64");
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, expected.length, optionsOf(kept), (cause, hash) => {
      if (cause === null) resolve(timingSafeEqual(hash, expected));
      else reject(cause);
    });
  });
}

function optionsOf({ n, r, p }: PinCost): ScryptOptions {
  // Node refuses by its own bound, unless it is told what is needed: 128 N r, and a little over.
  return { N: n, r, p, maxmem: 128 * n * r + 128 * r * p + 2 ** 20 };
}
