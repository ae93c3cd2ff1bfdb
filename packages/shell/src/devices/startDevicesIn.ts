import { join } from "node:path";
import type { DeviceChildEvents, StartDevices } from "./DeviceChild.ts";
import { forkUtility } from "./forkUtility.ts";
import { spawnUnderNode } from "./spawnUnderNode.ts";

/** The oldest Node that the native modules of the devices run on. */
const OLDEST_NODE = 22;

/**
 * How the devices are started in this Electron: in a utility process, or under a Node of their own
 * where Electron's is too old. That Node is what LUOT_NODE names, else the one beside the app.
 *
 * @param bundled the bundled module of the devices, in the archive of a packaged app too
 */
export function startDevicesIn(bundled: string): StartDevices {
  // In a packaged app it stands beside the archive with its native modules, for Node reads none.
  const file = bundled.replace(/app\.asar(?=[\\/])/u, "app.asar.unpacked");
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= OLDEST_NODE) return (events: DeviceChildEvents) => forkUtility(file, events);
  const program = process.platform === "win32" ? "node.exe" : "node";
  const node = process.env["LUOT_NODE"] ?? join(process.resourcesPath, program);
  return (events: DeviceChildEvents) => spawnUnderNode(node, file, events);
}
