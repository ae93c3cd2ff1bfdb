import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { type DeviceMessage, type DeviceStart, type PayloadOf } from "@luot/contract";
import { newTestId } from "./TestClient.ts";

const MAIN = resolve(import.meta.dirname, "../../../kiosk/devices/main.ts");

type State = Extract<DeviceMessage, { kind: "state" }>["state"];
type Answer = Extract<DeviceMessage, { kind: "answer" }>["answer"];

/**
 * A kiosk's process of devices, as its desktop app starts it, with a test in the place of the
 * screen. Like the screen it sends what was not answered again when the process comes back.
 */
export class KioskProcess {
  readonly #start: Omit<DeviceStart, "kind">;
  readonly #waiting = new Map<string, { message: object; done: (answer: Answer) => void }>();
  #child: ChildProcess | null = null;
  state: State | null = null;

  constructor(start: Omit<DeviceStart, "kind">) {
    this.#start = start;
  }

  /** Starts the process, also in the place of one that was killed. */
  start(): void {
    const child = spawn(process.execPath, [MAIN], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      serialization: "advanced",
    });
    this.#child = child;
    child.on("message", (message: DeviceMessage | { kind: "ready" | "pong" }) => {
      if (message.kind === "ready") this.#begin();
      if (message.kind === "state") this.state = message.state;
      if (message.kind === "answer") this.#answered(message.call, message.answer);
    });
    child.send({ kind: "start", ...this.#start } satisfies DeviceStart);
  }

  /** Takes a number; resolves with what the screen would show. */
  issue(id: string, payload: PayloadOf<"ticket:issue">): Promise<Answer> {
    const call = newTestId();
    const message = { kind: "send", call, id, giveUpMs: 60_000, type: "ticket:issue", payload };
    return new Promise((done) => {
      this.#waiting.set(call, { message, done });
      this.#post(message);
    });
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.state = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }

  #begin(): void {
    this.#post({ kind: "watch" });
    for (const { message } of this.#waiting.values()) this.#post(message);
  }

  #answered(call: string, answer: Answer): void {
    this.#waiting.get(call)?.done(answer);
    this.#waiting.delete(call);
  }

  #post(message: object): void {
    // A process that was just killed gets nothing; the next one is told in `#begin`.
    if (this.#child?.connected === true) this.#child.send(message);
  }
}
