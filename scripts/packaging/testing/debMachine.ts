import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { canInstall, installPackages } from "../../lib/apt.mjs";

/**
 * Why packages can't be tried on this machine; `null` when they can. A line was printed then.
 *
 * @param names of packages, none of which may be there already: somebody uses them
 * @param paths that the packages would make or use, none of which may be there either
 */
export function whyNoInstall(names: readonly string[], paths: readonly string[]): string | null {
  const why = reasonAgainst(names, paths);
  if (why !== null) process.stdout.write(`Not run: installing ${names.join(", ")}: ${why}\n`);
  return why;
}

function reasonAgainst(names: readonly string[], paths: readonly string[]): string | null {
  if (process.platform !== "linux" || !canInstall()) return "it takes root on Debian.";
  const there = names.find((name) => run("dpkg-query", ["-W", name]).code === 0);
  if (there !== undefined) return `${there} is known to this machine already.`;
  const path = paths.find((place) => existsSync(place));
  return path === undefined ? null : `${path} is there already.`;
}

interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[]): Ran {
  return runWith({}, program, args);
}

/** The same, with variables in place of our own. */
export function runWith(
  env: Readonly<Record<string, string>>,
  program: string,
  args: readonly string[],
): Ran {
  const options = { encoding: "utf8", env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  if (error !== undefined) return { code: 127, output: error.message };
  return { code: status ?? 1, output: `${stdout}${stderr}` };
}

/**
 * Installs a package, bringing first what it depends on.
 *
 * @returns what dpkg said
 * @throws when it can't be installed
 */
export async function install(deb: string): Promise<string> {
  const depends = run("dpkg-deb", ["-f", deb, "Depends"]).output.trim().split(", ");
  const missing = depends.map(alternatives).filter((names) => !names.some(isInstalled));
  const wanted = missing.flatMap(([first]) => (first === undefined ? [] : [first]));
  const why = "for the packages under test";
  if (wanted.length > 0) await installPackages(wanted, { why, log: console.log });
  const { code, output } = run("dpkg", ["--install", deb]);
  if (code !== 0) throw new Error(output);
  return output;
}

/** `a (>= 1) | b` → `a`, `b`. */
function alternatives(depend: string): string[] {
  return depend.split(" | ").map((name) => name.replace(/ .*$/u, ""));
}

function isInstalled(name: string): boolean {
  return run("dpkg-query", ["-W", "-f=${Status}", name]).output.endsWith("ok installed");
}
