import type { DeviceStart } from "@luot/contract";
import { createDeviceLog } from "./createDeviceLog.ts";
import { endOnFault } from "./endOnFault.ts";
import { KioskDevices } from "./KioskDevices.ts";
import { closeInherited } from "./link/closeInherited.ts";
import { parentPort } from "./link/parentPort.ts";
import { serveHost } from "./link/serveHost.ts";

// The process that owns a kiosk's printer and scanner, its own numbers, and its connection to the
// hub. The app starts it, tells it what to open, and starts it again whenever it ends.

const log = createDeviceLog((line) => process.stderr.write(line));
const clock = { now: () => Date.now(), monotonic: () => performance.now() };
let opened: Promise<KioskDevices> | null = null;

closeInherited();
endOnFault(log);
const port = parentPort();
const screen = serveHost({ port, log, onStart: (start) => void begin(start) });
// Without the app nobody is there to serve. What is under way is in the book.
process.once("disconnect", () => void leave());

async function begin(start: DeviceStart): Promise<void> {
  opened = KioskDevices.open({ start, screen, clock, log });
  await opened;
  port.post({ kind: "ready" });
}

async function leave(): Promise<void> {
  await (await opened)?.close();
  process.exit(0);
}
