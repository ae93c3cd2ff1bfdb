import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArguments } from "./lib/arguments.mjs";
import { ensureInstalled, node24, node24Environment, runMain } from "./lib/bootstrap.mjs";
import { ensureBrowser } from "./lib/browser.mjs";
import { runShown } from "./lib/childProcess.mjs";
import { ensureDeviceTools } from "./lib/deviceTools.mjs";
import { ensureElectron } from "./lib/electronRuntime.mjs";
import { ROOT } from "./lib/paths.mjs";
import { summarizeReport } from "./lib/testReport.mjs";

const PROJECTS = ["unit", "int", "e2e"];
const HELP = `Usage: npm test -- [options] [-- VITEST OPTIONS]

Installs what is missing, checks the sources, then runs the tests.

Options:
  --unit       only the unit tests (options of this kind add up; without any, all are run)
  --int        only the integration tests (sockets, SQLite)
  --e2e        only the tests in real windows (Chromium, Electron)
  --no-check   leave the checks of the sources out
  --help       this text

Example: npm test -- --unit --no-check -- packages/domain -t "priority"`;

async function main() {
  const parsed = parseArguments(process.argv.slice(2), {
    unit: { type: "boolean" },
    int: { type: "boolean" },
    e2e: { type: "boolean" },
    "no-check": { type: "boolean" },
    help: { type: "boolean" },
  });
  if (!parsed.ok) {
    console.error(`${parsed.message}\n\n${HELP}`);
    return 2;
  }
  if (parsed.values.help) {
    console.log(HELP);
    return 0;
  }
  const named = PROJECTS.filter((project) => parsed.values[project] === true);
  const wanted = named.length === 0 ? PROJECTS : named;

  await ensureInstalled();
  return runAll(wanted, { hasCheck: parsed.values["no-check"] !== true, rest: parsed.rest });
}

/** Runs checks and tests to the end whatever fails, then says what failed; the exit code. */
async function runAll(wanted, { hasCheck, rest }) {
  const reasons = [];
  const browser = wanted.includes("e2e") ? await ensureBrowser({ log: console.log }) : null;
  if (wanted.includes("int")) await ensureDeviceTools({ log: console.log });
  const projects = wanted.filter((project) => project !== "e2e" || browser !== null);
  if (projects.length < wanted.length)
    reasons.push("The browser tests could not run: no Chromium (see above what to install).");

  const electron = projects.includes("e2e") ? await ensureElectron({ log: console.log }) : null;

  const env = node24Environment({
    ...(browser === null ? {} : { LUOT_CHROMIUM: browser.path }),
    LUOT_ELECTRON: electron?.folder ?? "", // empty: its tests are skipped, which was said above
  });
  if (hasCheck) {
    const check = path.join(ROOT, "scripts", "check.mjs");
    const code = await runShown(node24(), [check], { cwd: ROOT, env });
    if (code !== 0) reasons.push("The checks of the sources failed (npm run check).");
  }

  const summary = await runTests(projects, { rest, env, reasons });
  for (const reason of reasons) console.log(reason);
  if (summary.skipped > 0) console.log(`${summary.skipped} skipped`);
  console.log(`${summary.passed} passed, ${summary.failed} failed`);
  return reasons.length === 0 && summary.failed === 0 ? 0 : 1;
}

async function runTests(projects, { rest, env, reasons }) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (projects.length === 0) return none;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "luot-test-"));
  const report = path.join(folder, "report.json");
  try {
    const vitest = path.join(ROOT, "node_modules", "vitest", "vitest.mjs");
    const args = [vitest, "run", ...projects.flatMap((project) => ["--project", project])];
    args.push("--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...rest);
    const code = await runShown(node24(), args, { cwd: ROOT, env });
    if (!fs.existsSync(report)) {
      reasons.push("vitest ended without a report.");
      return none;
    }
    const summary = summarizeReport(fs.readFileSync(report, "utf8"));
    if (summary.passed + summary.failed === 0) reasons.push("No test was run.");
    else if (code !== 0 && summary.failed === 0) reasons.push("vitest reported an error (above).");
    return summary;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await runMain(main);
