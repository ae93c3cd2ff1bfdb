import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CentreSettings } from "@luot/domain";
import { openStore } from "@luot/store";
import { addOfficer, pairForTest } from "./startTestHub.ts";

const MAIN = resolve(import.meta.dirname, "../main.ts");
const READY_WITHIN_MS = 60_000;

/** A hub in a process of its own, which can be killed like a real one. */
export class HubProcess {
  readonly port: number;
  readonly #data: string;
  readonly #more: readonly string[];
  #child: ChildProcess | null = null;

  constructor(data: string, port: number, more: readonly string[] = []) {
    this.#data = data;
    this.port = port;
    this.#more = more;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when the process that was started last is gone. */
  async ended(): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((gone) => child.once("exit", gone));
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param preload a module that Node loads before the hub, with its variables
   */
  async start(preload?: {
    readonly module: string;
    readonly env: Readonly<Record<string, string>>;
  }): Promise<void> {
    const args = ["start", "--data", this.#data, "--port", String(this.port), ...this.#more];
    const node = preload === undefined ? [] : ["--import", pathToFileURL(preload.module).href];
    const child = spawn(process.execPath, [...node, MAIN, ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...preload?.env },
    });
    this.#child = child;
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (!(await this.#answers())) {
      if (child.exitCode !== null) throw new Error(`the hub ended with ${child.exitCode}`);
      if (Date.now() > giveUpAt) throw new Error("the hub did not answer");
      await new Promise((wait) => setTimeout(wait, 20));
    }
  }

  /** Ends it as a power cut would end the process. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Asks it to stop; returns its exit code. */
  async stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
    child.kill(signal);
    return ended;
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health`)).ok;
    } catch {
      // Not listening yet.
      return false;
    }
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Tokens of the devices a prepared data folder knows. */
export interface Prepared {
  readonly kiosks: readonly string[];
  /** By counter id. */
  readonly counters: Readonly<Record<string, string>>;
  readonly displays: readonly string[];
}

/** Fills a data folder before its first start: settings, devices, an officer for each counter. */
export async function prepareData(
  data: string,
  settings: CentreSettings,
  count: { readonly kiosks: number; readonly displays: number },
): Promise<Prepared> {
  mkdirSync(data, { recursive: true });
  const store = openStore(data);
  store.settings.add(settings, Date.now());
  const many = (role: "kiosk" | "display", n: number): string[] =>
    Array.from({ length: n }, () => pairForTest({ store }, role).token);
  const counters: Record<string, string> = {};
  for (const { id } of settings.counters) {
    counters[id] = pairForTest({ store }, "counter", id).token;
    await addOfficer({ store }, `officer-${id}`);
  }
  const prepared = {
    kiosks: many("kiosk", count.kiosks),
    counters,
    displays: many("display", count.displays),
  };
  store.close();
  return prepared;
}
