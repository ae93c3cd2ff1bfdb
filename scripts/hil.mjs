import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureInstalled, node24, node24Environment, runMain } from "./lib/bootstrap.mjs";
import { ROOT } from "./lib/paths.mjs";
import { stopOnSignals } from "./lib/stopSignal.mjs";

/** `npm run hil`: installs what is missing, then boots the emulated machine. */
async function main() {
  await ensureInstalled();
  const script = fileURLToPath(new URL("./hil/main.ts", import.meta.url));
  const child = spawn(node24(), [script, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: node24Environment(),
    stdio: "inherit",
  });
  // The child ends its emulator and clears up; it must not be left behind by a request to end.
  const stop = stopOnSignals({ isStartedByNpm: process.env.npm_lifecycle_event !== undefined });
  stop.addEventListener("abort", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

await runMain(main);
