import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { lookInto } from "../testing/lookInto.ts";
import { REGISTER_NOW } from "../testing/aRegister.ts";
import { TEST_RULES } from "../testing/registerRecords.ts";
import { runChild } from "../testing/runChild.ts";
import { temporaryFolder } from "../testing/temporaryFolder.ts";
import { openRegister } from "./openRegister.ts";
import { registerKey, registerPath } from "./registerKey.ts";

/** So many lines of a writer are waited for; an odd one is said in the middle of a batch. */
const LINES = [1, 3, 4, 7];

it("a register killed in the middle of batches has each of them wholly or not at all", async () => {
  const folder = temporaryFolder();
  const told: string[] = [];
  for (const [round, lines] of LINES.entries()) {
    const writer = runChild("registerWriter.ts", [folder, String(round)]);
    while (writer.lines().length < lines) await wait(1);
    await writer.kill();
    told.push(...writer.lines().filter((line) => line !== "half"));

    const key = registerKey(folder);
    const register = openRegister(folder, { key, rules: TEST_RULES, now: REGISTER_NOW });
    expect(told.filter((source) => register.source(source)?.cursor === undefined)).toEqual([]);
    expect(register.runs(10_000).filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(register.recountBoard()).toBe(0);
    register.close();
    expect(halves(registerPath(folder))).toEqual({ integrity: "ok", halves: [] });
  }
  expect(told.length).toBeGreaterThan(3);
});

/** What a batch that is there by halves would leave. */
function halves(path: string): unknown {
  const db = lookInto(path);
  const found = {
    integrity: db.pragma("integrity_check", { simple: true }),
    halves: db
      .prepare(
        `SELECT source, count(*) AS dossiers, (SELECT added FROM runs WHERE runs.source = d.source)
         FROM dossiers AS d GROUP BY source
         HAVING dossiers <> 300 OR source NOT IN (SELECT id FROM sources)
           OR (SELECT added FROM runs WHERE runs.source = d.source) <> 300`,
      )
      .all(),
  };
  db.close();
  return found;
}
