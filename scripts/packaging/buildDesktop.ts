import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, Platform } from "electron-builder";
import { ROOT } from "../lib/paths.mjs";
import type { ElectronToPack } from "./chooseElectron.ts";
import { layBeside } from "./layBeside.ts";
import type { DesktopApp, Target } from "./PackageWish.ts";

/** One desktop app to be built. */
export interface DesktopBuild {
  readonly app: DesktopApp;
  readonly electron: ElectronToPack;
  readonly isTestRuntime: boolean;
  readonly version: string;
  /** The public key that updates are taken by, as PEM; `null`: none are taken. */
  readonly updateKey: string | null;
  /** PNG of 512 by 512. */
  readonly icon: string;
  /** Folder for all of this app's; emptied first. */
  readonly out: string;
}

/** What electron-builder itself makes; a deb is made from its folder. */
export type BuilderTarget = Exclude<Target, "deb">;

/**
 * Builds the program's folder, and what else electron-builder makes of it.
 *
 * @returns paths of the files made, besides the folder
 */
export async function buildDesktop(
  wish: DesktopBuild,
  targets: readonly BuilderTarget[],
): Promise<string[]> {
  const { app, electron, isTestRuntime, version, updateKey, icon, out } = wish;
  rmSync(out, { recursive: true, force: true });
  const platform = Platform.current();
  const made: unknown = await build({
    projectDir: join(ROOT, "apps", app),
    targets: platform.createTarget([...new Set(["dir", ...targets])]),
    config: {
      electronVersion: electron.version,
      electronDist: electron.folder,
      directories: { output: out },
      // Read by the app: packages/shell/src/app/PackageInfo.ts.
      extraMetadata: { version, luot: { isTestRuntime, updateKey } },
      linux: { icon },
      win: { icon },
      afterPack: ({ appOutDir }) => {
        layBeside({ app, folder: appOutDir, isTestRuntime });
        return Promise.resolve();
      },
    },
  });
  return Array.isArray(made) ? made.filter((path) => typeof path === "string") : [];
}

/** Where electron-builder lays the program's folder. Pure. */
export function programFolder(out: string): string {
  const name = { linux: "linux-unpacked", win32: "win-unpacked" }[process.platform as string];
  if (name === undefined) throw new Error(`no packages are made on ${process.platform}`);
  return join(out, process.arch === "arm64" ? name.replace("-", "-arm64-") : name);
}
