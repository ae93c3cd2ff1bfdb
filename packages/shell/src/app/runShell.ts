import type { Logger } from "@luot/kit";
import { app, Menu, session, type Session } from "electron";
import { join } from "node:path";
import type { AdminDesk } from "../admin/AdminDesk.ts";
import { PinBook } from "../admin/PinBook.ts";
import { PIN_COST } from "../admin/pinHash.ts";
import type { BridgeHandlers } from "../bridge/answerCall.ts";
import { serveBridge } from "../bridge/serveBridge.ts";
import type { DeskHandlers } from "../desk/DeskTools.ts";
import { HubFinder } from "../find/HubFinder.ts";
import { lockContents } from "../guards/lockContents.ts";
import { lockSession } from "../guards/lockSession.ts";
import { createFileLog } from "../log/createFileLog.ts";
import { logPage } from "../log/logPage.ts";
import { createAppProtocol, registerAppScheme } from "../screens/createAppProtocol.ts";
import { SettingsFile } from "../settings/SettingsFile.ts";
import { after } from "../watch/after.ts";
import { chooseHub, noteNamedHub } from "./chooseHub.ts";
import { createAdmin } from "./createAdmin.ts";
import { createDesk, deskHandlers } from "./createDesk.ts";
import { forgetHub, goOnForgetting } from "./forgetHub.ts";
import { keepDevices } from "./keepDevices.ts";
import { keepWishes } from "./keepWishes.ts";
import { learnHub } from "./learnHub.ts";
import { keepUpToDate } from "./keepUpToDate.ts";
import { openWindows } from "./openWindows.ts";
import { type PackageInfo, readPackageInfo } from "./PackageInfo.ts";
import { readArguments, type ShellArguments } from "./readArguments.ts";
import { helpText } from "./helpText.ts";
import { setPinByCommand } from "./setPinByCommand.ts";
import type { ShellOptions } from "./ShellOptions.ts";

const FLUSH_EVERY_MS = 2_000;

/** An app before its windows. */
interface ShellParts {
  readonly options: ShellOptions;
  readonly info: PackageInfo;
  readonly wish: ShellArguments;
  readonly pins: PinBook;
  readonly logFile: string;
  readonly log: Logger;
}

/**
 * Runs a desktop app: windows that show one screen and can't be left. Called at the top of the app's
 * main module, before Electron is ready.
 */
export function runShell(options: ShellOptions): void {
  const name = `luot-${options.screen}`;
  const wish = readArguments(process.argv, app.isPackaged);
  if (wish.isHelp) {
    process.stdout.write(helpText(name, options.look));
    return app.exit(0);
  }
  app.setName(name);
  app.setPath("userData", wish.userData ?? join(app.getPath("appData"), name));
  const logFile = join(app.getPath("userData"), "logs", `${name}.log`);
  const log = createFileLog({ app: name, path: logFile, echo: toErrorOutput });
  const path = join(app.getPath("userData"), "admin.json");
  const pins = new PinBook({ path, cost: PIN_COST, now: Date.now, log });
  if (wish.isSetPin) return app.exit(setPinByCommand(pins));
  if (!app.requestSingleInstanceLock()) {
    log.info("the app runs already; this one ends");
    return app.exit(0);
  }
  setSwitches();
  registerAppScheme();
  endOnFault(log);
  app.on("web-contents-created", (_event, contents) => {
    lockContents(contents, { ...options, isDevelopment: wish.isDevelopment, log });
    logPage(contents, log);
  });
  const info = readPackageInfo(app.getAppPath());
  log.info("the app starts", { version: info.version });
  if (info.isTestRuntime) log.warn("this package holds an Electron for tests: not for use");
  const title = info.isTestRuntime ? `${options.title} [TEST RUNTIME]` : options.title;
  const parts = { options: { ...options, title }, info, wish, pins, logFile, log };
  // Not awaited: `ready` comes only when this module has ended. What fails there ends the app.
  void app.whenReady().then(() => start(parts));
}

/** Where a supervisor collects what an app says. */
function toErrorOutput(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Electron shows a dialog for what nobody caught; in a hall nobody can close it. */
function endOnFault(log: Logger): void {
  const end = (cause: unknown): void => {
    log.error("the app ends after an error nobody caught", { cause });
    app.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
  app.on("child-process-gone", (_event, { type, reason, exitCode }) =>
    log.error("a process of the app is gone", { type, reason, exitCode }),
  );
}

/** Gestures that Chromium understands before any page does. */
function setSwitches(): void {
  app.commandLine.appendSwitch("disable-pinch");
  app.commandLine.appendSwitch("overscroll-history-navigation", "0");
  app.commandLine.appendSwitch("disable-touch-drag-drop");
}

async function start({ options, info, wish, pins, logFile, log }: ShellParts): Promise<void> {
  const folder = app.getPath("userData");
  const settings = new SettingsFile(join(folder, "settings.json"), log);
  const before = settings.settings.hubUrl;
  keepWishes(wish, settings, log);
  await noteNamedHub(before, { settings, fetch });
  // Whoever sets up walls by command has nobody in front of them who could choose a PIN.
  if (options.look === "wall" && wish.hub !== null && pins.standing === "unset") pins.putOff();
  const own = session.defaultSession;
  const forgetting = { settings, folder, own, timers: { after }, log };
  const isForgotten = await forgetHub(forgetting);
  // Ends the app, to be tried again at its next start: its page would tell this hub of the other's.
  if (!isForgotten && options.devices === null)
    throw new Error("the page's storage is that of another hub");
  learnHub(settings, fetch);
  const pagesHub = (): string | null =>
    options.devices === null ? settings.settings.hubUrl : null;
  lockSession(own, pagesHub);
  createAppProtocol({ session: own, mounts: options.mounts, hubUrl: pagesHub });
  Menu.setApplicationMenu(null);
  const { isDevelopment } = wish;
  const parts = { options, isDevelopment, session: own, settings, log };
  const windows = openWindows(parts);
  const desk = createDesk(parts, windows);
  const { devices: file, screen } = options;
  const first = (): Electron.BrowserWindow => firstOf(windows.all());
  const devices =
    file === null ? null : keepDevices({ file, screen, settings, window: first, log });
  devices?.begin();
  goOnForgetting(forgetting, () => devices?.begin());
  const onHub = (): void => {
    devices?.begin();
    // The page's policy names the hub, so it takes a new page to talk to a new one.
    for (const { webContents } of windows.all()) webContents.reload();
  };
  const hubUrl = (): string | null => settings.settings.hubUrl;
  const update = keepUpToDate({ screen, info, hubUrl, log });
  const admin = createAdmin({ options, update, pins, settings, windows, logFile, log });
  const finder = new HubFinder({ network: wish.findOn, log });
  app.on("will-quit", () => finder.close());
  const handlers = { ...handlersOf(settings, finder, onHub), ...deskHandlers(desk) };
  serveBridge(screen, { ...handlers, ...doorOf(admin) }, log);
  keepStorage(own);
}

type DoorHandlers = Pick<BridgeHandlers, Extract<keyof BridgeHandlers, `luot:admin-${string}`>>;

function handlersOf(
  settings: SettingsFile,
  finder: HubFinder,
  onHub: () => void,
): Omit<BridgeHandlers, keyof DoorHandlers | keyof DeskHandlers> {
  return {
    "luot:hub-url": () => settings.settings.hubUrl,
    "luot:choose-hub": async (address) => {
      const chosen = await chooseHub(address, { settings, fetch });
      // The answer goes out first.
      if (chosen.ok) setImmediate(onHub);
      return chosen;
    },
    "luot:find-hubs": async () => finder.look(),
  };
}

/** The calls to the administrator's menu; where there is none, each is refused. */
function doorOf(admin: AdminDesk | null): DoorHandlers {
  const closed = { ok: false, code: "already_set" } as const;
  return {
    "luot:admin-state": () => admin?.state() ?? null,
    "luot:admin-keep-pin": async (pin) => admin?.keepFirstPin(pin) ?? closed,
    "luot:admin-put-off": async () => admin?.putOff() ?? closed,
    "luot:admin-enter": async (pin) => admin?.enter(pin) ?? { ok: false, code: "no_pin" },
    "luot:admin-wish": async (wish) => admin?.wish(wish) ?? { ok: false, code: "shut" },
  };
}

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error("the app has no window");
  return first;
}

/**
 * The device's token lies in the page's storage, which Chromium writes some seconds later: a power
 * cut right after pairing would cost a second pairing.
 */
function keepStorage(own: Session): void {
  setInterval(() => own.flushStorageData(), FLUSH_EVERY_MS);
  app.on("before-quit", () => own.flushStorageData());
}
