import { createHash, randomBytes } from "node:crypto";
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
