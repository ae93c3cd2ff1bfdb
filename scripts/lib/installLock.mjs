import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const HEARTBEAT_MS = 2_000;
const POLL_MS = 500;
/** A holder that has not moved for this many looks is gone, even when its pid is in use again. */
const STALE_AFTER_POLLS = 60;

/**
 * Runs `work` while no other process runs anything under the same lock.
 *
 * The lock is a folder (making one is atomic on every file system) that holds its owner's pid. A
 * lock whose owner has ended, or has stopped touching it, is taken over.
 *
 * @template T
 * @param {string} folder the lock; its parent is made when missing
 * @param {{ onWait: (pid: number | null) => void }} options `onWait` is told once, on finding the
 *   lock held
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what `work` gave; throws what `work` threw, after letting go
 */
export async function withLock(folder, options, work) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  await acquire(folder, options.onWait);
  const heartbeat = setInterval(() => touch(folder), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function acquire(folder, onWait) {
  let seen = null;
  let looksUnmoved = 0;
  for (let looks = 0; !tryMake(folder); looks += 1) {
    const holder = look(folder);
    if (holder === null) continue; // let go between our two steps
    if (looks === 0) onWait(holder.pid);
    looksUnmoved = seen === holder.beat ? looksUnmoved + 1 : 0;
    seen = holder.beat;
    const hasEnded = holder.pid !== null && !isRunning(holder.pid);
    const isStale = hasEnded || looksUnmoved >= STALE_AFTER_POLLS;
    if (!isStale || !removeStale(folder, holder)) await delay(POLL_MS);
  }
}

function tryMake(folder) {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
  fs.writeFileSync(path.join(folder, "pid"), String(process.pid));
  return true;
}

/** Who holds the lock; `pid` is null while the holder has not yet written it. */
function look(folder) {
  try {
    const beat = fs.statSync(folder).mtimeMs;
    const file = path.join(folder, "pid");
    const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
    return { pid: /^\d+$/.test(text) ? Number(text) : null, beat };
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Moves the stale lock aside first: of two processes that found it, one move alone succeeds.
 * Answers whether to try for the lock again at once.
 */
function removeStale(folder, holder) {
  const aside = `${folder}.stale-${holder.pid ?? "unknown"}-${process.pid}`;
  try {
    fs.renameSync(folder, aside);
  } catch (error) {
    if (error.code === "ENOENT") return true;
    if (error.code === "EPERM" || error.code === "EBUSY") return false; // Windows: it is being read
    throw error;
  }
  const moved = look(aside);
  if (moved !== null && moved.pid !== holder.pid && !fs.existsSync(folder)) {
    fs.renameSync(aside, folder); // the other process had already replaced it: give it back
    return false;
  }
  fs.rmSync(aside, { recursive: true, force: true });
  return true;
}

function touch(folder) {
  const now = new Date();
  try {
    fs.utimesSync(folder, now, now);
  } catch (error) {
    if (error.code !== "ENOENT") throw error; // taken over after a long sleep of the machine
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // it runs, under another user
  }
}
