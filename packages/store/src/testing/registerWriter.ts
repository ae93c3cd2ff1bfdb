// A register that only takes batches of 300 new dossiers: `node registerWriter.ts FOLDER SEED`.
// Prints `half` in the middle of a batch, and its source once it is durable.
import { writeSync } from "node:fs";
import { openRegister } from "../register/openRegister.ts";
import type { RegisterRow } from "../register/RegisterBatch.ts";
import { registerKey } from "../register/registerKey.ts";
import { aRecord, TEST_RULES } from "./registerRecords.ts";

const SIZE = 300;
const [folder = "", seed = "0"] = process.argv.slice(2);
const register = openRegister(folder, { key: registerKey(folder), rules: TEST_RULES, now: 1 });
for (let batch = 0; ; batch++) {
  const source = `s${seed}-${batch}`;
  const run = register.beginRun({ source, name: "", fingerprint: null, at: batch });
  const taken = register.apply({
    source,
    run,
    at: batch,
    rows: rowsOf(source),
    cursor: `${batch}`,
  });
  if (!taken.ok || taken.value.added !== SIZE) throw new Error("a batch was not taken");
  writeSync(1, `${source}\n`);
}

function* rowsOf(source: string): Generator<RegisterRow> {
  for (let row = 1; row <= SIZE; row++) {
    if (row === SIZE / 2) writeSync(1, "half\n");
    yield { row, record: aRecord({ code: `${source}/${row}` }) };
  }
}
