import type { Logger } from "@luot/kit";
import { app, globalShortcut } from "electron";
import { RefusedCall } from "../bridge/answerCall.ts";
import { FROM_SHORTCUTS } from "../bridge/BridgeCalls.ts";
import { BarWindow } from "../desk/BarWindow.ts";
import type { DeskHandlers, DeskTools } from "../desk/DeskTools.ts";
import { Shortcuts } from "../desk/Shortcuts.ts";
import { screenUrl } from "../screens/appUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { barQuery, placeQuery } from "../settings/ShellSettings.ts";
import { after } from "../watch/after.ts";
import type { AppWindows } from "./AppWindows.ts";
import { openBar } from "./openWindows.ts";
import type { WindowsOptions } from "./openWindows.ts";

/** Time for an answer to get out before its page goes. */
const ANSWERED_MS = 100;

/** Gives the counter's app its bar and its shortcuts; `null` for other apps. */
export function createDesk(parts: WindowsOptions, windows: AppWindows): DeskTools | null {
  const { options, settings, log } = parts;
  if (options.screen !== "counter") return null;
  const bar = new BarWindow({
    open: (bounds) => openBar(parts, bounds),
    keptAt: () => settings.settings.barAt,
    keepAt: (barAt) => void settings.change({ barAt }),
  });
  const [main] = windows.all();
  // Hidden it would keep the app alive when its window is closed.
  main?.once("closed", () => bar.end());
  app.on("before-quit", () => bar.end());
  return {
    chooseCounter: (counterId) => {
      const stored = settings.change({ counterId });
      if (!stored.ok) return { ok: false, code: stored.error };
      after(ANSWERED_MS, () => showPlace(settings, windows, bar, log));
      return { ok: true };
    },
    showWindow: () => {
      if (main?.isDestroyed() === false) {
        if (main.isMinimized()) main.restore();
        main.show();
      }
      return { ok: true };
    },
    bar,
    shortcuts: beginShortcuts(settings, windows, bar, log),
  };
}

function beginShortcuts(
  settings: SettingsFile,
  windows: AppWindows,
  bar: BarWindow,
  log: Logger,
): Shortcuts {
  const shortcuts = new Shortcuts({
    book: globalShortcut,
    kept: () => settings.settings.shortcuts,
    keep: (kept) => settings.change({ shortcuts: kept }),
    run: (shortcut) => {
      if (shortcut === "show-bar") bar.toggle();
      else for (const { webContents } of windows.all()) webContents.send(FROM_SHORTCUTS, shortcut);
    },
    log,
  });
  shortcuts.begin();
  app.on("will-quit", () => globalShortcut.unregisterAll());
  return shortcuts;
}

/** The windows show another counter now. */
function showPlace(settings: SettingsFile, windows: AppWindows, bar: BarWindow, log: Logger): void {
  const load = (window: Electron.BrowserWindow, query: string): void => {
    window.webContents.loadURL(screenUrl("counter", query)).catch((cause: unknown) => {
      // A load that fails also tells did-fail-load, which sees to it.
      log.warn("another counter's screen did not load", { cause });
    });
  };
  for (const window of windows.all()) load(window, placeQuery(settings.settings));
  if (bar.window !== null) load(bar.window, barQuery(settings.settings));
}

/** The calls of a counter's screen; in other apps each is refused. */
export function deskHandlers(desk: DeskTools | null): DeskHandlers {
  const tools = (): DeskTools => {
    if (desk === null) throw new RefusedCall("this app has no counter");
    return desk;
  };
  return {
    "luot:choose-counter": async (counterId) => tools().chooseCounter(counterId),
    "luot:toggle-bar": async () => tools().bar.toggle(),
    "luot:show-window": async () => tools().showWindow(),
    "luot:shortcuts": async () => tools().shortcuts.list(),
    "luot:change-shortcut": async (shortcut, keys) => tools().shortcuts.change(shortcut, keys),
  };
}
