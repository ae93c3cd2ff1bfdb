// The rules of the house that no other tool holds. Each is a pure function that gives the faults
// it found, as lines to show; `checkHouse` reads the repository and runs them all.
import fs from "node:fs";
import path from "node:path";

const MAX_LINES = 400;
const ROOMS = ["apps", "packages", "hardware", "scripts"];
const SOURCE = /\.(ts|tsx|mjs|css)$/;
const NOT_OURS = new Set(["node_modules", "dist"]);

const ALLOWED_TOP_LEVEL = new Set([
  ...ROOMS,
  "electron-builder.yml",
  "package.json",
  "package-lock.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "NOTICE",
  "biome.json",
  "vitest.config.ts",
  "knip.json",
  "lingui.config.ts",
]);

/**
 * A source file has 400 lines at most.
 *
 * @param {readonly { path: string, text: string }[]} files
 * @returns {string[]} faults
 */
export function findLongFiles(files) {
  return files
    .map((file) => ({ path: file.path, lineCount: countLines(file.text) }))
    .filter(({ lineCount }) => lineCount > MAX_LINES)
    .map(({ path: name, lineCount }) => `${name}: ${lineCount} lines, ${MAX_LINES} are allowed`);
}

function countLines(text) {
  const breaks = text.split("\n").length - 1;
  return text === "" || text.endsWith("\n") ? breaks : breaks + 1;
}

/**
 * The lock file names no registry: an address would tie every user to the mirror of whoever wrote
 * it. npm leaves addresses out with `omit-lockfile-registry-resolved=true`.
 *
 * @param {string} lockText text of package-lock.json
 * @returns {string[]} faults
 */
export function findRegistryAddresses(lockText) {
  return [...lockText.matchAll(/"resolved":\s*"(https?:[^"]*)"/g)].map(
    ([, address]) => `package-lock.json: holds a registry address, ${address}`,
  );
}

/**
 * Nothing but the rooms and the tools' configuration stands at the top level.
 *
 * @param {readonly string[]} names entries of the top-level folder
 * @param {string} gitignore text of .gitignore: what git does not see is nobody's business
 * @returns {string[]} faults
 */
export function findForbiddenTopLevel(names, gitignore) {
  const ignored = gitignore
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\//, "").replace(/\/$/, ""))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(globToPattern);
  return names
    .filter((name) => !name.startsWith(".") && !/^tsconfig.*\.json$/.test(name))
    .filter((name) => !ALLOWED_TOP_LEVEL.has(name))
    .filter((name) => !ignored.some((pattern) => pattern.test(name)))
    .map((name) => `${name}: does not belong at the top level (see CONTRIBUTING.md)`);
}

function globToPattern(glob) {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
  return new RegExp(`^${escaped}$`);
}

/**
 * Runs every house rule on a repository.
 *
 * @param {string} root
 * @returns {{ faults: string[], fileCount: number }} `fileCount` is how many source files were
 *   read, so that a check that saw nothing is not taken for a clean one
 */
export function checkHouse(root) {
  const files = ROOMS.flatMap((room) => readSources(root, room));
  const read = (name) => fs.readFileSync(path.join(root, name), "utf8");
  const faults = [
    ...findLongFiles(files),
    ...findRegistryAddresses(read("package-lock.json")),
    ...findForbiddenTopLevel(fs.readdirSync(root), read(".gitignore")),
  ];
  return { faults, fileCount: files.length };
}

function readSources(root, folder) {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : readSources(root, name);
    if (!entry.isFile() || !SOURCE.test(entry.name)) return [];
    return [{ path: name, text: fs.readFileSync(path.join(root, name), "utf8") }];
  });
}
