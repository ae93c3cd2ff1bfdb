// What every command of the house does first. Plain JavaScript without dependencies, because it
// runs on the machine's own Node (20 or later) before anything is installed.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { withLock } from "./installLock.mjs";
import { clearStamp, currentInstallHash, isInstalled, writeStamp } from "./installStamp.mjs";
import { npmInstall } from "./npm.mjs";
import { BIN, ROOT } from "./paths.mjs";

const OLDEST_NODE = 20;
const WANTED_NODE = 24;

/** Something the user can put right; its message is shown without a stack. */
export class UserError extends Error {}

/**
 * Says whether a Node is too old to begin with. Pure.
 *
 * @param {string} version like `v20.20.2`
 * @returns {string | null} what to tell the user, or null when it will do
 */
export function explainOldNode(version) {
  if (majorOf(version) >= OLDEST_NODE) return null;
  return (
    `Lượt needs Node ${OLDEST_NODE} or later, and this is Node ${version}.\n` +
    "Install a newer one from https://nodejs.org (the LTS version), then run this again."
  );
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}

/**
 * Makes sure that node_modules holds what the lock file and the package.json files ask for,
 * installing when they have changed. Two commands started together install once.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<void>} throws {@link UserError} saying what to do next
 */
export async function ensureInstalled(options = {}) {
  const log = options.log ?? console.log;
  const tooOld = explainOldNode(process.version);
  if (tooOld !== null) throw new UserError(tooOld);
  if (isInstalled(ROOT)) return;

  const lock = path.join(ROOT, ".cache", "install.lock");
  const onWait = (pid) => log(`Waiting for another Lượt that installs (process ${pid ?? "?"}) …`);
  try {
    await withLock(lock, { onWait }, () => installOnce(log));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(cause.message, { cause });
  }
}

async function installOnce(log) {
  if (isInstalled(ROOT)) return; // another process has done it while we waited
  const isFirst = !fs.existsSync(path.join(ROOT, "node_modules"));
  log(
    isFirst
      ? "Installing the packages (the first time takes a few minutes) …"
      : "Bringing the packages up to date …",
  );
  const hash = currentInstallHash(ROOT);
  clearStamp(ROOT);
  await npmInstall(ROOT, log);
  node24(); // an installation without a Node 24 is not finished
  writeStamp(ROOT, hash);
}

/**
 * The Node 24 that runs the TypeScript of this repository: the one in node_modules, else the
 * machine's own when that is new enough.
 *
 * @returns {string} path of the executable; throws {@link UserError} when there is none
 */
export function node24() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const installed = path.join(ROOT, "node_modules", "node", "bin", name);
  if (fs.existsSync(installed)) {
    const answer = spawnSync(installed, ["-v"], { encoding: "utf8", windowsHide: true });
    if (answer.status === 0 && majorOf(answer.stdout) === WANTED_NODE) return installed;
  }
  if (majorOf(process.version) >= WANTED_NODE) return process.execPath;
  throw new UserError(
    `Node ${WANTED_NODE} is missing: ${installed} is not there or does not run.\n` +
      "It comes with the packages: delete the folder node_modules and run this again.\n" +
      `If that does not help, install Node ${WANTED_NODE} on this machine (https://nodejs.org).`,
  );
}

/**
 * The environment for what runs under Node 24: commands of node_modules, its `node` first of all,
 * are found before the machine's.
 *
 * @param {Readonly<Record<string, string>>} [extra]
 * @returns {Record<string, string | undefined>}
 */
export function node24Environment(extra = {}) {
  // Windows calls it Path; two variables of one name would leave it to chance which one counts.
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const folders = [path.dirname(node24()), BIN, process.env[key] ?? ""];
  // A hub reads hundreds of sources at each start; with their compiled form kept it takes half as long.
  const NODE_COMPILE_CACHE = path.join(ROOT, "node_modules", ".cache", "node-compile");
  return { NODE_COMPILE_CACHE, ...process.env, [key]: folders.join(path.delimiter), ...extra };
}

/**
 * Runs a command's main function: its number is the exit code, a {@link UserError} is shown
 * without a stack, anything else is a bug and keeps its stack.
 *
 * @param {() => Promise<number>} main
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof UserError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
