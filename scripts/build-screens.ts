import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";

const HELP = `Builds the screens that the hub serves: apps/<name>/dist, from apps/<name>/index.html.

Usage: node scripts/build-screens.ts [options]
  --only kiosk,phone  build these only
  --force             build also what has not changed
  --help              print this

A screen is skipped when the hash of all it is made of equals the one noted in its dist.
Exit codes: 0 all built or up to date, 1 a build failed, 2 wrong usage.`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = ".inputs";
const ROOT_INPUTS = ["package-lock.json", "lingui.config.ts", "scripts/build-screens.ts"];
/** Not part of any screen. */
const IS_LEFT_OUT = /(^|\/)(node_modules|dist|pack)(\/|$)|\.(test|int|e2e)\.tsx?$|\.md$/;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const screens = await screensIn(join(ROOT, "apps"));
  const unknown = options.only.filter((name) => !screens.includes(name));
  if (unknown.length > 0) {
    console.error(`No such screen: ${unknown.join(", ")}. There are: ${screens.join(", ")}`);
    return 2;
  }
  const shared = await hashOf([
    ...ROOT_INPUTS.map((path) => join(ROOT, path)),
    ...(await filesIn(join(ROOT, "packages"))),
  ]);
  const wanted = options.only.length > 0 ? options.only : screens;
  let failures = 0;
  for (const name of wanted) if (!(await buildScreen(name, shared, options.force))) failures++;
  return failures === 0 ? 0 : 1;
}

interface Options {
  readonly help: boolean;
  readonly force: boolean;
  readonly only: readonly string[];
}

/** What was asked for on the command line; `null` and a line on stderr when it makes no sense. */
function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", default: "" },
        force: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return { ...values, only: values.only.split(",").filter((name) => name !== "") };
  } catch (error) {
    // parseArgs tells a wrong option only by throwing.
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return null;
  }
}

/** Builds one screen where needed and prints one line. `false` when it failed. */
async function buildScreen(name: string, shared: string, force: boolean): Promise<boolean> {
  const startedAt = performance.now();
  const app = join(ROOT, "apps", name);
  const stamp = join(app, "dist", STAMP);
  const inputs = `${shared}${await hashOf(await filesIn(app))}`;
  if (!force && existsSync(stamp) && (await readFile(stamp, "utf8")) === inputs) {
    console.log(`${name.padEnd(8)} up to date`);
    return true;
  }
  try {
    await build(configOf(name, app));
  } catch (error) {
    console.error(`${name.padEnd(8)} failed: ${error instanceof Error ? error.message : "?"}`);
    return false;
  }
  await mkdir(join(app, "dist"), { recursive: true });
  await writeFile(stamp, inputs);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${name.padEnd(8)} built in ${seconds} s`);
  return true;
}

/**
 * How a screen is built: for the Chromium of a kiosk that is not the newest, and for a strict
 * content security policy: no script or style in the page itself, no data: address.
 */
function configOf(name: string, root: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: `/${name}/`,
    logLevel: "warn",
    plugins: [
      react(),
      lingui({ failOnMissing: true }),
      babel({ presets: [linguiTransformerBabelPreset()] }),
    ],
    build: {
      target: "chrome120",
      outDir: join(root, "dist"),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1_000,
    },
  };
}

async function screensIn(apps: string): Promise<string[]> {
  const names = await readdir(apps);
  return names.filter((name) => existsSync(join(apps, name, "index.html"))).toSorted();
}

/** Files below a folder that a screen can be made of, in a stable order. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !IS_LEFT_OUT.test(relative(folder, path)))
    .toSorted();
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(relative(ROOT, path)).update(await readFile(path));
  return hash.digest("hex");
}
