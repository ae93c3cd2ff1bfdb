import { runCaptured } from "./childProcess.mjs";
import { checkHouse } from "./houseRules.mjs";

const BIOME = "node_modules/@biomejs/biome/bin/biome";
const OXLINT = "node_modules/oxlint/bin/oxlint";
const TSC = "node_modules/@typescript/native/bin/tsc";
const DEPCRUISE = "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs";
const KNIP = "node_modules/knip/bin/knip.js";

/** data/, reports/ and the like are git's to ignore, and so Biome's. */
const AS_GIT_IGNORES = [
  "--vcs-enabled=true",
  "--vcs-client-kind=git",
  "--vcs-use-ignore-file=true",
];

/**
 * The steps of `npm run check` in order. Each tool is started as a script of Node 24, not through
 * node_modules/.bin, whose entries on Windows need a shell.
 *
 * @type {readonly { name: string, run: (context: StepContext) => Promise<StepResult> }[]}
 * @typedef {{ root: string, node: string, env: Record<string, string | undefined> }} StepContext
 * @typedef {{ isGood: boolean, output: string }} StepResult
 */
export const CHECK_STEPS = [
  tool("format", [BIOME, "format", ...AS_GIT_IGNORES, "."]),
  tool("lint", [OXLINT, "--type-aware", "--deny-warnings"]),
  tool("compiler", [TSC, "-v"], explainWrongCompiler),
  tool("types-pure", [TSC, "-p", "tsconfig.pure.json"]),
  tool("types", [TSC, "-p", "tsconfig.json"]),
  tool("boundaries", [DEPCRUISE, "packages", "apps", "hardware", "scripts"], explainNoCruise),
  tool("unused", [KNIP]),
  { name: "house-rules", run: runHouseRules },
];

/**
 * TypeScript 7 has no compiler API, so node_modules holds a TypeScript 6 too; a change of their
 * aliases can bring back the old `tsc` without an error. Pure.
 *
 * @param {string} output of `tsc -v`
 * @returns {string | null} the fault, or null
 */
export function explainWrongCompiler(output) {
  return /^Version 7\./m.test(output) ? null : "tsc must be TypeScript 7 (see package.json).";
}

/**
 * dependency-cruiser without a TypeScript it can use cruises nothing and is content. Pure.
 *
 * @param {string} output of dependency-cruiser's text reporter
 * @returns {string | null} the fault, or null
 */
export function explainNoCruise(output) {
  const count = Number(/(\d+) modules?, \d+ dependenc/.exec(output)?.[1] ?? 0);
  return count > 0 ? null : "dependency-cruiser saw no module at all.";
}

/** A step that runs a tool; `explain` finds a fault in what the tool printed, whatever it says. */
function tool(name, args, explain) {
  return {
    name,
    run: async ({ root, node, env }) => {
      const { code, output } = await runCaptured(node, args, { cwd: root, env });
      const fault = explain === undefined ? null : explain(output);
      if (fault !== null) return { isGood: false, output: `${output}\n${String(fault)}` };
      return { isGood: code === 0, output };
    },
  };
}

async function runHouseRules({ root }) {
  const { faults, fileCount } = checkHouse(root);
  if (fileCount === 0) return { isGood: false, output: "No source file was found to check." };
  return { isGood: faults.length === 0, output: faults.join("\n") };
}
