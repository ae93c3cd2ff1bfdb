import { ensureInstalled, node24, node24Environment, runMain } from "./lib/bootstrap.mjs";
import { launch } from "./lib/launch.mjs";
import { ROOT } from "./lib/paths.mjs";
import { parseStartOptions, START_HELP } from "./lib/startOptions.mjs";
import { stopOnSignals } from "./lib/stopSignal.mjs";

async function main() {
  const place = { env: process.env, root: ROOT, cwd: process.cwd() };
  const parsed = parseStartOptions(process.argv.slice(2), place);
  if (parsed.kind === "help") {
    console.log(START_HELP);
    return 0;
  }
  if (parsed.kind === "wrong") {
    console.error(`${parsed.message}\n\n${START_HELP}`);
    return 2;
  }
  await ensureInstalled();
  return launch({
    root: ROOT,
    node: node24(),
    env: node24Environment(),
    options: parsed.options,
    log: console.log,
    stop: stopOnSignals({ isStartedByNpm: process.env.npm_lifecycle_event !== undefined }),
  });
}

await runMain(main);
