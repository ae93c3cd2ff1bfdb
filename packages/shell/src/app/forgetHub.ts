import type { Logger } from "@luot/kit";
import type { Session } from "electron";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import type { Timers } from "../watch/Heartbeat.ts";
import { copyStorageAside, putAside } from "./putAside.ts";

const AGAIN_MS = 60_000;

/** What is forgotten, and where it lies. */
export interface ForgetOptions {
  readonly settings: SettingsFile;
  /** The app's data folder. */
  readonly folder: string;
  readonly own: Pick<Session, "clearStorageData">;
  readonly timers: Timers;
  readonly log: Logger;
}

/**
 * Forgets what was kept for the hub before, once another was chosen: the page's storage, with its
 * token and what a counter has not told its hub, and the book of a kiosk. Both are put aside. Before
 * any page or device process begins. Never rejects; what could not be done stays noted.
 *
 * @returns whether a page that talks to the hub itself may begin: it must not with the storage of
 *   the hub before
 */
export async function forgetHub(options: ForgetOptions): Promise<boolean> {
  const { settings, folder, own, log } = options;
  if (!settings.settings.isOtherHub) return true;
  try {
    copyStorageAside(folder);
    await own.clearStorageData({ storages: ["localstorage"] });
  } catch (cause) {
    log.error("the page's storage of the hub before can't be put aside", { cause });
    return false;
  }
  forgetBook(options);
  return true;
}

/**
 * Tries again what {@link forgetHub} could not do, e.g. because another program has the book open:
 * the devices wait for it, and nobody may come to start the machine anew.
 *
 * @param onForgotten told once it is done; never where there was nothing left to do
 */
export function goOnForgetting(options: ForgetOptions, onForgotten: () => void): void {
  const { settings, timers } = options;
  if (!settings.settings.isOtherHub) return;
  const tryAgain = async (): Promise<void> => {
    await forgetHub(options);
    if (settings.settings.isOtherHub) goOnForgetting(options, onForgotten);
    else onForgotten();
  };
  timers.after(AGAIN_MS, () => void tryAgain());
}

/** What is still in the way stays noted. */
function forgetBook({ settings, folder, log }: ForgetOptions): void {
  const at = new Date()
    .toISOString()
    .replaceAll(/[-:]|\..*$/gu, "")
    .replace("T", "-");
  if (putAside(folder, at, log)) settings.change({ isOtherHub: false });
}
