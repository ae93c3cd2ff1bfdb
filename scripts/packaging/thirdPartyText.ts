import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { findModule } from "./copyModules.ts";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const OWN = "@luot/";
/** Parts of ours that no package holds. */
const NOT_PACKED = new Set(["@luot/simulators"]);
const LICENCE = /^(licen[cs]e|notice|copying)/iu;

/**
 * Names and licences of all that apps are made of: what they and our own packages declare, and all
 * that needs. A little more than is really in, never less.
 *
 * @param apps folders of apps; their devDependencies are what is bundled into a desktop app
 */
export function thirdPartyText(apps: readonly string[]): string {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (folder: string, isApp: boolean): void => {
    if (seen.has(folder)) return;
    seen.add(folder);
    const manifest = readManifest(folder);
    const { dependencies = {}, devDependencies = {} } = manifest;
    if (!isApp && !manifest.name.startsWith(OWN))
      found.set(`${manifest.name} ${manifest.version}`, licenceOf(folder, manifest));
    const needs = Object.keys({ ...dependencies, ...(isApp ? devDependencies : {}) });
    for (const name of needs) {
      if (NOT_PACKED.has(name) || name.startsWith("@types/")) continue;
      const next = findModule(name, folder, existsSync);
      if (next !== null) visit(realpathSync(next), false);
    }
  };
  for (const app of apps) visit(realpathSync(app), true);
  const entries = [...found].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries
    .map(([title, text]) => `${title}\n\n${text.trim()}\n`)
    .join(`\n${"-".repeat(78)}\n`);
}

/** The text that came with a package, else the name of its licence. */
function licenceOf(folder: string, { license }: Manifest): string {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), "utf8"));
  const named = `Licence: ${typeof license === "string" ? license : JSON.stringify(license)}`;
  return [named, ...files].join("\n\n");
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
