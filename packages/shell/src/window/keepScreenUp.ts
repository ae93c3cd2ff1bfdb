import type { Logger } from "@luot/kit";
import type { BrowserWindow } from "electron";
import { after } from "../watch/after.ts";
import { Heartbeat } from "../watch/Heartbeat.ts";
import { restartDelayMs } from "../watch/restartDelayMs.ts";

const BEAT_EVERY_MS = 1_000;
/** Together with the beat: a hang is known after 3.5 s at most, so the screen is back within 5 s. */
const BEAT_TIMEOUT_MS = 2_500;
const LOAD_WITHIN_MS = 20_000;
const FALLS_KEPT = 10;
/** The page itself ended the load, for another. */
const ABORTED = -3;

/** What is kept up. */
export interface KeptScreen {
  readonly window: BrowserWindow;
  /** The screen's address at the moment: a counter's app may be told another counter. */
  readonly url: () => string;
  readonly log: Logger;
}

/** Loads a window's screen, and again whenever it falls, hangs or does not come up. */
export function keepScreenUp({ window, url, log }: KeptScreen): void {
  const contents = window.webContents;
  let fallsAtMs: readonly number[] = [];
  let loadTimer: ReturnType<typeof setTimeout> | undefined;
  const heartbeat = new Heartbeat({
    probe: () => contents.executeJavaScript("0"),
    onHung: () => end("does not answer"),
    everyMs: BEAT_EVERY_MS,
    timeoutMs: BEAT_TIMEOUT_MS,
    timers: { after },
  });
  contents.on("did-start-loading", () => {
    heartbeat.pause();
    clearTimeout(loadTimer);
    loadTimer = setTimeout(() => end("does not load"), LOAD_WITHIN_MS);
  });
  contents.on("did-stop-loading", () => {
    clearTimeout(loadTimer);
    heartbeat.resume();
  });
  contents.on("render-process-gone", (_event, { reason }) => fell(reason));
  contents.on("did-fail-load", (_event, code, description, _failed, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) fell(description);
  });
  window.once("closed", () => {
    heartbeat.pause();
    clearTimeout(loadTimer);
  });
  load();

  function load(): void {
    if (window.isDestroyed()) return;
    // A load that fails also tells did-fail-load, which sees to it.
    contents.loadURL(url()).catch(() => {});
  }

  function fell(why: string): void {
    heartbeat.pause();
    clearTimeout(loadTimer);
    const nowMs = performance.now();
    fallsAtMs = [...fallsAtMs, nowMs].slice(-FALLS_KEPT);
    const delayMs = restartDelayMs(fallsAtMs, nowMs);
    log.error("a screen fell and is loaded again", { why, delayMs });
    after(delayMs, load);
  }

  /** Ends the page's process; that it is gone is told as any other fall. */
  function end(why: string): void {
    log.error("a screen hangs and is ended", { why });
    contents.forcefullyCrashRenderer();
  }
}
