import { BrowserWindow, type BrowserWindowConstructorOptions, type Session } from "electron";

/**
 * How a window stands on the screen: `kiosk` fills it and can't be left, `wall` fills a monitor,
 * `desk` is an ordinary window.
 */
export type WindowLook = "kiosk" | "wall" | "desk";

/** What a locked window needs. */
export interface LockedWindowOptions {
  /** `bar`: the small window of a counter, in front of other programs. */
  readonly look: WindowLook | "bar";
  readonly title: string;
  /** Path of the bundled preload script. */
  readonly preload: string;
  readonly session: Session;
  /** Lets developer tools open. */
  readonly isDevelopment: boolean;
  /** Position and size in the desktop's pixels, where a certain monitor is meant. */
  readonly bounds: Electron.Rectangle | null;
}

/** Makes a window as Electron's security checklist wants it. It is shown when it has been drawn. */
export function createLockedWindow(options: LockedWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...lookOf(options),
    ...options.bounds,
    title: options.title,
    show: false,
    backgroundColor: "#ffffff",
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      session: options.session,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      enableWebSQL: false,
      devTools: options.isDevelopment,
      // A wall speaks and counts though nobody touches it or looks at its window.
      autoplayPolicy: "no-user-gesture-required",
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  window.on("page-title-updated", (event) => event.preventDefault());
  // A bar must not take the keyboard from the program in which somebody types.
  window.once("ready-to-show", () =>
    options.look === "bar" ? window.showInactive() : window.show(),
  );
  return window;
}

function lookOf({ look }: LockedWindowOptions): BrowserWindowConstructorOptions {
  if (look === "bar") {
    const fixed = { resizable: false, minimizable: false, maximizable: false };
    return { ...fixed, frame: false, fullscreenable: false, skipTaskbar: true, alwaysOnTop: true };
  }
  if (look === "desk") return { width: 1_280, height: 900 };
  const filling = { frame: false, fullscreen: true, resizable: false, minimizable: false };
  if (look === "wall") return filling;
  return { ...filling, kiosk: true, movable: false, closable: false, alwaysOnTop: true };
}
