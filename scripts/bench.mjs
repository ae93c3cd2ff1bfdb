import { spawn } from "node:child_process";
import path from "node:path";
import { ensureInstalled, node24, node24Environment, runMain } from "./lib/bootstrap.mjs";
import { ROOT } from "./lib/paths.mjs";

/** `npm run bench`: installs what is missing, then measures under the project's own Node. */
async function main() {
  await ensureInstalled();
  const script = path.join(ROOT, "scripts", "bench", "main.ts");
  const child = spawn(node24(), [script, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: node24Environment(),
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

await runMain(main);
