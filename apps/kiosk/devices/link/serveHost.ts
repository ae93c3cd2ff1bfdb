import { type DeviceStart, HostMessageSchema, type LinkPort } from "@luot/contract";
import type { Logger } from "@luot/kit";

/** What the app and its screen are served with. */
export interface HostService {
  readonly port: LinkPort;
  /** Called with the first start message; further ones are ignored. */
  readonly onStart: (start: DeviceStart) => void;
  readonly log: Logger;
}

/**
 * Answers the app that started this process: it is told at once that there is somebody, and at each
 * question that the process does not hang.
 *
 * @returns the part of the port that is the screen's
 */
export function serveHost({ port, onStart, log }: HostService): LinkPort {
  const screen = new Set<(message: unknown) => void>();
  let isStarted = false;
  port.listen((raw) => {
    const parsed = HostMessageSchema.safeParse(raw);
    if (!parsed.success) return log.warn("a message of the app makes no sense");
    const message = parsed.data;
    if (message.kind === "ping") return port.post({ kind: "pong" });
    if (message.kind !== "start") {
      for (const listener of screen) listener(message);
      return undefined;
    }
    if (isStarted) return undefined;
    isStarted = true;
    return onStart(message);
  });
  return {
    post: port.post,
    listen: (listener) => {
      screen.add(listener);
      return () => screen.delete(listener);
    },
  };
}
