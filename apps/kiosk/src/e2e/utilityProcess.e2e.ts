import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { electronFolder, VirtualScreen } from "@luot/shell/testing";
import { build, type BuildOptions } from "esbuild";
import { _electron, type ElectronApplication } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The way on which devices run in an Electron whose Node is new enough. The one that tests may have
// to do with is too old for the native modules, so here a process without any goes that way.

const hasElectron = electronFolder() !== null;
const SOON = { timeout: 15_000, interval: 50 };
const ROOT = resolve(import.meta.dirname, "../../../..");
let folder: string;
let screen: VirtualScreen;
let app: ElectronApplication;

interface Probe {
  readonly seen: Readonly<Record<"messages" | "lines" | "ends", readonly unknown[]>>;
  readonly start: () => { readonly post: (message: unknown) => void; readonly kill: () => void };
  child?: ReturnType<Probe["start"]>;
}

beforeAll(async () => {
  if (!hasElectron) return;
  folder = mkdtempSync(join(tmpdir(), "luot-utility-"));
  const common: BuildOptions = {
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["electron"],
  };
  const probe = join(ROOT, "packages/shell/src/testing/utilityProbe.ts");
  const child = join(ROOT, "apps/kiosk/src/testing/utilityChild.ts");
  await build({ ...common, entryPoints: [probe], outfile: join(folder, "main.mjs") });
  await build({ ...common, entryPoints: [child], outfile: join(folder, "child.mjs") });
  writeFileSync(join(folder, "package.json"), `{"name":"probe","main":"main.mjs"}`);
  screen = await VirtualScreen.start(800, 600);
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] = electronFolder() ?? "";
  app = await _electron.launch({
    args: [folder, `--user-data-dir=${join(folder, "data")}`, "--disable-gpu"],
    chromiumSandbox: process.getuid?.() !== 0,
    env: {
      PATH: process.env["PATH"] ?? "",
      DISPLAY: screen.display,
      LUOT_PROBE: join(folder, "child.mjs"),
    },
  });
});

afterAll(async () => {
  if (!hasElectron) return;
  await app?.close();
  await screen?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function seen(): Promise<Probe["seen"]> {
  return app.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.seen);
}

async function post(message: unknown): Promise<void> {
  await app.evaluate(
    (_electronModule, word) => (globalThis as unknown as { probe: Probe }).probe.child?.post(word),
    message,
  );
}

describe.skipIf(!hasElectron)("devices in a utility process", () => {
  it("hear and say, and speak into the log", async () => {
    await app.evaluate(() => {
      const { probe } = globalThis as unknown as { probe: Probe };
      probe.child = probe.start();
    });
    await expect.poll(async () => (await seen()).messages, SOON).toEqual([{ kind: "ready" }]);
    await post({ kind: "watch" });
    await expect.poll(seen, SOON).toEqual({
      messages: [{ kind: "ready" }, { echo: { kind: "watch" } }],
      lines: ["heard"],
      ends: [],
    });
  });

  it("are ended also when they hang, and their end is told once", async () => {
    await post("hang");
    await app.evaluate(() => (globalThis as unknown as { probe: Probe }).probe.child?.kill());
    await expect.poll(async () => (await seen()).ends.length, SOON).toBe(1);
    await post({ kind: "watch" });
    expect((await seen()).messages).toHaveLength(2);
  });
});
