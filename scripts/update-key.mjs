import { generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { parseArguments } from "./lib/arguments.mjs";
import { runMain } from "./lib/bootstrap.mjs";

const HELP = `Usage: npm run update-key -- --out FOLDER

Makes the pair of keys that signs updates of the desktop apps: luot-update.key, which stays with
whoever makes packages, and luot-update.pub, which the apps carry.

Whoever has the first file can run any program on every machine of the centre: keep it off the hub
and off the network. A pair that is there already is never overwritten.

Exit codes: 0 made, 1 there is one already or it can't be written, 2 wrong usage.`;

async function main() {
  const parsed = parseArguments(process.argv.slice(2), {
    out: { type: "string" },
    help: { type: "boolean" },
  });
  if (parsed.ok && parsed.values.help) {
    console.log(HELP);
    return 0;
  }
  if (!parsed.ok || parsed.values.out === undefined) {
    console.error(`${parsed.ok ? "--out is missing" : parsed.message}\n\n${HELP}`);
    return 2;
  }
  return makeKeys(parsed.values.out);
}

function makeKeys(folder) {
  const files = ["luot-update.key", "luot-update.pub"].map((name) => path.join(folder, name));
  if (files.some((file) => fs.existsSync(file))) {
    console.error(`There is a pair in ${folder} already; nothing was changed.`);
    return 1;
  }
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  try {
    fs.mkdirSync(folder, { recursive: true });
    const secret = privateKey.export({ type: "pkcs8", format: "pem" });
    fs.writeFileSync(files[0], secret, { mode: 0o600, flag: "wx" });
    fs.writeFileSync(files[1], publicKey.export({ type: "spki", format: "pem" }), { flag: "wx" });
  } catch (error) {
    // The disk or the rights: something the user can put right.
    console.error(`The keys can't be written: ${error.message}`);
    return 1;
  }
  console.log(`${files[0]}  keep it secret\n${files[1]}`);
  return 0;
}

await runMain(main);
