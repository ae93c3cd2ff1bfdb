import type { Logger } from "@luot/kit";
import type { Session } from "electron";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { putAside } from "./putAside.ts";

/** What is forgotten, and where it lies. */
export interface ForgetOptions {
  readonly settings: SettingsFile;
  /** The app's data folder. */
  readonly folder: string;
  readonly own: Session;
  readonly log: Logger;
}

/**
 * Forgets what was kept for the hub before, once another was chosen: the token in the page's
 * storage, and the book of a kiosk, which is put aside. Before any page or device process begins.
 */
export async function forgetHub({ settings, folder, own, log }: ForgetOptions): Promise<void> {
  if (!settings.settings.isOtherHub) return;
  await own.clearStorageData({ storages: ["localstorage"] });
  const at = new Date()
    .toISOString()
    .replaceAll(/[-:]|\..*$/gu, "")
    .replace("T", "-");
  // What is still in the way is tried again at the next start.
  if (putAside(folder, at, log)) settings.change({ isOtherHub: false });
}
