// Preloaded into a kiosk's device process (`--import`): counts what it writes to its book from the
// first wish on and ends the process, as kill -9 would, right before the write that LUOT_KILL_AT
// names: a COMMIT, or a change outside of any transaction. The process knows nothing of this.
import Database from "better-sqlite3";

const killAt = Number(process.env["LUOT_KILL_AT"]);
let step = 0;
/** What is before the first wish is the start of the process. */
let hasBegun = false;

interface Statement {
  readonly source: string;
  readonly database: Database.Database;
  run: (...parameters: unknown[]) => unknown;
  get: (...parameters: unknown[]) => unknown;
}

const probe = new Database(":memory:");
const statements = Object.getPrototypeOf(probe.prepare("SELECT 1")) as Statement;
probe.close();

for (const name of ["run", "get"] as const) {
  const original = statements[name];
  statements[name] = function counted(this: Statement, ...parameters: unknown[]): unknown {
    hasBegun ||= this.source.includes("INTO wishes");
    const isChange = /^\s*(?:INSERT|UPDATE|DELETE)/u.test(this.source);
    const isWrite = this.source === "COMMIT" || (isChange && !this.database.inTransaction);
    if (hasBegun && isWrite && ++step === killAt) process.kill(process.pid, "SIGKILL");
    return original.apply(this, parameters);
  };
}
