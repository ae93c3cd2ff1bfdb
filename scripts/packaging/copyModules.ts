import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

/** Which packages are copied, from where, for which machine. */
export interface ModulesToCopy {
  readonly names: readonly string[];
  /** Folder from which they are found, as Node would. */
  readonly from: string;
  /** A `node_modules` folder; made when it is not there. */
  readonly into: string;
  /** e.g. `linux-x64`: native builds for others are left out. */
  readonly machine: string;
  /** By package: what of it is wanted, as paths in it; all that is not named is wanted whole. */
  readonly only: Readonly<Record<string, RegExp>>;
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Edge {
  readonly name: string;
  readonly from: string;
  /** Folder of the copy that needs it; the top folder for the named ones. */
  readonly neededBy: string;
  readonly isOptional: boolean;
}

/** For building and reading; nothing that runs. Licences stay. */
const NOT_RUN = /\.(d\.[cm]?ts|[cm]?ts|map|md|c|cc|cpp|h|hpp|gypi?|gyp)$/u;
/** Sources of what comes built in `prebuilds`. */
const NATIVE_SOURCES = new Set(["src", "deps", "hidapi", "build"]);

/**
 * Copies packages with all they need, each where the copy of whoever needs it finds it.
 *
 * @returns folders of the originals, e.g. for their licences
 * @throws when one is not installed, or two versions can't be laid side by side
 */
export function copyModules(wish: ModulesToCopy): string[] {
  const placed = new Map<string, string>(); // folder of the copy → folder of the original
  const queue: Edge[] = wish.names.map((name) => ({
    name,
    from: wish.from,
    neededBy: dirname(wish.into),
    isOptional: false,
  }));
  const edges: { readonly edge: Edge; readonly original: string }[] = [];
  for (let edge = queue.shift(); edge !== undefined; edge = queue.shift()) {
    const original = findModule(edge.name, edge.from, (place) => existsSync(place));
    if (original === null) {
      if (edge.isOptional) continue;
      throw new Error(`${edge.name} is not installed (needed by ${edge.neededBy})`);
    }
    edges.push({ edge, original });
    const copy = findModule(edge.name, edge.neededBy, (place) => placed.has(dirname(place)));
    if (copy !== null && placed.get(copy) === original) continue;
    const at = copy === null ? wish.into : join(edge.neededBy, "node_modules");
    const target = join(at, edge.name);
    placed.set(target, original);
    copyModule(edge.name, original, target, wish);
    queue.push(...needsOf(original, target));
  }
  for (const { edge, original } of edges) {
    const copy = findModule(edge.name, edge.neededBy, (place) => placed.has(dirname(place)));
    if (copy === null || placed.get(copy) !== original)
      throw new Error(`${edge.name} stands in its own way`);
  }
  return [...new Set(placed.values())];
}

function needsOf(original: string, copy: string): Edge[] {
  const { dependencies = {}, optionalDependencies = {} } = readManifest(original);
  return Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({
    name,
    from: original,
    neededBy: copy,
    isOptional: name in optionalDependencies,
  }));
}

/** The package that Node would find from a folder; `null` for none. */
export function findModule(
  name: string,
  from: string,
  isThere: (manifest: string) => boolean,
): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (basename(folder) !== "node_modules" && isThere(join(place, "package.json"))) return place;
    if (folder === dirname(folder)) return null;
  }
}

function copyModule(name: string, from: string, to: string, wish: ModulesToCopy): void {
  const isNative = existsSync(join(from, "prebuilds"));
  const only = wish.only[name];
  mkdirSync(to, { recursive: true });
  copyFileSync(join(from, "package.json"), join(to, "package.json"));
  for (const entry of readdirSync(from)) {
    if (entry === "node_modules" || (isNative && NATIVE_SOURCES.has(entry))) continue;
    cpSync(join(from, entry), join(to, entry), {
      recursive: true,
      filter: (path) => {
        const inside = relative(from, path).replaceAll(sep, "/");
        if (only !== undefined && !only.test(inside)) return false;
        if (NOT_RUN.test(inside)) return false;
        return !isForAnother(inside, wish.machine);
      },
    });
  }
}

/** Whether a path is a native build for another machine: the names begin or end with it. */
function isForAnother(inside: string, machine: string): boolean {
  const [folder, name = ""] = inside.split("/");
  if (folder !== "prebuilds" || name === "") return false;
  const [platform = "", arch = ""] = machine.split("-");
  return !new RegExp(
    `(^|-)${platform}-([a-z0-9+]*\\+)?${arch}(\\+[a-z0-9+]*)?(\\.node)?$`,
    "u",
  ).test(name);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
