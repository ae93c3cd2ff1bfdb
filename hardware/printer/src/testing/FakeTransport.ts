import { type ByteTransport, TransportError } from "../ByteTransport.ts";

/**
 * - `prints`: answers everything at once.
 * - `paper-out`: says so when asked.
 * - `cutter-jam`: says that it is offline, and why when asked.
 * - `unplugged`: every write fails, and nothing leaves.
 * - `unreachable`: there is nobody at the address: a link is waited for until the write is given up.
 * - `web-server`: answers whatever it is sent with a page.
 * - `silent`: says that it is ready, takes the job and never says that it printed it.
 * - `hangs`: says that it is ready; the write of a job never ends, abort or not.
 */
export type FakeBehaviour =
  | "prints"
  | "paper-out"
  | "cutter-jam"
  | "unplugged"
  | "unreachable"
  | "web-server"
  | "silent"
  | "hangs";

const ONLINE = 0x12;
const OFFLINE = 0x1a;
const PAPER_END = 0x7e;
const STOPPED_BY_PAPER_END = 0x32;
/** To `DLE EOT` 1 to 4. */
const CUTTER_JAM = [0x1a, 0x52, 0x1a, 0x12];
const PAPER_OK_IN_ORDER = 0x00;

/** Stands in for a printer: keeps the jobs it was sent, answers, and misbehaves on request. */
export class FakeTransport implements ByteTransport {
  /** As a spooler: it takes jobs and says nothing. */
  isOneWay = false;
  /** Every job that was written, whole or (when it hangs) in part. */
  readonly jobs: Uint8Array[] = [];
  /** How it behaves from now on. */
  behaviour: FakeBehaviour = "prints";
  /** Clones answer the paper sensor alone. */
  knowsProcessIds = true;
  /** How often it was told to forget what it holds. */
  cleared = 0;
  /** How often it was told to go on after an error. */
  recovered = 0;
  /** How many wait for a word just now. */
  holds = 0;
  /** How often the link was dropped. */
  closings = 0;
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();

  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    if (this.behaviour === "unreachable") return failWhenAborted(signal);
    if (this.behaviour === "web-server")
      return this.say(...Buffer.from("HTTP/1.1 400 Bad Request"));
    if (this.behaviour === "unplugged") throw new TransportError("unplugged", false);
    if (bytes[0] === 0x10 && bytes[1] === 0x04) return this.say(this.#statusByte(bytes[2]));
    if (bytes[0] === 0x10 && bytes[1] === 0x05)
      return void (bytes[2] === 2 ? this.cleared++ : this.recovered++);
    this.jobs.push(bytes);
    if (this.behaviour === "hangs") return new Promise(() => {}); // ignores the abort
    if (this.behaviour === "prints") this.#confirm(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hold(): () => void {
    this.holds++;
    return () => void this.holds--;
  }

  async close(): Promise<void> {
    this.closings++;
  }

  /** Sends bytes as if the printer had. */
  say(...bytes: number[]): void {
    for (const listener of this.#listeners) listener(Uint8Array.from(bytes));
  }

  #statusByte(n: number | undefined): number {
    if (this.behaviour === "cutter-jam") return CUTTER_JAM[(n ?? 1) - 1] ?? ONLINE;
    if (this.behaviour !== "paper-out") return ONLINE;
    if (n === 4) return PAPER_END;
    return n === 2 ? STOPPED_BY_PAPER_END : OFFLINE;
  }

  #confirm(job: Uint8Array): void {
    const asksProcessId = job.at(-14) === 0x1d && job.at(-13) === 0x28 && job.at(-12) === 0x48;
    if (asksProcessId && this.knowsProcessIds) this.say(0x37, 0x22, ...job.slice(-7, -3), 0);
    const asksSensor = job.at(-3) === 0x1d && job.at(-2) === 0x72;
    if (asksSensor) this.say(PAPER_OK_IN_ORDER);
  }
}

function failWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(new TransportError("no connection", false))),
  );
}
