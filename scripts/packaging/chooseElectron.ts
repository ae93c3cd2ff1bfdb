import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "@luot/kit";
import { assembleFallback } from "../lib/electronFallback.mjs";
import { electronProgram } from "../lib/electronRuntime.mjs";
import { ROOT } from "../lib/paths.mjs";

/** An Electron to be packaged. */
export interface ElectronToPack {
  readonly folder: string;
  /** e.g. `45.4.1`. */
  readonly version: string;
}

const PACKAGE = join(ROOT, "node_modules", "electron");

/**
 * The Electron of a release: the declared one, whole, and no other.
 *
 * @param folder of the package `electron`
 * @returns an error in words for whoever packages
 */
export function releaseElectron(folder: string): Result<ElectronToPack, string> {
  const declared = versionIn(join(folder, "package.json"));
  const dist = join(folder, "dist");
  const there = existsSync(electronProgram(dist, process.platform)) ? versionOf(dist) : null;
  if (there === declared) return ok({ folder: dist, version: declared });
  const found = there === null ? "is not here" : `is not here, but ${there}`;
  return err(
    `Electron ${declared}, which the apps are made for, ${found} (${dist}).\n` +
      "Download it by: npx install-electron\n" +
      "Only for a trial that nobody is given: --test-runtime",
  );
}

/**
 * The Electron of the tests: the one `npm test` named, the one named for development, the declared
 * one, else the fallback, which is downloaded when it is not there.
 *
 * @param log told what is downloaded
 */
export async function testElectron(
  log: (line: string) => void,
): Promise<Result<ElectronToPack, string>> {
  const { LUOT_ELECTRON: ofTests, ELECTRON_OVERRIDE_DIST_PATH: named } = process.env;
  const folder = [ofTests, named, join(PACKAGE, "dist")].find(
    (place) => place !== undefined && existsSync(electronProgram(place, process.platform)),
  );
  try {
    const chosen = folder ?? (await assembleFallback({ log }));
    return ok({ folder: chosen, version: versionOf(chosen) });
  } catch (cause) {
    // Network or disk: told in words for the user.
    return err(`There is no Electron for tests. ${cause instanceof Error ? cause.message : "?"}`);
  }
}

/** The version that an Electron's folder says it is. */
function versionOf(dist: string): string {
  return readFileSync(join(dist, "version"), "utf8").trim().replace(/^v/, "");
}

function versionIn(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
  return version;
}
