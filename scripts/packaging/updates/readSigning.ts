import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { err, ok, type Result } from "@luot/kit";

/** Who signs the packages, and whose signature the apps take. */
export interface Signing {
  readonly key: KeyObject | null;
  /** PEM of a public key; `null`: the apps look for no updates. */
  readonly trusted: string | null;
}

/** @returns an error is a sentence for the user */
export function readSigning(wish: {
  readonly signKey: string | null;
  readonly trust: string | null;
}): Result<Signing, string> {
  const key = wish.signKey === null ? ok(null) : readKey(wish.signKey, createPrivateKey);
  if (!key.ok) return key;
  const trusted = wish.trust === null ? ok(key.value) : readKey(wish.trust, createPublicKey);
  if (!trusted.ok) return trusted;
  return ok({ key: key.value, trusted: trusted.value === null ? null : publicPem(trusted.value) });
}

function readKey(file: string, parse: (text: string) => KeyObject): Result<KeyObject, string> {
  try {
    const key = parse(readFileSync(file, "utf8"));
    if (key.asymmetricKeyType === "ed25519") return ok(key);
  } catch {
    // A missing file and one that holds no key are told only by throwing; the sentence is the same.
  }
  return err(`${file} is no Ed25519 key as npm run update-key makes it.`);
}

/** The public half of any key, as it is built into the apps. */
function publicPem(key: KeyObject): string {
  const half = key.type === "private" ? createPublicKey(key) : key;
  return half.export({ type: "spki", format: "pem" }).toString();
}
