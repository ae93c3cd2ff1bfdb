import {
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** A fresh secret for a device or session: 256 random bits, in base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token. It has 256 random bits, so a plain hash can't be guessed back. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const MAC_BYTES = 10;
const ID_BYTES = 16;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const TOKEN_FORM = /^[A-Z2-7]{42}$/;

/**
 * The opaque token on a paper: base32 of the ticket's id and the first ten bytes of its
 * HMAC-SHA256 under the day's key. It opens that ticket's phone page on that day, nothing else.
 */
export function ticketToken(masterKey: Buffer, ticketId: string, day: string): string {
  const id = Buffer.from(ticketId.replaceAll("-", ""), "hex");
  return toBase32(Buffer.concat([id, macOf(masterKey, id, day)]));
}

/**
 * The ticket a token belongs to.
 *
 * @returns `null` for a token that is malformed, forged or of another day
 */
export function readTicketToken(masterKey: Buffer, token: string, day: string): string | null {
  if (!TOKEN_FORM.test(token)) return null;
  const bytes = fromBase32(token);
  const id = bytes.subarray(0, ID_BYTES);
  const mac = bytes.subarray(ID_BYTES, ID_BYTES + MAC_BYTES);
  if (!timingSafeEqual(mac, macOf(masterKey, id, day))) return null;
  const hex = id.toString("hex");
  return [8, 12, 16, 20, 32]
    .map((end, i, ends) => hex.slice(i === 0 ? 0 : ends[i - 1], end))
    .join("-");
}

function macOf(masterKey: Buffer, id: Buffer, day: string): Buffer {
  return createHmac("sha256", dayKeyOf(masterKey, day)).update(id).digest().subarray(0, MAC_BYTES);
}

/** The key of the day in hand: derived once, not for every ticket. */
const dayKeys = new WeakMap<Buffer, { readonly day: string; readonly key: KeyObject }>();

function dayKeyOf(masterKey: Buffer, day: string): KeyObject {
  const known = dayKeys.get(masterKey);
  if (known?.day === day) return known.key;
  // A key object: Node takes far longer to look at raw bytes, for every ticket.
  const key = createSecretKey(createHmac("sha256", masterKey).update(day).digest());
  dayKeys.set(masterKey, { day, key });
  return key;
}

function toBase32(bytes: Buffer): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) text += ALPHABET[(bits >> (held - 5)) & 31] ?? "";
    bits &= (1 << held) - 1;
  }
  return held === 0 ? text : text + (ALPHABET[(bits << (5 - held)) & 31] ?? "");
}

function fromBase32(text: string): Buffer {
  let bits = 0n;
  for (const letter of text) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(letter));
  const byteCount = Math.floor((text.length * 5) / 8);
  bits >>= BigInt(text.length * 5 - byteCount * 8);
  return Buffer.from(bits.toString(16).padStart(byteCount * 2, "0"), "hex");
}
