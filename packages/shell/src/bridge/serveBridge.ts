import type { Logger } from "@luot/kit";
import { ipcMain } from "electron";
import type { ShellScreen } from "../screens/appUrl.ts";
import { answerAsked } from "./answerAsked.ts";
import { answerCall, type BridgeHandlers, RefusedCall } from "./answerCall.ts";
import type { AskChannel, BridgeCalls, ReadChannel } from "./BridgeCalls.ts";
import { frameOf } from "./frameOf.ts";

const READ: readonly ReadChannel[] = ["luot:hub-url", "luot:admin-state"];
const ASKED: readonly AskChannel[] = [
  "luot:choose-hub",
  "luot:find-hubs",
  "luot:admin-keep-pin",
  "luot:admin-put-off",
  "luot:admin-enter",
  "luot:admin-wish",
  "luot:choose-counter",
  "luot:toggle-bar",
  "luot:show-window",
  "luot:shortcuts",
  "luot:change-shortcut",
];

/** Answers the pages' calls. Once per app. */
export function serveBridge(screen: ShellScreen, handlers: BridgeHandlers, log: Logger): void {
  for (const channel of READ)
    ipcMain.on(channel, (event, ...args: unknown[]) => {
      const call = { channel, frame: frameOf(event), args };
      let answer: BridgeCalls[ReadChannel]["answer"] = null;
      try {
        answer = orRefused(() => answerCall(call, screen, handlers), log);
      } finally {
        // Sent when it is set, once; a page that gets no answer would hang.
        event.returnValue = answer;
      }
    });
  for (const channel of ASKED)
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      answerAsked({ channel, frame: frameOf(event), args }, screen, handlers, log),
    );
}

/** Refusals are noted, and `null` to whoever called; faults of the app itself go on. */
function orRefused<T>(answer: () => T, log: Logger): T | null {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof RefusedCall)) throw error;
    log.warn("a call over the bridge was refused", { why: error.message });
    return null;
  }
}
