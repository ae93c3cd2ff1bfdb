import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeCatalogue } from "./lib/demoCatalogue/makeCatalogue.ts";

const DEFAULT_OUT = path.join(import.meta.dirname, "..", "apps", "hub", "demo", "catalogue.json");
const HELP = `Writes the demonstration's catalogue of procedures.

  node scripts/build-demo-catalogue.ts [--out FILE]

  --out   apps/hub/demo/catalogue.json when left out
  --help  this text

The same sources give the same catalogue. Bring it into the form of the repository afterwards:
npm run format`;

const { values } = parseArgs({ options: { out: { type: "string" }, help: { type: "boolean" } } });
if (values.help === true) console.log(HELP);
else {
  const catalogue = makeCatalogue();
  const out = path.resolve(values.out ?? DEFAULT_OUT);
  writeFileSync(out, `${JSON.stringify(catalogue, null, 2)}\n`);
  console.log(`${out}: ${catalogue.procedures.length} procedures`);
}
