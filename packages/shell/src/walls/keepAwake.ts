import { execFile } from "node:child_process";
import type { Logger } from "@luot/kit";
import { powerSaveBlocker } from "electron";

/**
 * Keeps the system from switching the monitors off.
 *
 * @returns switches that: while it is `false` the system may do as it is set to
 */
export function keepAwake(log: Logger): (isAwake: boolean) => void {
  let blocker: number | null = null;
  return (isAwake) => {
    if (isAwake === (blocker !== null)) return;
    if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
      return;
    }
    blocker = powerSaveBlocker.start("prevent-display-sleep");
    wakeMonitors(log);
  };
}

/** To X, keeping awake is not waking: monitors that are off stay off until they are told. */
function wakeMonitors(log: Logger): void {
  if (process.platform !== "linux") return;
  execFile("xset", ["dpms", "force", "on"], (cause) => {
    if (cause !== null) log.info("monitors could not be told to wake", { cause });
  });
}
