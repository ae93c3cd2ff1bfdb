import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const OWN = resolve(import.meta.dirname, "../../../../node_modules/electron/dist");

/**
 * Folder of the Electron that tests drive: what LUOT_ELECTRON names (`npm test` sets it, empty for
 * none), else ELECTRON_OVERRIDE_DIST_PATH, else the package's own download.
 *
 * @returns `null` when there is none; a line was printed that says so, for tests then skip
 */
export function electronFolder(): string | null {
  const named = process.env["LUOT_ELECTRON"] ?? process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (named !== undefined && named !== "") return named;
  if (named === undefined && existsSync(join(OWN, "version"))) return OWN;
  process.stdout.write(
    "Not run: the tests of the Electron apps, for there is no Electron.\n" +
      "  LUOT_ELECTRON=$(node scripts/electron.mjs) npx vitest run --project e2e apps\n",
  );
  return null;
}
