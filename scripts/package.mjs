import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureInstalled, node24, node24Environment, runMain } from "./lib/bootstrap.mjs";
import { ROOT } from "./lib/paths.mjs";

/** `npm run package`: installs what is missing, then builds packages. */
async function main() {
  await ensureInstalled();
  const script = fileURLToPath(new URL("./packaging/main.ts", import.meta.url));
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
