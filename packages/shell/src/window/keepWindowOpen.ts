import { app, type BrowserWindow } from "electron";
import type { WindowLook } from "./createLockedWindow.ts";

/**
 * Opens an app's window, and in a hall again whenever it is closed by anybody but the app's own
 * end: Alt+F4 comes from the window manager, past the key filter, and a page's `window.close()`
 * past the window's own word on it.
 *
 * @returns gives the window that is open at the moment
 */
export function keepWindowOpen(look: WindowLook, open: () => BrowserWindow): () => BrowserWindow {
  let isQuitting = false;
  app.on("before-quit", () => {
    isQuitting = true;
  });
  // Electron would end the app; in a hall there is another window by now.
  app.on("window-all-closed", () => {
    if (look === "desk" || isQuitting) app.quit();
  });
  let window = openKept();
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  return () => window;

  function openKept(): BrowserWindow {
    const opened = open();
    if (look === "desk") return opened;
    opened.on("close", (event) => {
      if (!isQuitting) event.preventDefault();
    });
    opened.once("closed", () => {
      if (!isQuitting) window = openKept();
    });
    return opened;
  }
}
