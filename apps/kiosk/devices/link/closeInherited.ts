import { closeSync, readdirSync, readlinkSync } from "node:fs";

/** Standard streams, and the way to the app. */
const LAST_OWN = 3;

/**
 * Closes the sockets that the app left open in a child under Node. Chromium closes everything itself
 * in a process that it starts, and relies on that; Node does not. A child that was started in the
 * wrong moment holds an end of a page's channel, and then nobody learns that the page is gone.
 *
 * Called before this process opens any socket of its own. On Linux alone.
 */
export function closeInherited(): void {
  if (process.platform !== "linux" || process.send === undefined) return;
  for (const fd of readdirSync("/proc/self/fd").map(Number))
    if (fd > LAST_OWN && isSocket(fd)) closeSync(fd);
}

function isSocket(fd: number): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`).startsWith("socket:");
  } catch {
    // It was the list's own, and is closed by now.
    return false;
  }
}
