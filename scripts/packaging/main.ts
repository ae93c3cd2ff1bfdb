import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Result } from "@luot/kit";
import { TEST_RUNTIME_SUFFIX } from "@luot/shell/updates";
import { node24 } from "../lib/bootstrap.mjs";
import { runShown } from "../lib/childProcess.mjs";
import { ROOT } from "../lib/paths.mjs";
import { buildDesktop, programFolder } from "./buildDesktop.ts";
import { type ElectronToPack, releaseElectron, testElectron } from "./chooseElectron.ts";
import { buildDesktopDeb } from "./deb/buildDesktopDeb.ts";
import { drawIcon } from "./drawIcon.ts";
import { buildHub } from "./hub/buildHub.ts";
import { type DesktopApp, HELP, type PackageWish, readPackageWish } from "./PackageWish.ts";
import { readSigning, type Signing } from "./updates/readSigning.ts";
import { writeUpdate } from "./updates/writeUpdate.ts";

// Said aloud: a part of electron-builder ends the process with 0 when nobody does.
process.exit(await main());

async function main(): Promise<number> {
  const wish = readPackageWish(process.argv.slice(2), process.platform);
  if (!wish.ok) return refuse(`${wish.error}\n\n${HELP}`, 2);
  if (wish.value === "help") {
    console.log(HELP);
    return 0;
  }
  const signing = readSigning(wish.value);
  if (!signing.ok) return refuse(signing.error, 2);
  const apps = wish.value.parts.filter((part) => part !== "hub");
  const electron = apps.length === 0 ? null : await chooseElectron(wish.value);
  if (electron !== null && !electron.ok) return refuse(electron.error, 1);
  try {
    await buildSources(apps);
    const job = { ...wish.value, out: resolve(wish.value.out), signing: signing.value };
    mkdirSync(job.out, { recursive: true });
    for (const app of apps) if (electron !== null) await packApp(app, electron.value, job);
    if (wish.value.parts.includes("hub")) tell("hub", await buildHub(job));
    return 0;
  } catch (cause) {
    // The edge of the process: what broke is said, and the exit code tells scripts.
    return refuse(`\nNot packaged: ${cause instanceof Error ? cause.message : String(cause)}`, 1);
  }
}

type Job = PackageWish & { readonly signing: Signing };

async function chooseElectron(wish: PackageWish): Promise<Result<ElectronToPack, string>> {
  if (!wish.isTestRuntime) return releaseElectron(join(ROOT, "node_modules", "electron"));
  console.log("NOT FOR USE: these packages hold an Electron that is for tests only.");
  return testElectron(console.log);
}

/** All screens, for the hub serves them, and the apps' own code. */
async function buildSources(apps: readonly DesktopApp[]): Promise<void> {
  const steps = [["build-screens.ts"]];
  if (apps.length > 0) steps.push(["build-shells.ts", "--only", apps.join(",")]);
  for (const [script = "", ...args] of steps) {
    const code = await runShown(node24(), [join(ROOT, "scripts", script), ...args], { cwd: ROOT });
    if (code !== 0) throw new Error(`${script} failed`);
  }
}

async function packApp(app: DesktopApp, electron: ElectronToPack, job: Job): Promise<void> {
  const out = join(job.out, app);
  const version = versionOf(app, job.isTestRuntime);
  const icon = drawIcon(join(job.out, ".icon", `luot-${app}.png`));
  const { isTestRuntime } = job;
  const targets = job.targets.filter((target) => target !== "deb");
  const wish = { app, electron, isTestRuntime, version, updateKey: job.signing.trusted, icon, out };
  const made = await buildDesktop(wish, targets);
  const program = programFolder(out);
  if (job.targets.includes("deb"))
    made.push(await buildDesktopDeb({ app, version, program, icon, isTestRuntime, out }));
  if (job.signing.key !== null)
    for (const file of made) writeUpdate({ app, version, file, key: job.signing.key }, job.out);
  tell(app, [program, ...made]);
}

function versionOf(app: DesktopApp, isTestRuntime: boolean): string {
  const text = readFileSync(join(ROOT, "apps", app, "package.json"), "utf8");
  const { version } = JSON.parse(text) as { readonly version: string };
  return isTestRuntime ? `${version}${TEST_RUNTIME_SUFFIX}` : version;
}

function tell(part: string, paths: readonly string[]): void {
  for (const path of paths) console.log(`${part.padEnd(8)} ${path}`);
}

function refuse(message: string, code: number): number {
  console.error(message);
  return code;
}
