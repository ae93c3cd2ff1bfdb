// A hub that only writes: `node writer.ts FOLDER [COMMITS]`. Prints the ids of each
// batch once the journal says it is durable.
import { writeSync } from "node:fs";
import { openStore } from "../Store.ts";
import { History } from "./History.ts";

const [folder = "", commits] = process.argv.slice(2);
const limit = commits === undefined ? Infinity : Number(commits);
const store = openStore(folder);
const history = new History();
let seq = store.journal.lastSeq;

for (let done = 0; done < limit; done++) {
  const batch =
    done === 0 ? history.open() : [history.issue(), history.callNext(), history.issue()];
  await store.journal.append(seq, batch);
  seq = store.journal.lastSeq;
  writeSync(1, `${batch.map(({ id }) => id).join(" ")}\n`);
}
store.close();
