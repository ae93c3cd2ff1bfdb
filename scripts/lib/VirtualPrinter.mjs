import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { splitLines } from "./npm.mjs";
import { endChild, ended, OWN_GROUP } from "./ownGroup.mjs";
import { tryPort } from "./ports.mjs";

const SCRIPT = path.join("hardware", "simulators", "src", "cli", "printer.ts");
const USUAL_PORTS = { port: 9110, webPort: 9111 };
const ANY_PORTS = { port: 0, webPort: 0 };
const READY_TIMEOUT_MS = 20_000;
const MAX_RESTARTS = 5;
const RESTART_DELAY_MS = 500;
const STOP_GRACE_MS = 5_000;

/**
 * The virtual ticket printer of a demonstration, a process of its own. When it dies it is started
 * again on the same ports, because the hub has been told those.
 */
export class VirtualPrinter {
  #place;
  #child = null;
  #restarts = 0;
  #stopping = new AbortController();
  /** Where it listens: `port` for tickets, `webPort` for its paper roll. */
  ports = ANY_PORTS;

  constructor(place) {
    this.#place = place;
  }

  /**
   * Starts the printer and waits until it is ready.
   *
   * @param {{ root: string, node: string, env: Record<string, string | undefined>,
   *   log: (line: string) => void }} place
   * @returns {Promise<VirtualPrinter | null>} null when it cannot be had; `log` has been told why
   */
  static async start(place) {
    const printer = new VirtualPrinter(place);
    // Twice: another program may take a port between our look and the printer's.
    for (const ports of [await freePorts(), ANY_PORTS]) {
      const ready = await printer.#run(ports);
      if (!ready.ok) {
        place.log(`The virtual printer did not start: ${ready.reason}`);
        continue;
      }
      printer.ports = ready.ports;
      void printer.#keepAlive();
      return printer;
    }
    return null;
  }

  /** Ends the printer; safe to call twice. */
  async stop() {
    this.#stopping.abort();
    if (this.#child !== null)
      await endChild(this.#child, { graceMs: STOP_GRACE_MS, isAlreadyTold: false });
  }

  async #keepAlive() {
    for (;;) {
      const code = await ended(this.#child);
      if (this.#stopping.signal.aborted) return;
      if (this.#restarts === MAX_RESTARTS) {
        this.#place.log(`The virtual printer has died ${MAX_RESTARTS + 1} times; giving it up.`);
        return;
      }
      this.#restarts += 1;
      this.#place.log(`The virtual printer has died (code ${code}); starting it again.`);
      await delay(RESTART_DELAY_MS * this.#restarts);
      if (this.#stopping.signal.aborted) return;
      const ready = await this.#run(this.ports);
      if (!ready.ok) this.#place.log(`The virtual printer did not start: ${ready.reason}`);
    }
  }

  async #run(ports) {
    const { root, node, env, log } = this.#place;
    const args = ["--port", String(ports.port), "--web-port", String(ports.webPort)];
    // The open stdin tells the printer that we live: when it ends, so may the printer.
    const child = spawn(node, [path.join(root, SCRIPT), ...args], {
      ...OWN_GROUP,
      cwd: root,
      env,
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#child = child;
    const ready = await waitUntilReady(child, log);
    if (!ready.ok) await endChild(child, { graceMs: STOP_GRACE_MS, isAlreadyTold: false });
    return ready;
  }
}

async function freePorts() {
  const answers = [
    await tryPort(USUAL_PORTS.port, "127.0.0.1"),
    await tryPort(USUAL_PORTS.webPort, "127.0.0.1"),
  ];
  return answers.every((answer) => answer.ok) ? USUAL_PORTS : ANY_PORTS;
}

function waitUntilReady(child, log) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => fail("it was not ready in time"), READY_TIMEOUT_MS);
    const settle = (result) => {
      clearTimeout(timer);
      resolve(result);
    };
    const fail = (reason) => settle({ ok: false, reason });
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`it ended with code ${code}`));
    splitLines(child.stderr, (line) => log(`printer: ${line}`));
    splitLines(child.stdout, (line) => {
      const ports = parseReadyLine(line);
      if (ports === null) log(`printer: ${line}`);
      else settle({ ok: true, ports });
    });
  });
}

/**
 * Reads the line by which the virtual printer says that it listens. Pure.
 *
 * @param {string} line
 * @returns {{ port: number, webPort: number } | null} null for any other line
 */
export function parseReadyLine(line) {
  if (!line.startsWith("{")) return null;
  try {
    const { ready, port, webPort } = JSON.parse(line);
    const isWhole = ready === true && Number.isInteger(port) && Number.isInteger(webPort);
    return isWhole ? { port, webPort } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // a log line that begins with a brace
    throw error;
  }
}
