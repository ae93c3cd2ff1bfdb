import { chmod, copyFile, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "@luot/kit";
import { writeWhole } from "../settings/writeWhole.ts";
import { isWhole } from "./downloadUpdate.ts";
import type { ReadyUpdate } from "./UpdateKeeper.ts";

/** What is to be done after {@link installUpdate}. */
export type AfterInstall =
  /** The program's file was replaced: end, and start this. */
  | { readonly kind: "start"; readonly program: string }
  /** It takes somebody with more rights, was tried before or is not whole: nothing was done. */
  | { readonly kind: "by_hand" };

/** What installing needs to know of the machine. */
export interface InstallPlace {
  /** The app's own folder, where it is noted what was tried. */
  readonly folder: string;
  /** Path of the AppImage that runs (the variable APPIMAGE); `null` when none does. */
  readonly appImage: string | null;
  readonly log: Logger;
}

const TRIED = "update-tried";

/**
 * Installs a package that was checked, where the app's own rights suffice: an AppImage replaces its
 * own file. A Debian package needs root and a program of all users on Windows an administrator:
 * they are left where they are. Each is tried once, so that one that does not take can't make the
 * app start over and over; one whose copy failed was not tried.
 *
 * @throws the system's error, e.g. of a full disk; the program is then as it was
 */
export async function installUpdate(
  { manifest, path }: ReadyUpdate,
  { folder, appImage, log }: InstallPlace,
): Promise<AfterInstall> {
  if (manifest.target !== "AppImage" || appImage === null) return { kind: "by_hand" };
  const { version } = manifest;
  const note = join(folder, TRIED);
  const tried = await readFile(note, "utf8").catch(() => "");
  if (tried === manifest.sha512) {
    log.warn("an update is not installed: it was tried before", { version });
    return { kind: "by_hand" };
  }
  // Copied beside it first: a rename within one folder is all or nothing.
  const draft = `${appImage}.new`;
  try {
    await copyWhole(path, draft);
    // The copy, not what it was made of: it is what will run.
    if (!(await isWhole(draft, manifest))) {
      log.warn("an update is not installed: it was changed on the disk", { version });
      return { kind: "by_hand" };
    }
    writeWhole(note, manifest.sha512);
    await rename(draft, appImage);
  } finally {
    await rm(draft, { force: true });
  }
  return { kind: "start", program: appImage };
}

async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, 0o755);
  const file = await open(to, "r+");
  try {
    // Renamed before its content is on disk, a program may be empty after a power cut.
    await file.sync();
  } finally {
    await file.close();
  }
}
