// Preloaded into a hub (`--import`): ends the process, as kill -9 would, right after the journal has
// committed the n-th ticket that LUOT_KILL_AFTER_ISSUE names, before anybody has the answer. The hub
// itself knows nothing of this.
import Database from "better-sqlite3";

const killAfter = Number(process.env["LUOT_KILL_AFTER_ISSUE"]);
let issued = 0;

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
  if (this.source.includes("INTO events") && parameters.includes("ticket-issued")) issued++;
  const result = run.apply(this, parameters);
  if (this.source === "COMMIT" && issued >= killAfter) process.kill(process.pid, "SIGKILL");
  return result;
};
