// Holds a data folder until it is killed: `node holder.ts FOLDER`. Prints a line once it has it.
import { writeSync } from "node:fs";
import { openStore } from "../Store.ts";

openStore(process.argv[2] ?? "");
writeSync(1, "held\n");
setInterval(() => undefined, 60_000);
