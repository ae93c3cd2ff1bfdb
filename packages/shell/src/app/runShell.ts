import type { Logger } from "@luot/kit";
import { app, type BrowserWindow, Menu, powerSaveBlocker, session, type Session } from "electron";
import { join } from "node:path";
import type { BridgeHandlers } from "../bridge/answerCall.ts";
import { serveBridge } from "../bridge/serveBridge.ts";
import type { KeyPolicy } from "../guards/isAllowedKey.ts";
import { lockContents } from "../guards/lockContents.ts";
import { lockSession } from "../guards/lockSession.ts";
import { type ShellScreen, screenUrl } from "../screens/appUrl.ts";
import { createAppProtocol, registerAppScheme } from "../screens/createAppProtocol.ts";
import type { Mounts } from "../screens/resolveScreenFile.ts";
import { SettingsFile } from "../settings/SettingsFile.ts";
import { placeQuery } from "../settings/ShellSettings.ts";
import { createLockedWindow, type WindowLook } from "../window/createLockedWindow.ts";
import { keepScreenUp } from "../window/keepScreenUp.ts";
import { keepWindowOpen } from "../window/keepWindowOpen.ts";
import { chooseHub } from "./chooseHub.ts";
import { createStderrLog } from "./createStderrLog.ts";
import { keepDevices } from "./keepDevices.ts";
import { keepWishes } from "./keepWishes.ts";
import { readArguments, type ShellArguments } from "./readArguments.ts";

/** What makes one desktop app differ from another. */
export interface ShellOptions {
  readonly screen: ShellScreen;
  /** The window's title, and the app's name to the system. */
  readonly title: string;
  readonly look: WindowLook;
  readonly keys: KeyPolicy;
  readonly mounts: Mounts;
  /** Path of the bundled preload script. */
  readonly preload: string;
  /**
   * Path of the bundled module that owns the devices and the connection to the hub; then the page
   * reaches nobody itself. `null` for an app without: its page talks to the hub.
   */
  readonly devices: string | null;
}

const FLUSH_EVERY_MS = 2_000;

/**
 * Runs a desktop app: one window that shows one screen and can't be left. Called at the top of the
 * app's main module, before Electron is ready.
 */
export function runShell(options: ShellOptions): void {
  const name = `luot-${options.screen}`;
  const log = createStderrLog(name);
  const wish = readArguments(process.argv, app.isPackaged);
  app.setName(name);
  app.setPath("userData", wish.userData ?? join(app.getPath("appData"), name));
  if (!app.requestSingleInstanceLock()) {
    log.info("the app runs already; this one ends");
    app.exit(0);
    return;
  }
  setSwitches();
  registerAppScheme();
  // Electron shows a dialog for what nobody caught; in a hall nobody can close it.
  process.on("uncaughtException", (cause) => {
    log.error("the app ends after an error nobody caught", { cause });
    app.exit(1);
  });
  app.on("web-contents-created", (_event, contents) =>
    lockContents(contents, { ...options, isDevelopment: wish.isDevelopment, log }),
  );
  // Not awaited: `ready` comes only when this module has ended.
  void app.whenReady().then(() => start(options, wish, log));
}

/** Gestures that Chromium understands before any page does. */
function setSwitches(): void {
  app.commandLine.appendSwitch("disable-pinch");
  app.commandLine.appendSwitch("overscroll-history-navigation", "0");
  app.commandLine.appendSwitch("disable-touch-drag-drop");
}

function start(options: ShellOptions, wish: ShellArguments, log: Logger): void {
  const settings = new SettingsFile(join(app.getPath("userData"), "settings.json"), log);
  keepWishes(wish, settings, log);
  const hubUrl = (): string | null => settings.settings.hubUrl;
  const pagesHub = options.devices === null ? hubUrl : () => null;
  const own = session.defaultSession;
  lockSession(own, pagesHub);
  createAppProtocol({ session: own, mounts: options.mounts, hubUrl: pagesHub });
  Menu.setApplicationMenu(null);
  powerSaveBlocker.start("prevent-display-sleep");
  const current = keepWindowOpen(options.look, () => {
    const window = openWindow(options, wish, own);
    hideCursorInHall(window, options, hubUrl);
    keepScreenUp({ window, url: screenUrl(options.screen, placeQuery(settings.settings)), log });
    return window;
  });
  const { devices: file, screen } = options;
  const devices =
    file === null ? null : keepDevices({ file, screen, settings, window: current, log });
  devices?.begin();
  const onHub = (): void => {
    devices?.begin();
    // The page's policy names the hub, so it takes a new page to talk to a new one.
    current().webContents.reload();
  };
  serveBridge(screen, handlersOf(settings, onHub), log);
  keepStorage(own);
}

function openWindow(options: ShellOptions, wish: ShellArguments, own: Session): BrowserWindow {
  const { look, title, preload } = options;
  const { isDevelopment } = wish;
  return createLockedWindow({
    look: isDevelopment ? "desk" : look,
    title,
    preload,
    session: own,
    isDevelopment,
    bounds: null,
  });
}

function handlersOf(settings: SettingsFile, onHub: () => void): BridgeHandlers {
  return {
    "luot:hub-url": () => settings.settings.hubUrl,
    "luot:choose-hub": async (address) => {
      const chosen = await chooseHub(address, { settings, fetch });
      // The answer goes out first.
      if (chosen.ok) setImmediate(onHub);
      return chosen;
    },
  };
}

/** Whoever sets a kiosk up may need the mouse; citizens touch. */
function hideCursorInHall(
  window: BrowserWindow,
  { look }: ShellOptions,
  hubUrl: () => string | null,
): void {
  if (look === "desk") return;
  window.webContents.on("dom-ready", () => {
    if (hubUrl() === null) return;
    // Rejects only when the page is gone meanwhile.
    window.webContents.insertCSS("* { cursor: none !important }").catch(() => {});
  });
}

/**
 * The device's token lies in the page's storage, which Chromium writes some seconds later: a power
 * cut right after pairing would cost a second pairing.
 */
function keepStorage(own: Session): void {
  setInterval(() => own.flushStorageData(), FLUSH_EVERY_MS);
  app.on("before-quit", () => own.flushStorageData());
}
