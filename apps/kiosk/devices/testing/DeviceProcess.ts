import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import type { DeviceMessage, DeviceStart } from "@luot/contract";

const MAIN = resolve(import.meta.dirname, "../main.ts");
const KILLER = new URL("./killAtWrite.ts", import.meta.url).href;

type State = Extract<DeviceMessage, { readonly kind: "state" }>["state"];
type Answer = Extract<DeviceMessage, { readonly kind: "answer" }>["answer"];

/** A kiosk's device process, with the test in the place of app and screen. */
export class DeviceProcess {
  state: State | null = null;
  readonly #child: ChildProcess;
  readonly #answers = new Map<string, (answer: Answer) => void>();
  readonly #ended: Promise<void>;
  /** What comes before it has begun it does not hear. */
  readonly #ready = Promise.withResolvers<void>();

  /** @param killAt the write before which it dies, from 1, counted from the first wish; 0 for none */
  constructor(start: Omit<DeviceStart, "kind">, killAt: number) {
    const preload = killAt === 0 ? [] : ["--import", KILLER];
    this.#child = spawn(process.execPath, [...preload, MAIN], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      env: { ...process.env, LUOT_KILL_AT: String(killAt) },
    });
    this.#ended = new Promise((ended) => this.#child.once("exit", () => ended()));
    this.#child.on("message", (message: DeviceMessage | { readonly kind: "ready" }) => {
      if (message.kind === "ready") this.#ready.resolve();
      if (message.kind === "state") this.state = message.state;
      if (message.kind === "answer") this.#answers.get(message.call)?.(message.answer);
    });
    this.#post({ kind: "start", ...start });
    void this.#ready.promise.then(() => this.#post({ kind: "watch" }));
  }

  get isLive(): boolean {
    return this.state?.connection === "live";
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Asks for a number; `null` when the process dies first. `call` and `id` are UUIDv7s. */
  issue(call: string, id: string, payload: object): Promise<Answer | null> {
    const answer = new Promise<Answer>((resolve) => this.#answers.set(call, resolve));
    const message = { kind: "send", call, id, giveUpMs: 15_000, type: "ticket:issue", payload };
    void this.#ready.promise.then(() => this.#post(message));
    return Promise.race([answer, this.#ended.then(() => null)]);
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #post(message: object): void {
    if (this.#child.connected) this.#child.send(message);
  }
}
