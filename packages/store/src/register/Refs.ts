import { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto";

const CIPHER = "aes-256-ecb";
const BLOCK_BYTES = 16;
const ID_AT = 8;

/** What stands for a dossier outside the register. */
export interface Refs {
  /** 22 letters; without the key they say nothing, not even which dossier came first. */
  readonly refOf: (id: number) => string;
  /** @returns `null` for a text that is no ref of this register */
  readonly idOf: (ref: string) => number | null;
}

/**
 * A ref is the id of a dossier's row, enciphered: one block, so that no two are alike and no mode is
 * needed. It needs no column and no index of a million texts by chance, which each import would
 * write all over. The first half of the block is nothing: that tells a ref from any other text.
 *
 * @param key 32 bytes
 */
export function createRefs(key: Buffer): Refs {
  const secret = createSecretKey(key);
  return {
    refOf(id) {
      const block = Buffer.alloc(BLOCK_BYTES);
      block.writeBigUInt64BE(BigInt(id), ID_AT);
      const cipher = createCipheriv(CIPHER, secret, null).setAutoPadding(false);
      return cipher.update(block).toString("base64url");
    },
    idOf(ref) {
      const bytes = Buffer.from(ref, "base64url");
      if (bytes.length !== BLOCK_BYTES || bytes.toString("base64url") !== ref) return null;
      const decipher = createDecipheriv(CIPHER, secret, null).setAutoPadding(false);
      const block = decipher.update(bytes);
      const id = block.readBigUInt64BE(ID_AT);
      const isRef = block.readBigUInt64BE(0) === 0n && id <= BigInt(Number.MAX_SAFE_INTEGER);
      return isRef ? Number(id) : null;
    },
  };
}
