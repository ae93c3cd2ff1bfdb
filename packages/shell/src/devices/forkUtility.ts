import { createInterface } from "node:readline";
import { utilityProcess } from "electron";
import type { DeviceChild, DeviceChildEvents } from "./DeviceChild.ts";

/**
 * Starts the devices as a utility process of Electron: it ends with the app, whatever ends the app.
 *
 * @param file the bundled module of the devices
 */
export function forkUtility(file: string, events: DeviceChildEvents): DeviceChild {
  const child = utilityProcess.fork(file, [], {
    serviceName: "luot-devices",
    stdio: ["ignore", "ignore", "pipe"],
    // What is deprecated concerns whoever builds the app, not its log in a hall.
    execArgv: ["--no-deprecation"],
  });
  child.on("message", events.onMessage);
  if (child.stderr !== null) createInterface({ input: child.stderr }).on("line", events.onLine);
  child.once("exit", (code) => events.onEnd(`exit ${code}`));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window, no origin
    post: (message) => child.postMessage(message),
    kill: () => {
      // Its own `kill` asks politely, which a process that hangs does not hear.
      if (child.pid !== undefined) process.kill(child.pid, "SIGKILL");
    },
  };
}
