import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the minimum OWASP asks for: 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password or PIN with Argon2id, off the main thread. */
export function hashSecret(secret: string): Promise<string> {
  return hash(secret, ARGON2);
}

/** Whether a secret is the one that was hashed. */
export function isSecret(hashed: string, secret: string): Promise<boolean> {
  return verify(hashed, secret);
}

/** Letters and digits that nobody mistakes for one another. */
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

/** A random password that can be read off a screen: 12 letters and digits, about 59 bits. */
export function readablePassword(): string {
  return Array.from({ length: 12 }, () => READABLE[randomInt(READABLE.length)]).join("");
}

/** A random PIN of six digits. */
export function randomPin(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
