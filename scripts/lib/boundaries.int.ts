import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// Each rule of .dependency-cruiser.cjs is shown a violation, in a small copy of the repository, and
// must find it there: a pattern that never matches looks just like a clean repository.

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const CONFIG = ".dependency-cruiser.cjs";
const CRUISER = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
const ROOMS = ["packages", "apps", "hardware", "scripts"];

interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const use = (specifier: string): string =>
  `import { x } from "${specifier}";\nexport const y = x;\n`;
const plant = (rule: string, file: string, specifier: string): Plant => ({
  rule,
  file,
  code: use(specifier),
});

const PLANTS: readonly Plant[] = [
  plant("no-circular", "packages/kit/src/round.ts", "./roundAgain.ts"),
  plant("not-resolvable", "packages/kit/src/lost.ts", "./nowhere.ts"),
  plant("kit-imports", "packages/kit/src/a.ts", "@luot/domain"),
  plant("domain-imports", "packages/domain/src/a.ts", "@luot/store"),
  plant("contract-imports", "packages/contract/src/a.ts", "@luot/store"),
  plant("dossier-imports", "packages/dossier/src/a.ts", "@luot/store"),
  plant("voice-imports", "packages/voice/src/a.ts", "@luot/domain"),
  plant("store-imports", "packages/store/src/a.ts", "@luot/ui"),
  plant("hub-client-imports", "packages/hub-client/src/a.ts", "@luot/store"),
  plant("i18n-imports", "packages/i18n/src/a.ts", "zod"),
  plant("ui-imports", "packages/ui/src/a.tsx", "@luot/hub-client"),
  plant("shell-imports", "packages/shell/src/a.ts", "@luot/hub-client"),
  plant("electron-only-in-shell", "apps/kiosk/src/c.ts", "electron"),
  plant("shell-only-in-main-processes", "apps/kiosk/src/d.ts", "@luot/shell"),
  plant("contract-takes-only-types-from-domain", "packages/contract/src/b.ts", "@luot/domain"),
  plant("pure-packages-have-no-node", "packages/domain/src/b.ts", "node:fs"),
  plant("packages-know-no-app-or-device", "packages/store/src/b.ts", "@luot/printer"),
  plant("apps-do-not-import-each-other", "apps/kiosk/src/a.ts", "../../counter/src/index.ts"),
  plant("hub-has-no-screens", "apps/hub/src/a.ts", "@luot/ui"),
  plant("hub-only-prints", "apps/hub/src/b.ts", "@luot/simulators"),
  plant("screens-know-no-engine-or-store", "apps/kiosk/src/b.ts", "@luot/domain"),
  plant("screens-have-no-node", "apps/display/src/a.tsx", "node:fs"),
  plant("screens-move-no-devices", "apps/console/src/a.ts", "@luot/printer"),
  plant("hardware-stands-alone", "hardware/printer/src/a.ts", "@luot/contract"),
  plant("native-only-in-transports", "hardware/printer/src/b.ts", "serialport"),
  plant("sqlite-only-in-store", "apps/hub/src/c.ts", "better-sqlite3"),
  plant("no-deep-imports", "apps/hub/src/d.ts", "../../../packages/store/src/inner.ts"),
  plant("fakes-only-in-tests", "apps/hub/src/e.ts", "./FakeClock.ts"),
  plant("nobody-imports-scripts", "apps/hub/src/f.ts", "../../../scripts/tool.ts"),
];

/** What is allowed, so that a rule that refuses everything is noticed too. */
const ALLOWED: Readonly<Record<string, string>> = {
  "packages/domain/src/good.ts": use("@luot/kit"),
  "packages/contract/src/good.ts": `import type { x } from "@luot/domain";\nexport type Y = typeof x;\n`,
  "packages/contract/src/schema.ts": use("zod"),
  "packages/store/src/good.ts": use("better-sqlite3"),
  "apps/hub/src/good.ts": use("@luot/store"),
  "apps/hub/src/print.ts": use("@luot/printer"),
  "apps/hub/src/good.test.ts": use("./FakeClock.ts"),
  "apps/kiosk/src/good.tsx": use("@luot/hub-client"),
  "apps/kiosk/main/good.ts": use("@luot/shell"),
  "apps/kiosk/main/electron.ts": use("electron"),
  "apps/kiosk/preload/good.ts": use("@luot/shell/preload"),
  "packages/shell/src/good.ts": use("electron"),
  "hardware/printer/src/good.ts": use("node:net"),
};

const PACKAGES = [
  "kit",
  "domain",
  "contract",
  "dossier",
  "voice",
  "store",
  "hub-client",
  "i18n",
  "ui",
  "shell",
];
const LIBRARIES = ["zod", "better-sqlite3", "serialport", "electron"];
const OWN = [
  ...PACKAGES.map((name) => `packages/${name}`),
  "hardware/printer",
  "hardware/simulators",
];

interface CruiseReport {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { name: string } }[];
  };
}

let tree: string;

function write(file: string, text: string): void {
  const target = path.join(tree, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

function layOut(): void {
  for (const file of [CONFIG, "tsconfig.json", "tsconfig.base.json", "package.json"])
    fs.copyFileSync(path.join(ROOT, file), path.join(tree, file));
  for (const folder of OWN) {
    const name = `@luot/${path.basename(folder)}`;
    const exports = { ".": "./src/index.ts", "./preload": "./src/preload/index.ts" };
    write(`${folder}/package.json`, JSON.stringify({ name, exports }));
    write(`${folder}/src/index.ts`, "export const x = 1;\n");
    const link = path.join(tree, "node_modules", name);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.join(tree, folder), link, "junction");
  }
  for (const name of LIBRARIES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    write(`node_modules/${name}/index.js`, "exports.x = 1;\n");
  }
  write("packages/shell/src/preload/index.ts", "export const x = 1;\n");
  write("packages/kit/src/roundAgain.ts", use("./round.ts"));
  write("packages/store/src/inner.ts", "export const x = 1;\n");
  write("apps/counter/src/index.ts", "export const x = 1;\n");
  write("apps/hub/src/FakeClock.ts", "export const x = 1;\n");
  write("scripts/tool.ts", "export const x = 1;\n");
  for (const { file, code } of PLANTS) write(file, code);
  for (const [file, code] of Object.entries(ALLOWED)) write(file, code);
}

/** Runs dependency-cruiser on the copy; `rule file` for each violation. */
async function cruise(): Promise<readonly string[]> {
  const args = [CRUISER, "--output-type", "json", "--config", CONFIG, ...ROOMS];
  const options = { cwd: tree, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  const report: CruiseReport = JSON.parse(stdout);
  return report.summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}

describe(".dependency-cruiser.cjs", () => {
  let violations: readonly string[] = [];

  beforeAll(async () => {
    tree = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "luot-boundaries-")));
    layOut();
    violations = await cruise();
  });

  afterAll(() => fs.rmSync(tree, { recursive: true, force: true }));

  it.each(PLANTS)("$rule finds its violation in $file", ({ rule, file }) => {
    expect(violations).toContain(`${rule} ${file}`);
  });

  it.each(Object.keys(ALLOWED))("lets %s import what its room may import", (file) => {
    expect(violations.filter((violation) => violation.endsWith(` ${file}`))).toEqual([]);
  });

  it("has no rule that this test does not plant a violation for", () => {
    const require = createRequire(import.meta.url);
    const config: { forbidden: { name: string }[] } = require(path.join(ROOT, CONFIG));
    const planted = PLANTS.map(({ rule }) => rule).toSorted();
    expect(planted).toEqual(config.forbidden.map(({ name }) => name).toSorted());
  });
});
