import { parseArguments } from "./lib/arguments.mjs";
import { ensureInstalled, node24, node24Environment, runMain } from "./lib/bootstrap.mjs";
import { CHECK_STEPS } from "./lib/checkSteps.mjs";
import { ROOT } from "./lib/paths.mjs";

const names = CHECK_STEPS.map((step) => step.name);
const HELP = `Usage: npm run check -- [options]

Checks the sources without running them: ${names.join(", ")}.
Every check runs, even when one has failed.

Options:
  --only NAME   only this check; may be given again
  --help        this text`;

async function main() {
  const parsed = parseArguments(process.argv.slice(2), {
    only: { type: "string", multiple: true },
    help: { type: "boolean" },
  });
  if (!parsed.ok) return refuse(parsed.message);
  if (parsed.values.help) {
    console.log(HELP);
    return 0;
  }
  const only = parsed.values.only ?? names;
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) return refuse(`There is no check named ${unknown}.`);

  await ensureInstalled();
  const context = { root: ROOT, node: node24(), env: node24Environment() };
  const failed = [];
  for (const step of CHECK_STEPS.filter(({ name }) => only.includes(name))) {
    if (!(await runStep(step, context))) failed.push(step.name);
  }
  console.log(failed.length === 0 ? "check: all good" : `check: FAILED: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

async function runStep(step, context) {
  const startedAt = Date.now();
  const { isGood, output } = await step.run(context);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${isGood ? "ok    " : "FAILED"} ${step.name.padEnd(12)} ${seconds.padStart(6)} s`);
  if (!isGood) console.log(output.trimEnd().replaceAll(/^/gm, "    "));
  return isGood;
}

function refuse(message) {
  console.error(`${message}\n\n${HELP}`);
  return 2;
}

await runMain(main);
