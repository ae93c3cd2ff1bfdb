import { app } from "electron";
import { relaunch } from "./relaunch.ts";

/**
 * The exit code of an app that an administrator closed: its supervisor leaves it closed
 * (`RestartPreventExitStatus` of the units). Any other end is undone.
 */
const CLOSED_ON_PURPOSE = 40;
const QUIT_WITHIN_MS = 3_000;

/**
 * Ends the app, its windows and its processes, and where it is to start again, that too: a
 * supervisor does it by itself (LUOT_SUPERVISED=1), else the app starts its next one.
 */
export function endApp(how: "close" | "restart"): void {
  const code = how === "close" ? CLOSED_ON_PURPOSE : 0;
  if (how === "restart") relaunch();
  // Quitting alone ends with 0; others see to their own end before.
  app.once("will-quit", () => app.exit(code));
  app.quit();
  setTimeout(() => app.exit(code), QUIT_WITHIN_MS);
}
