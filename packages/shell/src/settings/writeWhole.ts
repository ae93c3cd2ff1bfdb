import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a small file all or nothing, readable by its owner alone. Its folder is made where it is
 * missing.
 *
 * @throws the system's error; the file is then as it was
 */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  const file = openSync(draft, "w", 0o600);
  try {
    writeSync(file, text);
    // Renamed before its content is on disk, a file may be empty after a power cut.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
