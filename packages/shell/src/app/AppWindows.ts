import type { BrowserWindow } from "electron";
import type { KeptWalls } from "../walls/keepWalls.ts";

/** The windows of an app: one, or one on each monitor of a wall. */
export interface AppWindows {
  readonly all: () => readonly BrowserWindow[];
  /** `null` in an app with one window. */
  readonly walls: (KeptWalls & { readonly lookAtClock: () => void }) | null;
}
