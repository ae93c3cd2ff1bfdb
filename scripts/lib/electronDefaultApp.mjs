// Runs an app's folder in a bare Electron: `electron [-r module] [--switches] FOLDER [arguments]`,
// what Electron's own default_app does for development. It is packed into the runtime that tests
// fall back on (electronFallback.mjs), never imported.
//
// It has to await the app at its top level: Electron holds `ready` back until this module is
// loaded, and an app registers its protocol before `ready`.
import fs from "node:fs";
import Module from "node:module";
import path from "node:path";
import url from "node:url";
import { app } from "electron";

const { folder, preloads, isVersionAsked } = readArguments(process.argv.slice(1));
if (isVersionAsked) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (folder === null) {
  console.error("Usage: electron [-r module] FOLDER");
  process.exit(1);
}
for (const preload of preloads) Module.createRequire(path.join(folder, "_"))(preload);
await runApp(folder);

function readArguments(args) {
  const read = { folder: null, preloads: [], isVersionAsked: false };
  const rest = [...args];
  while (rest.length > 0 && read.folder === null) {
    const word = rest.shift();
    if (word === "--version" || word === "-v") read.isVersionAsked = true;
    else if (word === "-r" || word === "--require") read.preloads.push(path.resolve(rest.shift()));
    else if (!word.startsWith("-")) read.folder = path.resolve(word);
  }
  return read;
}

async function runApp(place) {
  const manifest = JSON.parse(fs.readFileSync(path.join(place, "package.json"), "utf8"));
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name ?? app.getName());
  app.setAppPath(place);
  const main = path.join(place, manifest.main ?? "index.js");
  try {
    await import(url.pathToFileURL(main).href);
  } catch (error) {
    // The edge of the process: without a word and an exit it would stay there, doing nothing.
    console.error(error);
    process.exit(1);
  }
}
