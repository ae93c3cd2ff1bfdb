import { parseArguments } from "./lib/arguments.mjs";
import { ensureInstalled, runMain } from "./lib/bootstrap.mjs";
import { ensureElectron } from "./lib/electronRuntime.mjs";

const HELP = `Usage: node scripts/electron.mjs

Brings an Electron for development and tests and prints its folder, for the variables
LUOT_ELECTRON (tests) and ELECTRON_OVERRIDE_DIST_PATH (npx electron).

Example: LUOT_ELECTRON=$(node scripts/electron.mjs) npx vitest run --project e2e apps/kiosk

Exit codes: 0 there is one, 1 there is none (stderr says why), 2 wrong usage.`;

async function main() {
  const parsed = parseArguments(process.argv.slice(2), { help: { type: "boolean" } });
  if (!parsed.ok) {
    console.error(`${parsed.message}\n\n${HELP}`);
    return 2;
  }
  if (parsed.values.help) {
    console.log(HELP);
    return 0;
  }
  await ensureInstalled({ log: console.error });
  const electron = await ensureElectron({ log: console.error });
  if (electron === null) return 1;
  console.log(electron.folder);
  return 0;
}

await runMain(main);
