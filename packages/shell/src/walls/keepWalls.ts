import type { AdminMonitor } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { app, type BrowserWindow, type Display, screen } from "electron";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { type PlannedWall, planWalls } from "./WallPlan.ts";
import { type WallWindow, WallWindows } from "./WallWindows.ts";

/** Plugs wobble, and one change comes as several. */
const SETTLE_MS = 500;

/** What the windows of a wall need. */
export interface KeptWallsOptions {
  readonly settings: SettingsFile;
  /** Opens a window on a monitor and keeps its screen up. */
  readonly open: (wall: PlannedWall) => BrowserWindow;
  readonly log: Logger;
}

/** The windows of a wall. */
export interface KeptWalls {
  readonly windows: () => readonly BrowserWindow[];
  readonly monitors: () => readonly AdminMonitor[];
  /** What is shown where, at the moment. */
  readonly plan: () => readonly PlannedWall[];
  /** Makes the windows as the settings say now. */
  readonly arrange: () => void;
}

/**
 * Keeps one window on each chosen monitor, whatever is plugged and unplugged, and opens again what
 * anybody but the app itself has closed.
 */
export function keepWalls({ settings, open, log }: KeptWallsOptions): KeptWalls {
  const opened = new Set<BrowserWindow>();
  let isQuitting = false;
  app.on("before-quit", () => {
    isQuitting = true;
  });
  // Electron would end the app; between two monitors there may be no window.
  app.on("window-all-closed", () => {
    if (isQuitting) app.quit();
  });
  app.on("second-instance", () => [...opened][0]?.focus());
  const walls = new WallWindows(openKept);
  const plan = (): readonly PlannedWall[] =>
    planWalls(settings.settings.walls, monitors(), settings.settings);
  const arrange = (): void => {
    const planned = plan();
    walls.arrange(planned);
    log.info("the walls are arranged", { monitors: planned.length });
  };
  let settling: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(settling);
    settling = setTimeout(arrange, SETTLE_MS);
  };
  screen.on("display-added", later);
  screen.on("display-removed", later);
  screen.on("display-metrics-changed", later);
  arrange();
  return { windows: () => [...opened], monitors, plan, arrange };

  function openKept(wall: PlannedWall): WallWindow {
    let isEnded = false;
    let shown = wall;
    let window = show();
    return {
      place: (next) => {
        if (!isSamePlace(next.monitor, shown.monitor)) fill(window, next.monitor);
        shown = next;
      },
      end: () => {
        isEnded = true;
        window.destroy();
      },
    };

    function show(): BrowserWindow {
      const fresh = open(shown);
      opened.add(fresh);
      fresh.on("close", (event) => {
        if (!isQuitting) event.preventDefault();
      });
      fresh.once("closed", () => {
        opened.delete(fresh);
        if (!isEnded && !isQuitting) window = show();
      });
      return fresh;
    }
  }
}

function monitors(): readonly AdminMonitor[] {
  const main = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map((display) => toMonitor(display, display.id === main));
}

function toMonitor({ id, label, bounds }: Display, isPrimary: boolean): AdminMonitor {
  return { id: String(id), label, ...bounds, isPrimary };
}

function isSamePlace(one: AdminMonitor, other: AdminMonitor): boolean {
  return (
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  );
}

/** A window that fills a monitor takes no other place until it has let go of it. */
function fill(window: BrowserWindow, { x, y, width, height }: AdminMonitor): void {
  window.setFullScreen(false);
  window.setBounds({ x, y, width, height });
  window.setFullScreen(true);
}
