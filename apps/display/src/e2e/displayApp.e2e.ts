import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { electronFolder, launchShell, VirtualScreen } from "@luot/shell/testing";
import type { ElectronApplication, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, HubProcess, prepareData } from "../../../hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../../hub/src/testing/startTestHub.ts";

const SCRIPTS = resolve(import.meta.dirname, "../../../../scripts");
const hasElectron = electronFolder() !== null;
let folder: string;
let hub: HubProcess;
let screen: VirtualScreen;
let app: ElectronApplication;

beforeAll(async () => {
  if (!hasElectron) return;
  for (const script of ["build-screens.ts", "build-shells.ts"])
    execFileSync(process.execPath, [join(SCRIPTS, script), "--only", "display"], {
      stdio: "inherit",
    });
  folder = mkdtempSync(join(tmpdir(), "luot-display-app-"));
  await prepareData(join(folder, "hub"), sharedSettings(4), { kiosks: 0, displays: 0 });
  hub = new HubProcess(join(folder, "hub"), await freePort());
  await hub.start();
  screen = await VirtualScreen.start(1_920, 1_080);
});

afterAll(async () => {
  if (!hasElectron) return;
  await app?.close();
  await hub?.kill();
  await screen?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the app with its hub named on the command line, and pairs it. */
async function open(args: readonly string[]): Promise<Page> {
  app = await launchShell({
    app: "display",
    userData: join(folder, "app"),
    display: screen.display,
    args: [`--hub=${hub.url}`, ...args],
    env: {},
  });
  const page = await app.firstWindow();
  const code = await page.getByTestId("pairing-code").innerText();
  const body = { code, role: "display", name: "display", counterId: null, zone: null };
  const reply = await fetch(`${hub.url}/api/launcher/pair`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(reply.ok).toBe(true);
  return page;
}

describe.skipIf(!hasElectron)("the wall as an app", () => {
  it("fills its monitor, and speaks without a touch, with the voice it brings", async () => {
    const page = await open([]);
    await page.getByTestId("sound-on").waitFor();
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1_920, 1_080]);
    const pack = await page.evaluate(async () => (await fetch("/voice/vi/manifest.json")).status);
    expect(pack).toBe(200);
  });
});
