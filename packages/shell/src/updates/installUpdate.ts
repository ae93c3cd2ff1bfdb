import { chmod, copyFile, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../settings/writeWhole.ts";
import type { ReadyUpdate } from "./UpdateKeeper.ts";

/** What is to be done after {@link installUpdate}. */
export type AfterInstall =
  /** The program's file was replaced: end, and start this. */
  | { readonly kind: "start"; readonly program: string }
  /** It takes somebody with more rights, or it was tried before: nothing was done. */
  | { readonly kind: "by_hand" };

/** What installing needs to know of the machine. */
export interface InstallPlace {
  /** The app's own folder, where it is noted what was tried. */
  readonly folder: string;
  /** Path of the AppImage that runs (the variable APPIMAGE); `null` when none does. */
  readonly appImage: string | null;
}

const TRIED = "update-tried";

/**
 * Installs a package that was checked, where the app's own rights suffice: an AppImage replaces its
 * own file. A Debian package needs root and a program of all users on Windows an administrator:
 * they are left where they are. Each is tried once, so that one that does not take can't make the
 * app start over and over.
 */
export async function installUpdate(
  { manifest, path }: ReadyUpdate,
  { folder, appImage }: InstallPlace,
): Promise<AfterInstall> {
  if (manifest.target !== "AppImage" || appImage === null) return { kind: "by_hand" };
  const note = join(folder, TRIED);
  const tried = await readFile(note, "utf8").catch(() => "");
  if (tried === manifest.sha512) return { kind: "by_hand" };
  writeWhole(note, manifest.sha512);
  // Copied beside it first: a rename within one folder is all or nothing.
  const draft = `${appImage}.new`;
  await copyFile(path, draft);
  await chmod(draft, 0o755);
  await rename(draft, appImage);
  return { kind: "start", program: appImage };
}
