import type { LinkPort } from "@luot/contract";

/** Electron's end of the way to the app, which plain Node does not know. */
interface UtilityPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (name: "message", listener: (event: { readonly data: unknown }) => void) => void;
}

/**
 * The way to the app that started this process, as a utility process of Electron or as a child
 * under Node. What can't be sent any more is lost: the app is gone, and this process ends.
 *
 * @throws where nobody started it
 */
export function parentPort(): LinkPort {
  const utility = (process as { readonly parentPort?: UtilityPort }).parentPort;
  const listeners = new Set<(message: unknown) => void>();
  const tell = (message: unknown): void => {
    for (const listener of listeners) listener(message);
  };
  const listen = (listener: (message: unknown) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  if (utility !== undefined) {
    utility.on("message", ({ data }) => tell(data));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window, no origin
    return { post: (message) => utility.postMessage(message), listen };
  }
  if (process.send === undefined) throw new Error("this process is started by the kiosk's app");
  process.on("message", tell);
  return { post: sendToParent, listen };
}

function sendToParent(message: unknown): void {
  // What goes wrong is followed by the end of the app, which is told otherwise.
  if (process.connected) process.send?.(message, undefined, {}, () => {});
}
