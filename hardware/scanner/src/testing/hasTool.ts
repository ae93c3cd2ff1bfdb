import { spawnSync } from "node:child_process";

/**
 * Whether a tool of the system is there. When it is not, says on standard error which tests did
 * not run and how to get it: a test that is left out silently looks like one that passed.
 */
export function hasTool(tool: string, debianPackage: string, tests: string): boolean {
  const isThere = spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;
  if (!isThere)
    process.stderr.write(`NOT RUN: ${tests}: ${tool} is missing (Debian: ${debianPackage})\n`);
  return isThere;
}
