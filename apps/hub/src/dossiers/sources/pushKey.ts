import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { RegisterReader } from "@luot/store";
import type { RegisterWriter } from "../RegisterWriter.ts";

const KEY_BYTES = 32;

/**
 * Makes a new key for a source that pushes; the one before counts no more. The register keeps its
 * hash, as that of a password that nobody can guess needs no salt.
 *
 * @returns the key, which nothing can tell again
 */
export async function makePushKey(writer: RegisterWriter, id: string): Promise<string> {
  const key = randomBytes(KEY_BYTES).toString("base64url");
  await writer.run("set-source", { id, change: { secret: hashOfPushKey(key) } });
  return key;
}

/** What is kept of a key: SHA-256, hexadecimal. Compare in constant time. */
export function hashOfPushKey(key: string): string {
  return createHash("sha256").update(key, "utf8").digest("hex");
}

/** The source a key belongs to, or `null`. Takes as long whatever the key. */
export function sourceOfPushKey(register: RegisterReader, key: string): string | null {
  const given = Buffer.from(hashOfPushKey(key), "hex");
  let found: string | null = null;
  for (const { id, hasSecret } of register.sources()) {
    const kept = hasSecret ? Buffer.from(register.secretOf(id) ?? "", "hex") : Buffer.alloc(0);
    // The secret of a source that is asked is a password, no hash.
    if (kept.length === given.length && timingSafeEqual(given, kept)) found = id;
  }
  return found;
}
