import type { Logger } from "@luot/kit";
import { app, type BrowserWindow } from "electron";
import { FROM_DEVICES } from "../bridge/BridgeCalls.ts";
import { DeviceHost } from "../devices/DeviceHost.ts";
import { serveDevices } from "../devices/serveDevices.ts";
import { startDevicesIn } from "../devices/startDevicesIn.ts";
import type { ShellScreen } from "../screens/appUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { after } from "../watch/after.ts";
import { hubOfDevices } from "./hubOfDevices.ts";

/** What an app with devices needs for them. */
export interface KeptDevices {
  /** Path of the bundled module that owns them. */
  readonly file: string;
  readonly screen: ShellScreen;
  readonly settings: SettingsFile;
  /** The window that is open at the moment. */
  readonly window: () => BrowserWindow;
  readonly log: Logger;
}

/**
 * Keeps the process of the devices running as long as the app does.
 *
 * @returns `begin` starts it as soon as there is a hub; called again it changes nothing
 */
export function keepDevices(options: KeptDevices): { readonly begin: () => void } {
  const { file, screen, settings, window, log } = options;
  const startDevices = startDevicesIn(file);
  let host: DeviceHost | null = null;
  serveDevices({ screen, host: () => host, log });
  app.on("will-quit", () => host?.close());
  return {
    begin: () => {
      const { printer, scanner } = settings.settings;
      const hubUrl = hubOfDevices(settings.settings);
      if (hubUrl === null || host !== null) return;
      const folder = app.getPath("userData");
      host = new DeviceHost({
        startDevices,
        start: { kind: "start", hubUrl, folder, printer, scanner },
        toScreen: (message) => tell(window(), message),
        timers: { after },
        log,
      });
    },
  };
}

/** A window may be closing, and then nobody is there to be told. */
function tell(window: BrowserWindow, message: unknown): void {
  if (window.isDestroyed() || window.webContents.isDestroyed()) return;
  window.webContents.send(FROM_DEVICES, message);
}
