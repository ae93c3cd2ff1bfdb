import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from "node:crypto";
import { createRefs, type Refs } from "./Refs.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 132 bits tell any two apart and can't be met by chance. */
const HASH_CHARACTERS = 22;
const POOL_BYTES = 8_192;

/** All that is made with the register's key. */
export interface Seal {
  /** Proves that a register was made with this key. */
  readonly check: string;
  /** Text that only the key opens, and only for the same owner. */
  readonly close: (owner: string, text: string) => Buffer;
  /** @throws when it was changed, or belongs to another owner or key */
  readonly open: (owner: string, sealed: Buffer) => string;
  /** Tells whether two records say the same, and nothing of what they say. */
  readonly contentHash: (text: string) => string;
  readonly codeHash: (code: string) => string;
  /**
   * The refs of one file's dossiers.
   *
   * @param salt of that file
   */
  readonly refs: (salt: string) => Refs;
}

/** @param key 32 bytes; each use has a key of its own that is derived from it */
export function createSeal(key: Buffer): Seal {
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync("sha256", key, "", `luot register ${use}`, 32));
  // A key object: bytes would be made one again at every use, which costs five times as much.
  const sealKey = createSecretKey(derive("seal"));
  const contentKey = derive("content").toString("hex");
  const codeKey = derive("code").toString("hex");
  return {
    check: derive("check").toString("base64url"),
    close: (owner, text) => closeSeal(sealKey, owner, text),
    open: (owner, sealed) => openSeal(sealKey, owner, sealed),
    contentHash: (text) => shortHash(contentKey, text),
    codeHash: (code) => shortHash(codeKey, code),
    refs: (salt) => createRefs(derive(`refs ${salt}`)),
  };
}

/**
 * A keyed hash in one call, at half the cost of an HMAC object; as a text, which costs a third of
 * bytes. A secret before the text is enough here: half of the digest is kept, so nobody can go on
 * from it.
 */
function shortHash(key: string, text: string): string {
  return hash("sha256", key + text, "base64url").slice(0, HASH_CHARACTERS);
}

function closeSeal(key: KeyObject, owner: string, text: string): Buffer {
  const nonce = chance(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
  const body = cipher.update(text, "utf8");
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function openSeal(key: KeyObject, owner: string, sealed: Buffer): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8");
  return text + decipher.final("utf8");
}

const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes of their own; drawn from the system by the page, which is much faster. */
function chance(bytes: number): Buffer {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + bytes));
  pool.fill(0, used, used + bytes);
  used += bytes;
  return drawn;
}
