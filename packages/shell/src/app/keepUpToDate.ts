import { createPublicKey } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AdminMenu } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { app } from "electron";
import type { ShellScreen } from "../screens/appUrl.ts";
import type { InstalledProgram } from "../updates/findUpdate.ts";
import { installUpdate } from "../updates/installUpdate.ts";
import { isQuietTime } from "../updates/isQuietTime.ts";
import { type ReadyUpdate, UpdateKeeper } from "../updates/UpdateKeeper.ts";
import type { UpdateTarget } from "../updates/UpdateManifest.ts";
import { after } from "../watch/after.ts";
import type { PackageInfo } from "./PackageInfo.ts";
import { relaunch } from "./relaunch.ts";

/** What keeping up to date needs of the app. */
export interface UpToDateOptions {
  readonly screen: ShellScreen;
  readonly info: PackageInfo;
  readonly hubUrl: () => string | null;
  readonly log: Logger;
}

const QUIET_LOOK_MS = 20 * 60_000;

/**
 * Keeps the app up to date from its hub, if it was packaged with a key. What the app may install by
 * its own rights is installed when nobody is before it: at a start, and at night.
 *
 * @returns what waits to be installed by whoever may, asked anew each time
 */
export function keepUpToDate(options: UpToDateOptions): () => AdminMenu["update"] {
  const { log, hubUrl } = options;
  const program = programOf(options);
  if (program === null) {
    log.info("updates are off: the app was packaged without a key, or is not installed");
    return () => null;
  }
  const folder = join(app.getPath("userData"), "updates");
  let ready: ReadyUpdate | null = null;
  const onReady = (update: ReadyUpdate): void => {
    ready = update;
  };
  const { random } = Math;
  const timers = { after };
  const keeper = new UpdateKeeper({ program, hubUrl, folder, fetch, timers, random, onReady, log });
  app.on("will-quit", () => keeper.close());
  const tryInstall = (): void => {
    if (ready !== null)
      install(ready, folder, log).catch((cause: unknown) =>
        log.error("an update could not be installed", { cause }),
      );
  };
  recallKept(keeper, log, (update) => {
    onReady(update);
    tryInstall();
  });
  setInterval(() => {
    if (isQuietTime(new Date().getHours())) tryInstall();
  }, QUIET_LOOK_MS);
  return () => (ready === null ? null : { version: ready.manifest.version, path: ready.path });
}

/** Tells what an earlier run brought. */
function recallKept(keeper: UpdateKeeper, log: Logger, tell: (update: ReadyUpdate) => void): void {
  const recall = async (): Promise<void> => {
    const update = await keeper.kept();
    if (update === null) return;
    log.info("an update is ready", { version: update.manifest.version, path: update.path });
    tell(update);
  };
  recall().catch((cause: unknown) => log.error("an update can't be read", { cause }));
}

async function install(update: ReadyUpdate, folder: string, log: Logger): Promise<void> {
  const done = await installUpdate(update, { folder, appImage: appImagePath(), log });
  if (done.kind === "by_hand") return;
  log.info("the app ends for an update", { version: update.manifest.version });
  relaunch();
  app.exit(0);
}

function programOf({ screen, info }: UpToDateOptions): InstalledProgram | null {
  const target = packageKind();
  if (!app.isPackaged || target === null || info.updateKey === null) return null;
  const key = createPublicKey(info.updateKey);
  return { app: screen, target, arch: process.arch, version: info.version, key };
}

/** How this program was installed; `null` for a bare folder, which nobody can update. */
function packageKind(): UpdateTarget | null {
  if (process.platform === "win32") return "nsis";
  if (appImagePath() !== null) return "AppImage";
  const file = join(process.resourcesPath, "package-type");
  return existsSync(file) && readFileSync(file, "utf8").trim() === "deb" ? "deb" : null;
}

function appImagePath(): string | null {
  return process.env["APPIMAGE"] ?? null;
}
