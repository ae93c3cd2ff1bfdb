const PARENT_POLL_MS = 500;

/**
 * A signal that aborts when this process is asked to end, with the reason `"console"` when the
 * console has told the child processes too, else `"asked"`. Later requests change nothing (npm
 * passes Ctrl-C on a second time): the ending has its own time limits.
 *
 * @param {{ isStartedByNpm: boolean }} options npm passes SIGTERM on to its shell, which dies
 *   without telling us: then the parent is watched, whose end is a request like any other
 * @returns {AbortSignal}
 */
export function stopOnSignals({ isStartedByNpm }) {
  const stop = new AbortController();
  const isWindows = process.platform === "win32";
  process.on("SIGTERM", () => stop.abort("asked"));
  process.on("SIGINT", () => stop.abort("console"));
  if (isWindows) process.on("SIGBREAK", () => stop.abort("console"));
  // The terminal was closed. (nohup cannot be honoured: Node itself resets what it had set.)
  process.on("SIGHUP", () => stop.abort("console"));
  if (isStartedByNpm && !isWindows) watchParent(() => stop.abort("asked"));
  return stop.signal;
}

function watchParent(onEnd) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, PARENT_POLL_MS);
  timer.unref();
}
