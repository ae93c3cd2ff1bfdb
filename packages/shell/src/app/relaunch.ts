import { app } from "electron";
import { howToRelaunch } from "./howToRelaunch.ts";

/** Sees to it that the app starts again once it has ended; ends nothing itself. */
export function relaunch(): void {
  const how = howToRelaunch(process.env);
  if (how !== null) app.relaunch(how);
}
