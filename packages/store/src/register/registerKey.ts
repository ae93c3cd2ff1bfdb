import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { StoreError } from "../StoreError.ts";

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/** The file of the register in a data folder. */
export function registerPath(folder: string): string {
  return join(folder, "register.db");
}

/**
 * The 32 bytes that seal what the register of a data folder keeps; made, for the owner alone, where
 * there is no register yet.
 *
 * @throws StoreError `wrong_key` when the key of a register that is there is missing or damaged
 */
export function registerKey(folder: string): Buffer {
  const path = join(folder, "register.key");
  if (!existsSync(path)) {
    if (existsSync(registerPath(folder)))
      throw new StoreError(
        "wrong_key",
        `${path} is missing, and without it nobody can open what register.db seals. Put it back from a copy, or delete register.db and import the dossiers again.`,
      );
    makeKey(folder, path);
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES)
    throw new StoreError(
      "wrong_key",
      `${path} is damaged: it has ${key.length} bytes, not ${KEY_BYTES}. Put it back from a copy, or delete it and register.db and import the dossiers again.`,
    );
  chmodSync(path, OWNER_ONLY);
  return key;
}

/** By a rename, so that a kill leaves a whole key or none. */
function makeKey(folder: string, path: string): void {
  const half = `${path}.new`;
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(half, "w", OWNER_ONLY);
    writeSync(file, randomBytes(KEY_BYTES));
    fsyncSync(file);
    closeSync(file);
    renameSync(half, path);
  } catch (cause) {
    throw new StoreError(
      "not_writable",
      `${path} can't be written. Check the folder's owner and permissions.`,
      { cause },
    );
  }
}
