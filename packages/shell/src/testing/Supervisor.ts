import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { programOf, type ShellLaunch } from "./launchShell.ts";
import { readUnit } from "./readUnit.ts";

const READY_WITHIN_MS = 30_000;

/**
 * Does what systemd does with a unit, for machines on which it does not run: starts the program
 * with the unit's environment, ends what it left behind, and starts it again after any end but
 * those that the unit names.
 */
export class Supervisor {
  readonly #launch: ShellLaunch;
  readonly #env: Readonly<Record<string, string>>;
  readonly #restartAfterMs: number;
  readonly #finalCodes: readonly string[];
  #child: ChildProcess | null = null;
  #again: NodeJS.Timeout | undefined;
  #starts = 0;
  #isStopped = false;

  /** @param unitPath of the unit; @throws when it says something that is not done here */
  constructor(unitPath: string, launch: ShellLaunch) {
    const service = readUnit(unitPath)["Service"] ?? {};
    if (service["Restart"]?.[0] !== "always") throw new Error("only Restart=always");
    this.#launch = launch;
    this.#env = Object.fromEntries(
      (service["Environment"] ?? []).map((text) => text.split("=") as [string, string]),
    );
    this.#restartAfterMs = Number(service["RestartSec"]?.[0]) * 1_000;
    this.#finalCodes = service["RestartPreventExitStatus"]?.[0]?.split(" ") ?? [];
  }

  /** How often the program was started so far. */
  get starts(): number {
    return this.#starts;
  }

  /** Whether the program runs, or will again. */
  get isUp(): boolean {
    return this.#child !== null || this.#again !== undefined;
  }

  start(): void {
    this.#starts += 1;
    this.#again = undefined;
    rmSync(this.#portFile, { force: true });
    const { command, args, env } = programOf(this.#launch);
    const child = spawn(command, [...args, "--remote-debugging-port=0"], {
      stdio: "ignore",
      // A group of its own, which can be ended as a whole, like the control group of a unit.
      detached: true,
      env: { ...env, ...this.#env },
    });
    this.#child = child;
    child.once("exit", (code) => this.#ended(child, code));
  }

  /** Ends the main process at once, as a crash would. */
  kill(): void {
    this.#child?.kill("SIGKILL");
  }

  /** Where the pages of the program that runs now can be reached, by the protocol of Chromium. */
  async debugUrl(): Promise<string> {
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    for (;;) {
      const port = existsSync(this.#portFile) ? readFileSync(this.#portFile, "utf8") : "";
      const [first = ""] = port.split("\n");
      if (first !== "") return `http://127.0.0.1:${first}`;
      if (Date.now() > giveUpAt) throw new Error("the app did not start");
      await new Promise((wait) => setTimeout(wait, 50));
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await ended;
  }

  get #portFile(): string {
    return join(this.#launch.userData, "DevToolsActivePort");
  }

  #ended(child: ChildProcess, code: number | null): void {
    this.#child = null;
    endGroup(child);
    if (this.#isStopped || (code !== null && this.#finalCodes.includes(String(code)))) return;
    this.#again = setTimeout(() => this.start(), this.#restartAfterMs);
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (cause) {
    // Nobody is left of it.
    if (!(cause instanceof Error && "code" in cause && cause.code === "ESRCH")) throw cause;
  }
}
