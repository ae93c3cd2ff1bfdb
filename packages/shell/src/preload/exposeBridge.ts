import type { DeskShortcut, LinkPort, ShellAdmin, ShellBridge, ShellDesk } from "@luot/contract";
import { contextBridge, ipcRenderer } from "electron";
import {
  type AskChannel,
  BRIDGE_NAME,
  type BridgeCalls,
  FROM_DEVICES,
  FROM_SHORTCUTS,
  type ReadChannel,
  TO_DEVICES,
} from "../bridge/BridgeCalls.ts";

/** What this app has for its page beside the hub's address. */
export interface BridgeParts {
  /** A process that owns devices. */
  readonly hasDevices: boolean;
  /** A counter's bar and shortcuts. */
  readonly hasDesk: boolean;
}

/**
 * Gives the page its one way to the app, in a preload script; the page can't change it.
 */
export function exposeBridge({ hasDevices, hasDesk }: BridgeParts): void {
  const bridge: ShellBridge = {
    hubUrl: read("luot:hub-url"),
    chooseHub: (address) => ask("luot:choose-hub", address),
    findHubs: () => ask("luot:find-hubs"),
    admin: adminDoor(),
    desk: hasDesk ? deskTools() : null,
    devices: hasDevices ? devicesPort() : null,
  };
  contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
}

/** A page can ask to be let in; that it may is decided elsewhere. */
function adminDoor(): ShellAdmin | null {
  const state = read("luot:admin-state");
  if (state === null) return null;
  return {
    ...state,
    keepPin: (pin) => ask("luot:admin-keep-pin", pin),
    putOff: () => ask("luot:admin-put-off"),
    enter: (pin) => ask("luot:admin-enter", pin),
    wish: (wish) => ask("luot:admin-wish", wish),
  };
}

function deskTools(): ShellDesk {
  return {
    chooseCounter: (counterId) => ask("luot:choose-counter", counterId),
    toggleBar: () => ask("luot:toggle-bar"),
    showWindow: () => ask("luot:show-window"),
    shortcuts: () => ask("luot:shortcuts"),
    changeShortcut: (shortcut, keys) => ask("luot:change-shortcut", shortcut, keys),
    onShortcut: (listener) => {
      const heard = (_event: unknown, shortcut: DeskShortcut): void => listener(shortcut);
      ipcRenderer.on(FROM_SHORTCUTS, heard);
      return () => ipcRenderer.off(FROM_SHORTCUTS, heard);
    },
  };
}

/** The page gets the messages alone, never the event that brings them and its way to the app. */
function devicesPort(): LinkPort {
  return {
    post: (message) => ipcRenderer.send(TO_DEVICES, message),
    listen: (listener) => {
      const heard = (_event: unknown, message: unknown): void => listener(message);
      ipcRenderer.on(FROM_DEVICES, heard);
      return () => ipcRenderer.off(FROM_DEVICES, heard);
    },
  };
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
