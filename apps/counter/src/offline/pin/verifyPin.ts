import { argon2idAsync } from "@noble/hashes/argon2.js";

/** What a PIN is checked against. */
interface PinHash {
  readonly m: number;
  readonly t: number;
  readonly p: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: Uint8Array<ArrayBuffer>;
}

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
/** More than any hub asks for; a hash that wants more would stop the screen. */
const MAX_MEMORY_KIB = 65_536;
const MAX_PASSES = 4;

/**
 * Whether a PIN is the one that was hashed, with Argon2id as the hub does it (RFC 9106; the form of
 * the hash is that of the PHC string format). Takes some hundred ms without stopping the page.
 *
 * @returns false for a hash that can't be read as well
 */
export async function verifyPin(pinHash: string, pin: string): Promise<boolean> {
  const known = readHash(pinHash);
  if (known === null) return false;
  const { m, t, p, salt, hash } = known;
  const found = await argon2idAsync(new TextEncoder().encode(pin), salt, {
    m,
    t,
    p,
    dkLen: hash.length,
    // How long the page may stand still at a time, ms.
    asyncTick: 10,
  });
  return isSame(found, hash);
}

function readHash(text: string): PinHash | null {
  const parts = PHC.exec(text);
  if (parts === null) return null;
  const [, m = "", t = "", p = "", salt = "", hash = ""] = parts;
  const cost = { m: Number(m), t: Number(t), p: Number(p) };
  if (cost.m > MAX_MEMORY_KIB || cost.m < 8 * cost.p) return null;
  if (cost.t > MAX_PASSES || cost.t < 1 || cost.p < 1) return null;
  return { ...cost, salt: bytesOf(salt), hash: bytesOf(hash) };
}

/** Base64 without its padding. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** As long for a wrong byte as for another. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [i, byte] of a.entries()) difference |= byte ^ (b[i] ?? 0);
  return difference === 0;
}
