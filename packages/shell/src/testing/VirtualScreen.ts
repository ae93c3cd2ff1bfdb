import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";

const READY_WITHIN_MS = 20_000;

/** An X server without a monitor, for windows that nobody sees. */
export class VirtualScreen {
  /** For the variable DISPLAY, e.g. `:7`. */
  readonly display: string;
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, display: string) {
    this.#server = server;
    this.display = display;
  }

  /** Starts one under a number that is free. @throws when Xvfb is missing or does not come up */
  static async start(widthPx: number, heightPx: number): Promise<VirtualScreen> {
    const args = ["-displayfd", "3", "-screen", "0", `${widthPx}x${heightPx}x24`];
    const server = spawn("Xvfb", [...args, "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const number = await firstLine(server);
    return new VirtualScreen(server, `:${number}`);
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return;
    const ended = new Promise((done) => this.#server.once("exit", done));
    this.#server.kill();
    await ended;
  }
}

/** The X server writes its number to a pipe once it can be used. */
function firstLine(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("Xvfb is not ready")), READY_WITHIN_MS);
    let text = "";
    pipe.setEncoding("utf8");
    pipe.on("data", (chunk: string) => {
      text += chunk;
      if (!text.includes("\n")) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${String(code)}`)));
  });
}
