/**
 * Spawn options that keep a child out of the terminal's reach. Without them Ctrl-C would reach
 * every process at once, and the printer would be gone before the hub has finished its last ticket.
 * Windows has no such groups (`detached` would open another window): there the console tells all.
 */
export const OWN_GROUP = { detached: process.platform !== "win32", windowsHide: true };

/**
 * Waits for a child to end.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} its exit code, 1 when a signal ended it
 */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/**
 * Asks a child to end, and ends it when it has not within `graceMs`.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {{ graceMs: number, isAlreadyTold: boolean }} options `isAlreadyTold` on Windows, where
 *   the console's Ctrl-C has reached the child too and `kill` would end it without a farewell
 * @returns {Promise<boolean>} whether it ended by itself
 */
export async function endChild(child, { graceMs, isAlreadyTold }) {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  if (!isAlreadyTold) child.kill("SIGTERM");
  let isForced = false;
  const timer = setTimeout(() => {
    isForced = true;
    child.kill("SIGKILL");
  }, graceMs);
  await ended(child);
  clearTimeout(timer);
  return !isForced;
}
