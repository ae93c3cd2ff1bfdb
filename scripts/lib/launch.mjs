import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { UserError } from "./bootstrap.mjs";
import { runShown } from "./childProcess.mjs";
import { endChild, ended, OWN_GROUP } from "./ownGroup.mjs";
import { tryPort } from "./ports.mjs";
import { hubArguments, hubUrl, openCommand } from "./startOptions.mjs";
import { VirtualPrinter } from "./VirtualPrinter.mjs";

const HUB_SCRIPT = path.join("apps", "hub", "src", "main.ts");
const DEMO_DOSSIERS = path.join("hardware", "simulators", "src", "cli", "demoDossiers.ts");
const HUB_GRACE_MS = 10_000;
const HEALTH_POLL_MS = 250;
const HEALTH_TIMEOUT_MS = 60_000;
const STOPPED_BY_SIGNAL = 130;

/**
 * Builds the screens, starts the virtual printer and the hub, and stays until the hub has ended.
 *
 * @param {{ root: string, node: string, env: Record<string, string | undefined>,
 *   options: import("./startOptions.mjs").StartOptions, log: (line: string) => void,
 *   stop: AbortSignal }} run `stop` ends the hub first and then the printer; its reason is
 *   `"console"` when the console has told the children too
 * @returns {Promise<number>} the hub's exit code; throws UserError when it cannot be started
 */
export async function launch(run) {
  if (!(await buildScreens(run))) return STOPPED_BY_SIGNAL;
  const options = { ...run.options, port: await claimPort(run.options) };
  if (options.isDemo && !(await makeUpDossiers(run))) return STOPPED_BY_SIGNAL;
  const printer = options.hasPrinter ? await startPrinter(run) : null;
  try {
    if (run.stop.aborted) return STOPPED_BY_SIGNAL;
    return await runHub({ ...run, options }, printer?.ports ?? null);
  } finally {
    await printer?.stop();
  }
}

/** Answers false when it was stopped meanwhile. */
async function buildScreens({ root, node, env, log, stop }) {
  log("Looking after the screens …");
  const script = path.join(root, "scripts", "build-screens.ts");
  try {
    const code = await runShown(node, [script], { cwd: root, env, signal: stop });
    if (stop.aborted) return false;
    if (code !== 0) throw new UserError("The screens could not be built; see above.");
    return true;
  } catch (error) {
    if (error.name === "AbortError") return false;
    throw error;
  }
}

/** Dossiers to look up. Answers false when it was stopped meanwhile. */
async function makeUpDossiers({ root, node, env, options, log, stop }) {
  log("Making up dossiers to look up (state, code):");
  const args = [path.join(root, DEMO_DOSSIERS), "--data", options.data];
  try {
    const code = await runShown(node, args, { cwd: root, env, signal: stop });
    if (code !== 0) log("Going on without dossiers; see above.");
    return !stop.aborted;
  } catch (error) {
    if (error.name === "AbortError") return false;
    throw error;
  }
}

async function claimPort({ port, host }) {
  const answer = await tryPort(port, host);
  if (answer.ok) return answer.port;
  if (answer.code === "EADDRINUSE")
    throw new UserError(
      `Port ${port} is in use; perhaps Lượt runs already (${hubUrl(host, port)}).\n` +
        "Another port:  npm start -- --port 7411",
    );
  throw new UserError(`The hub cannot listen on ${host}, port ${port} (${answer.code}).`);
}

async function startPrinter(run) {
  run.log("Starting the virtual printer …");
  const printer = await VirtualPrinter.start(run);
  if (printer === null) run.log("Going on without a printer: tickets are not printed.");
  else run.log(`  its paper roll: http://127.0.0.1:${printer.ports.webPort}`);
  return printer;
}

async function runHub({ root, node, env, options, log, stop }, printerPorts) {
  log("Starting the hub …");
  const args = [path.join(root, HUB_SCRIPT), ...hubArguments(options, printerPorts)];
  const child = spawn(node, args, { ...OWN_GROUP, cwd: root, env, stdio: "inherit" });
  const failed = new Promise((_resolve, reject) => child.once("error", reject));
  const finished = new AbortController();
  const onStop = () => void stopHub(child, stop.reason, log);
  stop.addEventListener("abort", onStop, { once: true });
  void greet(options, { log, finished: finished.signal });
  try {
    return await Promise.race([ended(child), failed]);
  } finally {
    finished.abort();
    stop.removeEventListener("abort", onStop);
  }
}

async function stopHub(child, reason, log) {
  log("Stopping the hub …");
  const isAlreadyTold = process.platform === "win32" && reason === "console";
  if (!(await endChild(child, { graceMs: HUB_GRACE_MS, isAlreadyTold })))
    log(`The hub did not end within ${HUB_GRACE_MS / 1000} s and was ended by force.`);
}

/** Waits for the hub to answer, then says where it is and opens the browser. */
async function greet(options, { log, finished }) {
  const url = hubUrl(options.host, options.port);
  const giveUpAt = Date.now() + HEALTH_TIMEOUT_MS;
  while (!(await isHealthy(url))) {
    if (finished.aborted) return;
    if (Date.now() > giveUpAt) {
      log(`The hub does not answer at ${url}/health; its own messages may say why.`);
      return;
    }
    await delay(HEALTH_POLL_MS);
  }
  if (finished.aborted) return;
  log(`Lượt is running: ${url}   (Ctrl-C ends it)`);
  if (options.opensBrowser) openBrowser(url, log);
}

async function isHealthy(url) {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not listening yet: the caller asks again
  }
}

function openBrowser(url, log) {
  const command = openCommand(url, process);
  if (command === null) return;
  const child = spawn(command.file, command.args, { detached: true, stdio: "ignore" });
  child.once("error", () => log(`No browser could be opened; go to ${url}`));
  child.unref();
}
