import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";

/**
 * Repeats a folder without copying its files, for a package that is made from it. Folders get the
 * mode 755, files 755 or 644, whatever the umask was.
 *
 * @returns bytes of all files
 */
export function linkTree(from: string, to: string): number {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  let bytes = 0;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) bytes += linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else bytes += linkFile(source, target);
  }
  return bytes;
}

/** Links one file, or copies it where it has another mode or lies on another disk. */
function linkFile(source: string, target: string): number {
  const { mode, size } = lstatSync(source);
  const wanted = (mode & 0o111) === 0 ? 0o644 : 0o755;
  if ((mode & 0o7777) === wanted && tryLink(source, target)) return size;
  copyFileSync(source, target);
  chmodSync(target, wanted);
  return size;
}

function tryLink(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EXDEV" || code === "EPERM" || code === "EMLINK") return false;
    throw error;
  }
}
