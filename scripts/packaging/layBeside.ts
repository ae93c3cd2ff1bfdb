import { chmodSync, constants, copyFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { node24 } from "../lib/bootstrap.mjs";
import { ROOT } from "../lib/paths.mjs";
import { copyModules } from "./copyModules.ts";
import { MODULES_OF_DEVICES, ONLY } from "./nativeModules.ts";
import type { DesktopApp } from "./PackageWish.ts";
import { thirdPartyText } from "./thirdPartyText.ts";

/** The folder of a program that electron-builder has just packed. */
export interface PackedProgram {
  readonly app: DesktopApp;
  readonly folder: string;
  readonly isTestRuntime: boolean;
}

const WARNING = `This package holds an Electron that is for the tests of Lượt: a third party's
repackaging, out of support. It must not be installed where people use it.
`;

/**
 * Puts in what stands beside the asar, and takes out what an installed app does not need: before
 * installers are made from the folder.
 */
export function layBeside({ app, folder, isTestRuntime }: PackedProgram): void {
  const resources = join(folder, "resources");
  rmSync(join(resources, "default_app.asar"), { force: true });
  rmSync(join(folder, "version"), { force: true });
  copyFileSync(join(ROOT, "LICENSE"), join(folder, "LICENSE.luot.txt"));
  const licences = thirdPartyText([join(ROOT, "apps", app)]);
  writeFileSync(join(folder, "LICENSES.third-party.txt"), licences);
  if (isTestRuntime) writeFileSync(join(resources, "TEST-RUNTIME.txt"), WARNING);
  if (app === "kiosk") layDevices(resources, isTestRuntime);
}

/**
 * What the kiosk's device process loads, where plain Node finds it from app.asar.unpacked. The
 * tests' Electron is too old to run that process, so Node comes along.
 */
function layDevices(resources: string, isTestRuntime: boolean): void {
  copyModules({
    names: MODULES_OF_DEVICES,
    from: join(ROOT, "apps", "kiosk"),
    into: join(resources, "app.asar.unpacked", "node_modules"),
    machine: `${process.platform}-${process.arch}`,
    only: ONLY,
  });
  if (isTestRuntime) layNode(join(resources, process.platform === "win32" ? "node.exe" : "node"));
}

/** Copies the Node that runs this repository. @param to path of the copy */
export function layNode(to: string): void {
  const node = node24();
  if (!existsSync(node)) throw new Error(`${node} is not there`);
  copyFileSync(node, to, constants.COPYFILE_FICLONE);
  chmodSync(to, 0o755);
}
