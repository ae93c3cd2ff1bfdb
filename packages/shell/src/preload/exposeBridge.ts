import type { ShellBridge } from "@luot/contract";
import { contextBridge, ipcRenderer } from "electron";
import {
  type AskChannel,
  BRIDGE_NAME,
  type BridgeCalls,
  type ReadChannel,
} from "../bridge/BridgeCalls.ts";

/** Gives the page its one way to the app, in a preload script; the page can't change it. */
export function exposeBridge(): void {
  const bridge: ShellBridge = {
    hubUrl: read("luot:hub-url"),
    chooseHub: (address) => ask("luot:choose-hub", address),
  };
  contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
}

function read<K extends ReadChannel>(channel: K): BridgeCalls[K]["answer"] {
  return ipcRenderer.sendSync(channel) as BridgeCalls[K]["answer"];
}

function ask<K extends AskChannel>(
  channel: K,
  ...args: BridgeCalls[K]["args"]
): Promise<BridgeCalls[K]["answer"]> {
  return ipcRenderer.invoke(channel, ...args) as Promise<BridgeCalls[K]["answer"]>;
}
