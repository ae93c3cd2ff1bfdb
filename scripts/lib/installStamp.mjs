import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** The parts of a package.json that decide what `npm install` would put in node_modules. */
const INSTALL_KEYS = [
  "workspaces",
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "overrides",
  "allowScripts",
];

/**
 * Fingerprint of everything that decides what is installed. Pure.
 *
 * Only the dependency sections of a package.json count, so that editing a script or a
 * description costs nobody an installation.
 *
 * @param {{ lock: string, manifests: Readonly<Record<string, string>>, machine: string }} input
 *   text of package-lock.json ("" when there is none), the package.json texts by their path, and
 *   `platform-arch`, because node_modules copied from another machine holds the wrong binaries.
 * @returns {string} 64 hex digits
 */
export function installHash(input) {
  const hash = createHash("sha256");
  // Git may check the lock out with CRLF on Windows; that is no reason to install again.
  hash.update(`${input.machine}\n${input.lock.replaceAll("\r\n", "\n")}\n`);
  for (const [name, text] of Object.entries(input.manifests).toSorted(byName)) {
    const manifest = JSON.parse(text);
    const parts = INSTALL_KEYS.map((key) => sorted(manifest[key] ?? null));
    hash.update(`${name}\n${JSON.stringify(parts)}\n`);
  }
  return hash.digest("hex");
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}

function sorted(value) {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(byName)
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * Reads the repository at `root` and gives its {@link installHash}.
 *
 * @param {string} root
 * @returns {string}
 */
export function currentInstallHash(root) {
  const lockFile = path.join(root, "package-lock.json");
  return installHash({
    lock: fs.existsSync(lockFile) ? fs.readFileSync(lockFile, "utf8") : "",
    manifests: readManifests(root),
    machine: `${process.platform}-${process.arch}`,
  });
}

function readManifests(root) {
  const rootText = fs.readFileSync(path.join(root, "package.json"), "utf8");
  const manifests = { "package.json": rootText };
  for (const pattern of JSON.parse(rootText).workspaces ?? []) {
    const folder = pattern.replace(/\/\*$/, "");
    if (!fs.existsSync(path.join(root, folder))) continue;
    for (const name of fs.readdirSync(path.join(root, folder))) {
      const file = path.join(root, folder, name, "package.json");
      if (fs.existsSync(file))
        manifests[`${folder}/${name}/package.json`] = fs.readFileSync(file, "utf8");
    }
  }
  return manifests;
}

function stampFile(root) {
  return path.join(root, "node_modules", ".luot-installed");
}

/**
 * Whether node_modules holds what the lock file and the package.json files ask for now.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const file = stampFile(root);
  return fs.existsSync(file) && fs.readFileSync(file, "utf8").trim() === currentInstallHash(root);
}

/**
 * Takes the stamp away before an installation, so that a broken one is never taken for whole.
 *
 * @param {string} root
 */
export function clearStamp(root) {
  fs.rmSync(stampFile(root), { force: true });
}

/**
 * Notes a finished installation.
 *
 * @param {string} root
 * @param {string} hash what {@link currentInstallHash} said before npm began: a package.json
 *   edited while npm was running must make the next start install again.
 */
export function writeStamp(root, hash) {
  fs.writeFileSync(stampFile(root), `${hash}\n`);
}
