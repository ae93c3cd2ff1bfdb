import type { Logger } from "@luot/kit";
import type { BrowserWindow, Session } from "electron";
import { screenUrl } from "../screens/appUrl.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { barQuery, placeQuery } from "../settings/ShellSettings.ts";
import { Darkness } from "../walls/Darkness.ts";
import { keepAwake } from "../walls/keepAwake.ts";
import { keepWalls } from "../walls/keepWalls.ts";
import { type PlannedWall, wallQuery } from "../walls/WallPlan.ts";
import { WallSleep } from "../walls/WallSleep.ts";
import { after } from "../watch/after.ts";
import { createLockedWindow } from "../window/createLockedWindow.ts";
import { keepScreenUp } from "../window/keepScreenUp.ts";
import { keepWindowOpen } from "../window/keepWindowOpen.ts";
import type { AppWindows } from "./AppWindows.ts";
import type { ShellOptions } from "./ShellOptions.ts";

/** What the windows of an app need. */
export interface WindowsOptions {
  readonly options: ShellOptions;
  readonly isDevelopment: boolean;
  readonly session: Session;
  readonly settings: SettingsFile;
  readonly log: Logger;
}

/** Opens the app's windows, and keeps them open and their screens up. */
export function openWindows(parts: WindowsOptions): AppWindows {
  const { options, isDevelopment, settings, log } = parts;
  const setAwake = keepAwake(log);
  if (options.look === "wall" && !isDevelopment) return openWalls(parts, setAwake);
  setAwake(true);
  const current = keepWindowOpen(options.look, () =>
    openScreen(parts, () => placeQuery(settings.settings), null),
  );
  return { all: () => [current()], walls: null };
}

function openWalls(parts: WindowsOptions, setAwake: (isAwake: boolean) => void): AppWindows {
  const { settings, log } = parts;
  const darkness = new Darkness(log);
  const open = (wall: PlannedWall): BrowserWindow => {
    const { x, y, width, height } = wall.monitor;
    const window = openScreen(parts, () => wallQuery(wall), { x, y, width, height });
    darkness.watch(window.webContents);
    return window;
  };
  const walls = keepWalls({ settings, open, log });
  const sleep = new WallSleep({
    sleep: () => settings.settings.sleep,
    now: () => new Date(),
    timers: { after },
    onChange: (isDark) => {
      log.info(isDark ? "the walls go dark" : "the walls are awake");
      setAwake(!isDark);
      darkness.set(
        isDark,
        walls.windows().map(({ webContents }) => webContents),
      );
    },
  });
  return { all: walls.windows, walls: { ...walls, lookAtClock: () => sleep.look() } };
}

/** Opens a counter's small bar: the same screen, in another window and by another address. */
export function openBar(
  { options, isDevelopment, session, settings, log }: WindowsOptions,
  bounds: Electron.Rectangle,
): BrowserWindow {
  const { title, preload, screen } = options;
  const window = createLockedWindow({
    look: "bar",
    title,
    preload,
    session,
    isDevelopment,
    bounds,
  });
  keepScreenUp({ window, url: () => screenUrl(screen, barQuery(settings.settings)), log });
  return window;
}

function openScreen(
  { options, isDevelopment, session, settings, log }: WindowsOptions,
  query: () => string,
  bounds: Electron.Rectangle | null,
): BrowserWindow {
  const { look, title, preload, screen } = options;
  const window = createLockedWindow({
    look: isDevelopment ? "desk" : look,
    title,
    preload,
    session,
    isDevelopment,
    bounds,
  });
  hideCursorInHall(window, options, () => settings.settings.hubUrl);
  keepScreenUp({ window, url: () => screenUrl(screen, query()), log });
  return window;
}

/** Whoever sets a machine up, or has opened its menu, may need the mouse; citizens touch. */
function hideCursorInHall(
  window: BrowserWindow,
  { look }: ShellOptions,
  hubUrl: () => string | null,
): void {
  if (look === "desk") return;
  window.webContents.on("dom-ready", () => {
    if (hubUrl() === null) return;
    const hide = ":not([data-awake], [data-awake] *) { cursor: none !important }";
    const css = `${hide} [data-awake] { cursor: default !important }`;
    // Rejects only when the page is gone meanwhile.
    window.webContents.insertCSS(css).catch(() => {});
  });
}
