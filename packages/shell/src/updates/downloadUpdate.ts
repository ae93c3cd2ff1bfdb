import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "@luot/kit";
import type { UpdateManifest } from "./UpdateManifest.ts";

const SILENT_FOR_MS = 30_000;

/** Why a package was not taken. */
export type NotTaken =
  | "unreachable"
  | "busy"
  | "cut_short"
  | "too_large"
  | "wrong_hash"
  | "cannot_store";

/** What is downloaded, from where to where. */
export interface Download {
  /** Address of the folder that holds the package, without a slash at its end. */
  readonly from: string;
  readonly manifest: UpdateManifest;
  /** Folder on this machine for packages alone: whatever else is in it goes once this one is there. */
  readonly into: string;
}

/**
 * Brings the package that a manifest names. Never more bytes than it says, and the file has its
 * name only when it is whole and right. Until then the package of before stays.
 *
 * @returns its path
 */
export async function downloadUpdate(
  { from, manifest, into }: Download,
  ask: typeof fetch,
): Promise<Result<string, NotTaken>> {
  const path = join(into, manifest.file);
  if (await isWhole(path, manifest)) return ok(path);
  const part = join(into, "download.part");
  let file: FileHandle;
  try {
    await mkdir(into, { recursive: true });
    file = await open(part, "w", 0o600);
  } catch {
    // A full disk or no right to write: told to whoever reads the log by the code.
    return err("cannot_store");
  }
  try {
    const taken = await take(`${from}/${encodeURIComponent(manifest.file)}`, manifest, file, ask);
    if (!taken.ok) return taken;
    await file.sync();
    await rename(part, path);
    await emptyFolder(into, manifest.file);
    return ok(path);
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
}

/** Whether a file is the one that a manifest names; `false` also when there is none. */
export async function isWhole(path: string, { size, sha512 }: UpdateManifest): Promise<boolean> {
  const hash = createHash("sha512");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > size) return false;
      hash.update(chunk);
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
  return bytes === size && hash.digest("hex") === sha512;
}

async function take(
  url: string,
  { size, sha512 }: UpdateManifest,
  file: FileHandle,
  ask: typeof fetch,
): Promise<Result<null, NotTaken>> {
  const stop = new AbortController();
  // Long downloads are fine, silent ones are not.
  const timer = setTimeout(() => stop.abort(), SILENT_FOR_MS);
  const hash = createHash("sha512");
  let bytes = 0;
  try {
    const response = await ask(url, { redirect: "error", signal: stop.signal });
    if (response.status === 503) return err("busy");
    if (!response.ok || response.body === null) return err("unreachable");
    for await (const chunk of response.body) {
      timer.refresh();
      bytes += chunk.length;
      if (bytes > size) return err("too_large");
      hash.update(chunk);
      if (!(await store(file, chunk))) return err("cannot_store");
    }
  } catch {
    // A connection that broke is told only by throwing.
    return err(bytes === 0 ? "unreachable" : "cut_short");
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  if (bytes < size) return err("cut_short");
  return hash.digest("hex") === sha512 ? ok(null) : err("wrong_hash");
}

async function store(file: FileHandle, chunk: Uint8Array): Promise<boolean> {
  try {
    await file.writeFile(chunk);
    return true;
  } catch {
    // The disk is full or gone; the download ends by its code.
    return false;
  }
}

/** What does not let itself be removed is in nobody's way, and goes with the next package. */
async function emptyFolder(folder: string, but: string): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name !== but);
  await Promise.allSettled(others.map((name) => rm(join(folder, name), { recursive: true })));
}
