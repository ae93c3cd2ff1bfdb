// Preloaded into a hub (`--import`) by the test of print jobs: counts the steps of printing and ends
// the process, as kill -9 would, before the one that LUOT_KILL_AT names. A step is a statement that
// keeps a paper, a COMMIT of the journal, bytes to the printer (none, half and all of them) and bytes
// from it: what comes after one step comes before the next. The hub itself knows nothing of this.
import { Socket } from "node:net";
import Database from "better-sqlite3";

const killAt = Number(process.env["LUOT_KILL_AT"]);
const printerPort = Number(process.env["LUOT_PRINTER_PORT"]);
/** Status questions are three bytes; halves of them say nothing. */
const SMALLEST_JOB_BYTES = 64;
let step = 0;
/** Steps count from the first paper on: what is before is no printing. */
let hasBegun = false;

function pass(): void {
  if (hasBegun && ++step === killAt) process.kill(process.pid, "SIGKILL");
}

interface Statement {
  readonly source: string;
  run: (...parameters: unknown[]) => unknown;
}

const probe = new Database(":memory:");
const statements = Object.getPrototypeOf(probe.prepare("SELECT 1")) as Statement;
probe.close();
// oxlint-disable-next-line typescript/unbound-method -- called with the statement as `this` below
const run = statements.run;
statements.run = function counted(this: Statement, ...parameters: unknown[]): unknown {
  const isPaper = this.source.includes("INTO papers");
  hasBegun ||= isPaper;
  if (!isPaper && this.source !== "COMMIT") return run.apply(this, parameters);
  pass();
  return run.apply(this, parameters);
};

type Write = (...parameters: unknown[]) => boolean;
// oxlint-disable-next-line typescript/unbound-method -- called with the socket as `this` below
const write = Socket.prototype.write as Write;
const watched = new WeakSet<Socket>();
Socket.prototype.write = function counted(this: Socket, ...parameters: unknown[]) {
  const [bytes] = parameters;
  if (this.remotePort !== printerPort || !(bytes instanceof Uint8Array))
    return write.apply(this, parameters);
  if (!watched.has(this)) this.prependListener("data", pass);
  watched.add(this);
  pass();
  if (bytes.length >= SMALLEST_JOB_BYTES && step + 1 === killAt) {
    write.call(this, bytes.subarray(0, bytes.length >> 1));
    // What was handed over leaves before the process ends.
    setImmediate(pass);
    return true;
  }
  if (bytes.length >= SMALLEST_JOB_BYTES) pass();
  return write.apply(this, parameters);
};
