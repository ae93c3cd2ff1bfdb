import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, type BuildOptions } from "esbuild";
import { NOT_BUNDLED, REQUIRE } from "./packaging/nativeModules.ts";

const HELP = `Bundles the desktop apps' own code: apps/<name>/main/dist/main.js and preload.cjs, from
apps/<name>/main/main.ts and apps/<name>/preload/preload.ts, and devices.mjs from
apps/<name>/devices/main.ts where that is. Their screens are built by
scripts/build-screens.ts.

Usage: node scripts/build-shells.ts [options]
  --only kiosk,counter  bundle these only
  --help                print this

Exit codes: 0 all bundled, 1 one failed, 2 wrong usage.`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The oldest that has to run them: the tests' fallback runtime, Electron 33. */
const MAIN_TARGET = "node20";
const PRELOAD_TARGET = "chrome130";
/** The oldest Node that a process of devices is started under. */
const DEVICES_TARGET = "node22";

process.exitCode = await main();

async function main(): Promise<number> {
  const wish = readWish();
  if (wish === null) return 2;
  if (wish.help) {
    console.log(HELP);
    return 0;
  }
  const apps = await appsIn(join(ROOT, "apps"));
  const unknown = wish.only.filter((name) => !apps.includes(name));
  if (unknown.length > 0) {
    console.error(`No such desktop app: ${unknown.join(", ")}. There are: ${apps.join(", ")}`);
    return 2;
  }
  let failures = 0;
  for (const name of wish.only.length > 0 ? wish.only : apps)
    if (!(await bundle(name))) failures += 1;
  return failures === 0 ? 0 : 1;
}

function readWish(): { readonly help: boolean; readonly only: readonly string[] } | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", default: "" },
        help: { type: "boolean", default: false },
      },
    });
    return { help: values.help, only: values.only.split(",").filter((name) => name !== "") };
  } catch (error) {
    // parseArgs tells a wrong option only by throwing.
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return null;
  }
}

/**
 * Bundles one app. The main process is an ES module; a preload script in the sandbox must be
 * CommonJS and one file, for there it can load nothing else.
 *
 * @returns whether it went well; esbuild has said what didn't
 */
async function bundle(name: string): Promise<boolean> {
  const startedAt = performance.now();
  const app = join(ROOT, "apps", name);
  const common: BuildOptions = {
    bundle: true,
    external: ["electron"],
    logLevel: "warning",
    sourcemap: true,
  };
  try {
    await build({
      ...common,
      entryPoints: [join(app, "main", "main.ts")],
      outfile: join(app, "main", "dist", "main.js"),
      format: "esm",
      platform: "node",
      target: MAIN_TARGET,
      banner: { js: REQUIRE },
    });
    await build({
      ...common,
      entryPoints: [join(app, "preload", "preload.ts")],
      outfile: join(app, "main", "dist", "preload.cjs"),
      format: "cjs",
      platform: "browser",
      target: PRELOAD_TARGET,
    });
    const devices = join(app, "devices", "main.ts");
    if (existsSync(devices)) await bundleDevices(devices, join(app, "main", "dist", "devices.mjs"));
  } catch (error) {
    console.error(`${name.padEnd(8)} failed: ${error instanceof Error ? error.message : "?"}`);
    return false;
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${name.padEnd(8)} bundled in ${seconds} s`);
  return true;
}

/** Native modules stay outside: they are found from where the bundle lies. */
async function bundleDevices(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: DEVICES_TARGET,
    mainFields: ["module", "main"],
    external: [...NOT_BUNDLED],
    banner: { js: REQUIRE },
    logLevel: "warning",
    sourcemap: true,
  });
}

async function appsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => existsSync(join(folder, name, "main", "main.ts"))).toSorted();
}
