import type { IpcMainEvent, IpcMainInvokeEvent } from "electron";
import type { CallingFrame } from "../guards/isOwnFrame.ts";

/** Who called, as Electron tells it; `null` when the caller is gone. */
export function frameOf({
  senderFrame,
}: Pick<IpcMainEvent | IpcMainInvokeEvent, "senderFrame">): CallingFrame | null {
  if (senderFrame === null) return null;
  return { url: senderFrame.url, isTop: senderFrame.parent === null };
}
