import { spawn } from "node:child_process";
import { chmod, copyFile, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../settings/writeWhole.ts";
import type { ReadyUpdate } from "./UpdateKeeper.ts";

/** What is to be done after {@link installUpdate}. */
export type AfterInstall =
  /** The program's file was replaced: end, and start this. */
  | { readonly kind: "start"; readonly program: string }
  /** An installer was started, which waits for the program's end and starts it again. */
  | { readonly kind: "end" }
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
 * own file, an NSIS installer of one user's program is started. A Debian package needs root. Each
 * package is tried once, so that one that does not take can't make the app start over and over.
 */
export async function installUpdate(
  { manifest, path }: ReadyUpdate,
  { folder, appImage }: InstallPlace,
): Promise<AfterInstall> {
  if (manifest.target === "deb" || (manifest.target === "AppImage" && appImage === null))
    return { kind: "by_hand" };
  const note = join(folder, TRIED);
  const tried = await readFile(note, "utf8").catch(() => "");
  if (tried === manifest.sha512) return { kind: "by_hand" };
  writeWhole(note, manifest.sha512);
  if (manifest.target === "nsis" || appImage === null) return startInstaller(path);
  // Copied beside it first: a rename within one folder is all or nothing.
  const draft = `${appImage}.new`;
  await copyFile(path, draft);
  await chmod(draft, 0o755);
  await rename(draft, appImage);
  return { kind: "start", program: appImage };
}

/** `/S` asks nothing; `--updated` and `--force-run` are electron-builder's words for its script. */
function startInstaller(path: string): Promise<AfterInstall> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, ["--updated", "/S", "--force-run"], {
      detached: true,
      stdio: "ignore",
    });
    child.once("error", reject);
    child.once("spawn", () => {
      child.unref();
      resolve({ kind: "end" });
    });
  });
}
