import type { Logger } from "@luot/kit";
import type { WebContents } from "electron";
import { isScreenUrl, type ShellScreen } from "../screens/appUrl.ts";
import { isAllowedKey, type KeyPolicy } from "./isAllowedKey.ts";

/** What holds for every page of an app, whoever opened it. */
export interface ContentsLock {
  readonly screen: ShellScreen;
  readonly keys: KeyPolicy;
  readonly isDevelopment: boolean;
  readonly log: Logger;
}

/** Locks a page in: it stays where it is, opens nothing, and hears only allowed keys. */
export function lockContents(contents: WebContents, lock: ContentsLock): void {
  stayOnScreen(contents, lock);
  contents.setWindowOpenHandler(({ url }) => {
    lock.log.warn("a new window was refused", { url });
    return { action: "deny" };
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("login", (event) => event.preventDefault());
  contents.on("zoom-changed", () => contents.setZoomLevel(0));
  contents.on("did-finish-load", () => {
    contents.setZoomLevel(0);
    // Rejects only when the page is gone meanwhile, and then there is nothing to zoom.
    contents.setVisualZoomLevelLimits(1, 1).catch(() => {});
  });
  if (lock.isDevelopment) return;
  contents.on("before-input-event", (event, press) => {
    // Also key-up: a system acts on the release of some keys.
    if (!isAllowedKey(press, lock.keys)) event.preventDefault();
  });
  contents.on("devtools-opened", () => contents.closeDevTools());
}

/** A page may load itself again, nothing else; frames may go nowhere. */
function stayOnScreen(contents: WebContents, { screen, log }: ContentsLock): void {
  const refuse = (event: { preventDefault: () => void }, url: string): void => {
    log.warn("a page wanted to leave its screen", { url });
    event.preventDefault();
  };
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame || !isScreenUrl(event.url, screen)) refuse(event, event.url);
  });
  contents.on("will-redirect", (event) => refuse(event, event.url));
}
