// Installs Debian packages where that is possible without asking anybody: as root on Debian.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { splitLines } from "./npm.mjs";

const APT_GET = "/usr/bin/apt-get";
const PROGRESS_EVERY_MS = 5_000;

/** Whether packages can be installed here: by root, on Debian. */
export function canInstall() {
  const file = "/etc/os-release";
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !fs.existsSync(file)) return false;
  return /^ID="?(debian|raspbian)"?$/m.test(fs.readFileSync(file, "utf8"));
}

/**
 * Installs packages, showing that it goes on.
 *
 * @param {readonly string[]} packages
 * @param {{ why: string, log: (line: string) => void }} options `why` goes on with "for", e.g. "for
 *   the browser tests"
 * @returns {Promise<boolean>} whether they are there now; `log` was told why not
 */
export async function installPackages(packages, { why, log }) {
  log(`Installing ${packages.join(", ")} ${why} (apt-get) …`);
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const ticker = setInterval(() => log(`  … apt-get, ${seconds()} s`), PROGRESS_EVERY_MS);
  try {
    const steps = [
      ["update", "-q"],
      ["install", "-y", "-q", "--no-install-recommends", ...packages],
    ];
    for (const step of steps) {
      const failed = await runApt(step);
      if (failed === null) continue;
      log(`apt-get ${step.join(" ")} failed:\n${failed}`);
      return false;
    }
  } finally {
    clearInterval(ticker);
  }
  log(`  installed in ${seconds()} s`);
  return true;
}

/** Runs apt-get; null when it went well, else the last lines it printed. */
function runApt(args) {
  const lines = [];
  return new Promise((resolve) => {
    const child = spawn(APT_GET, args, {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) splitLines(stream, (l) => lines.push(l));
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? null : lines.slice(-15).join("\n")));
  });
}
