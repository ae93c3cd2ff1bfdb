import type { AdminMenu, PinKept, SleepTimes, WallChoice } from "@luot/contract";
import type { Logger } from "@luot/kit";
import { app } from "electron";
import { AdminDesk, type AdminWalls } from "../admin/AdminDesk.ts";
import type { PinBook } from "../admin/PinBook.ts";
import type { SettingsFile } from "../settings/SettingsFile.ts";
import { after } from "../watch/after.ts";
import type { AppWindows } from "./AppWindows.ts";
import { changeHub } from "./chooseHub.ts";
import { endApp } from "./endApp.ts";
import type { ShellOptions } from "./ShellOptions.ts";

/** Time for an answer to get out before its page goes. */
const ANSWERED_MS = 300;

/** What the administrator's menu needs of the app. */
export interface AdminParts {
  readonly options: ShellOptions;
  readonly update: () => AdminMenu["update"];
  readonly pins: PinBook;
  readonly settings: SettingsFile;
  readonly windows: AppWindows;
  readonly logFile: string;
  readonly log: Logger;
}

/** The administrator's menu of an app; `null` where anybody may close the window. */
export function createAdmin(parts: AdminParts): AdminDesk | null {
  const { options, pins, settings, windows, log } = parts;
  if (options.look === "desk") return null;
  return new AdminDesk({
    pins,
    canPutOff: options.look === "wall",
    menu: () => menuOf(parts),
    changeHub: (address) => changeHub(address, { settings, fetch }),
    walls: wallsOf(settings, windows),
    afterwards: (what) => {
      after(ANSWERED_MS, () => {
        if (what !== "reload") return endApp(what);
        for (const { webContents } of windows.all()) webContents.reload();
      });
    },
    nowMs: () => performance.now(),
    log,
  });
}

function menuOf({ update, settings, windows, logFile }: AdminParts): AdminMenu {
  const { chrome, electron, node } = process.versions;
  const { hubUrl, sleep } = settings.settings;
  return {
    hubUrl,
    versions: [
      { name: app.getName(), version: app.getVersion() },
      { name: "Electron", version: electron },
      { name: "Chromium", version: chrome },
      { name: "Node.js", version: node },
    ],
    update: update(),
    logFile,
    walls:
      windows.walls === null
        ? null
        : {
            monitors: windows.walls.monitors(),
            chosen: windows.walls.plan().map(({ monitor, board, counterId, zone }) => ({
              monitorId: monitor.id,
              board,
              counterId,
              zone,
            })),
            sleep,
          },
  };
}

function wallsOf(settings: SettingsFile, { walls }: AppWindows): AdminWalls | null {
  if (walls === null) return null;
  const choose = (choices: readonly WallChoice[]): PinKept => {
    const present = walls.monitors();
    const kept = choices.flatMap(({ monitorId, board, counterId, zone }) => {
      const monitor = present.find(({ id }) => id === monitorId);
      if (monitor === undefined) return [];
      const { label, x, y } = monitor;
      return [{ monitorId, label, x, y, board, counterId, zone }];
    });
    const stored = settings.change({ walls: kept });
    if (!stored.ok) return { ok: false, code: stored.error };
    // The answer goes out first: the window that asked may be one of those that go.
    after(ANSWERED_MS, walls.arrange);
    return { ok: true };
  };
  const setSleep = (sleep: SleepTimes | null): PinKept => {
    const stored = settings.change({ sleep });
    if (!stored.ok) return { ok: false, code: stored.error };
    walls.lookAtClock();
    return { ok: true };
  };
  return { choose, setSleep };
}
