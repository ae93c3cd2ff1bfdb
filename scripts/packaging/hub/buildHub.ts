import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../lib/paths.mjs";
import { copyModules } from "../copyModules.ts";
import { layNode } from "../layBeside.ts";
import { MODULES_OF_HUB, ONLY } from "../nativeModules.ts";
import type { Target } from "../PackageWish.ts";
import { thirdPartyText } from "../thirdPartyText.ts";
import { bundleHub } from "./bundleHub.ts";
import { buildHubDeb } from "./buildHubDeb.ts";

const SCREENS = ["kiosk", "counter", "display", "console", "phone"];

/**
 * Builds the hub as a folder that needs nothing but its system: bundle, native modules, Node,
 * screens and voices, laid out as in the repository, for so the hub finds them.
 *
 * @returns paths of what was made
 */
export async function buildHub(job: {
  readonly out: string;
  readonly targets: readonly Target[];
}): Promise<string[]> {
  const out = join(job.out, "hub");
  const program = join(out, "luot-hub");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(program, { recursive: true });
  await bundleHub(join(program, "apps", "hub", "lib", "bin"));
  copyModules({
    names: MODULES_OF_HUB,
    from: join(ROOT, "apps", "hub"),
    into: join(program, "node_modules"),
    machine: `${process.platform}-${process.arch}`,
    only: ONLY,
  });
  const parts = ["apps/hub/package.json", "apps/hub/demo", "packages/voice/pack"];
  for (const path of [...parts, ...SCREENS.map((screen) => `apps/${screen}/dist`)])
    cpSync(join(ROOT, path), join(program, path), { recursive: true, filter: isRun });
  cpSync(join(ROOT, "LICENSE"), join(program, "LICENSE"));
  const rooms = ["hub", ...SCREENS].map((name) => join(ROOT, "apps", name));
  writeFileSync(join(program, "THIRD-PARTY.txt"), thirdPartyText(rooms));
  layProgram(program);
  if (!job.targets.includes("deb")) return [program];
  const { version } = JSON.parse(
    readFileSync(join(ROOT, "apps", "hub", "package.json"), "utf8"),
  ) as { readonly version: string };
  return [program, await buildHubDeb({ program, version, out })];
}

function isRun(path: string): boolean {
  return !/\.map$|\.inputs$/u.test(path);
}

/** Node, and what starts the hub by it. */
function layProgram(program: string): void {
  // A library makes buffers in a way that Node warns of; it can't be helped by whoever reads it.
  const run = "--disable-warning=DEP0005";
  if (process.platform === "win32") {
    layNode(join(program, "node.exe"));
    const start = `@"%~dp0node.exe" ${run} "%~dp0apps\\hub\\lib\\bin\\luot.mjs" %*\r\n`;
    writeFileSync(join(program, "luot-hub.cmd"), start);
    return;
  }
  layNode(join(program, "node"));
  const script = [
    "#!/bin/sh",
    'here=$(dirname "$(readlink -f "$0")")',
    `exec "$here/node" ${run} "$here/apps/hub/lib/bin/luot.mjs" "$@"`,
    "",
  ].join("\n");
  writeFileSync(join(program, "luot-hub"), script);
  chmodSync(join(program, "luot-hub"), 0o755);
}
