import type { Logger } from "@luot/kit";
import { ipcMain } from "electron";
import { RefusedCall } from "../bridge/answerCall.ts";
import { TO_DEVICES } from "../bridge/BridgeCalls.ts";
import { frameOf } from "../bridge/frameOf.ts";
import { takeScreenMessage } from "../bridge/takeScreenMessage.ts";
import type { ShellScreen } from "../screens/appUrl.ts";
import type { DeviceHost } from "./DeviceHost.ts";
import { FloodGate } from "./FloodGate.ts";

/** What hands the page's messages on needs. */
export interface DeviceService {
  readonly screen: ShellScreen;
  /** `null` before there is a hub to talk to. */
  readonly host: () => DeviceHost | null;
  readonly log: Logger;
}

/** Hands the messages of the screen's own page to the devices, and drops all else. Once per app. */
export function serveDevices({ screen, host, log }: DeviceService): void {
  const gate = new FloodGate();
  ipcMain.on(TO_DEVICES, (event, ...args: unknown[]) => {
    const word = gate.pass(performance.now());
    if (word === "first") log.warn("too many messages to the devices; the rest is dropped");
    if (word !== "pass") return;
    try {
      host()?.fromScreen(takeScreenMessage({ frame: frameOf(event), args }, screen));
    } catch (error) {
      if (!(error instanceof RefusedCall)) throw error;
      log.warn("a message over the bridge was refused", { why: error.message });
    }
  });
}
