import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { electronFolder, keepTestPin, VirtualScreen } from "@luot/shell/testing";
import { openManifest } from "@luot/shell/updates";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, HubProcess, prepareData } from "../../apps/hub/src/testing/HubProcess.ts";
import { sharedSettings } from "../../apps/hub/src/testing/startTestHub.ts";
import { groups, takeNumber } from "../../apps/kiosk/src/testing/KioskInShell.ts";
import { programFolder } from "./buildDesktop.ts";
import { DESKTOP_APPS, type DesktopApp } from "./PackageWish.ts";
import { writeUpdate } from "./updates/writeUpdate.ts";
import { install, run, runWith, whyNoInstall } from "./testing/debMachine.ts";
import { PackagedApp } from "./testing/PackagedApp.ts";

const hasElectron = isLinux() && electronFolder() !== null;
const HERE = import.meta.dirname;
/** All three are made by the same code, and each takes its time: the others by LUOT_ALL_DEBS=1. */
const DEBS: readonly DesktopApp[] = process.env["LUOT_ALL_DEBS"] === "1" ? DESKTOP_APPS : ["kiosk"];
const BUILD_WITHIN_MS = 300_000;
let folder: string;
let out: string;
let hub: HubProcess;
let screen: VirtualScreen;

beforeAll(async () => {
  if (!hasElectron) return;
  folder = mkdtempSync(join(tmpdir(), "luot-packages-"));
  out = join(folder, "out");
  run(process.execPath, [join(HERE, "../update-key.mjs"), "--out", folder]);
  pack([...DEBS, "--targets", "dir,deb", "--sign", join(folder, "luot-update.key")]);
  const others = DESKTOP_APPS.filter((app) => !DEBS.includes(app));
  if (others.length > 0) pack([...others, "--targets", "dir"]);
  await prepareData(join(folder, "hub"), sharedSettings(4), { kiosks: 0, displays: 0 });
  hub = new HubProcess(join(folder, "hub"), await freePort(), ["--limits", "load-test"]);
  await hub.start();
  screen = await VirtualScreen.start(1_080, 1_920);
}, BUILD_WITHIN_MS);

afterAll(async () => {
  if (!hasElectron) return;
  await hub?.kill();
  await screen?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function isLinux(): boolean {
  if (process.platform !== "linux") process.stdout.write("Not run: packages, but on Linux.\n");
  return process.platform === "linux";
}

function pack(args: readonly string[]): void {
  const main = join(HERE, "main.ts");
  const { code, output } = run(process.execPath, [main, ...args, "--test-runtime", "--out", out]);
  if (code !== 0) throw new Error(output);
}

const program = (app: DesktopApp): string => join(programFolder(join(out, app)), `luot-${app}`);

/** Starts an app that has a PIN, and no hub yet when its folder is new. */
function openIn(userData: string, path: string): Promise<PackagedApp> {
  keepTestPin(userData);
  return PackagedApp.start(path, { userData, display: screen.display });
}

/** Confirms the code that a page shows, as somebody at the hub would. */
async function pair(page: Page, role: DesktopApp): Promise<void> {
  const code = await page.getByTestId("pairing-code").innerText();
  const counterId = role === "counter" ? "q01" : null;
  const reply = await fetch(`${hub.url}/api/launcher/pair`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, role, name: role, counterId, zone: null }),
  });
  expect(reply.ok).toBe(true);
}

/** From the first start to being paired: the hub, the counter where it is one, the code. */
async function setUp({ page }: PackagedApp, app: DesktopApp): Promise<void> {
  await page.getByTestId("hub-address").fill(hub.url);
  await page.getByTestId("hub-address").press("Enter");
  if (app === "counter") await page.getByTestId("pick-q01").click();
  await pair(page, app);
}

/** What shows that each app is at its work, or at the person who works with it. */
const AT_WORK: Readonly<Record<DesktopApp, (page: Page) => Promise<void>>> = {
  kiosk: async (page) => {
    await groups(page).first().waitFor();
    // By the device process: its database, its fonts and its drivers are there too.
    expect(await takeNumber(page)).toMatch(/^[A-Z]\d{3}$/u);
  },
  counter: (page) => page.getByTestId("sign-in-username").waitFor(),
  display: async (page) => {
    await page.getByTestId("sound-on").waitFor();
    const pack = await page.evaluate(async () => (await fetch("/voice/vi/manifest.json")).status);
    expect(pack).toBe(200);
  },
};

describe.skipIf(!hasElectron)("packaged apps", () => {
  it.each(DESKTOP_APPS)("%s asks for its hub, is paired, and is at work", async (app) => {
    const packaged = await openIn(mkdtempSync(join(folder, `${app}-`)), program(app));
    try {
      expect(packaged.page.url()).toBe(`app://luot/${app}/`);
      expect(packaged.said).toContain("this package holds an Electron for tests");
      await setUp(packaged, app);
      await AT_WORK[app](packaged.page);
    } finally {
      expect(await packaged.end()).toBe(true);
    }
  });

  it.each(DESKTOP_APPS)("%s has its fuses set, as read from its binary", async (app) => {
    const wire = await getCurrentFuseWire(program(app));
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE));
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE));
  });

  it.each(DESKTOP_APPS)(
    "%s is marked as not for use, and holds nothing it does not need",
    (app) => {
      const resources = join(programFolder(join(out, app)), "resources");
      const expected = ["TEST-RUNTIME.txt", "app.asar"];
      if (app === "kiosk") expected.push("app.asar.unpacked", "node");
      expect(readdirSync(resources).toSorted()).toEqual(expected.toSorted());
      const size = statSync(join(resources, "app.asar")).size;
      expect(size).toBeLessThan(6_000_000);
    },
  );

  it("are not taken for built when the last step failed", () => {
    const main = join(HERE, "main.ts");
    const args = ["counter", "--targets", "dir", "--test-runtime", "--out", join(folder, "none")];
    // An Electron in whose binary no fuse is found.
    const broken = join(folder, "broken");
    mkdirSync(join(broken, "resources"), { recursive: true });
    for (const name of ["electron", "version"]) writeFileSync(join(broken, name), "1.2.3");
    const failed = runWith({ LUOT_ELECTRON: broken }, process.execPath, [main, ...args]);
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.output).toContain("Not packaged:");
  });

  it.each(DEBS)("%s is signed as an update by the key that was named", (app) => {
    const updates = join(out, "updates", app);
    const key = createPublicKey(readFileSync(join(folder, "luot-update.pub"), "utf8"));
    const manifest = openManifest(readFileSync(join(updates, "deb-x64.json"), "utf8"), key);
    expect(manifest).toMatchObject({ ok: true, value: { version: "0.1.0-testruntime" } });
    if (!manifest.ok) return;
    const body = readFileSync(join(updates, manifest.value.file));
    expect(createHash("sha512").update(body).digest("hex")).toBe(manifest.value.sha512);
  });
});

const NAMES = DEBS.map((app) => `luot-${app}`);
const why = hasElectron
  ? whyNoInstall(
      NAMES,
      NAMES.map((name) => `/opt/${name}`),
    )
  : "no Electron";

/** Whether an installed app takes a newer package from its hub, and says where it lies. */
async function takesUpdate(app: DesktopApp, userData: string): Promise<boolean> {
  const [name, version] = [`luot-${app}_9.9.9_amd64.deb`, "9.9.9"];
  writeFileSync(join(folder, name), "a newer one");
  const key = createPrivateKey(readFileSync(join(folder, "luot-update.key"), "utf8"));
  writeUpdate({ app, version, file: join(folder, name), key }, join(folder, "hub"));
  const packaged = await openIn(userData, `/usr/bin/luot-${app}`);
  try {
    await expect
      .poll(() => packaged.said, { timeout: 60_000, interval: 200 })
      .toContain("an update is ready");
    return existsSync(join(userData, "updates", "update", name));
  } finally {
    await packaged.end();
  }
}

/** Where each package puts what belongs to the system. */
const OF_SYSTEM: Readonly<Record<DesktopApp, readonly string[]>> = {
  kiosk: [
    "lib/udev/rules.d/70-luot-kiosk-scanner.rules",
    "lib/udev/rules.d/70-luot-kiosk-printer.rules",
    "lib/systemd/user/luot-kiosk.service",
  ],
  counter: [],
  display: ["lib/systemd/user/luot-display.service"],
};

describe.skipIf(why !== null)("a Debian package", () => {
  it.each(DEBS)("installs a %s that works, and is gone after a purge", async (app) => {
    const name = `luot-${app}`;
    const files = [`share/applications/${name}.desktop`, `bin/${name}`, ...OF_SYSTEM[app]];
    const isThere = (): boolean[] => files.map((file) => existsSync(join("/usr", file)));
    try {
      const deb = readdirSync(join(out, app)).find((file) => file.endsWith(".deb")) ?? "";
      await install(join(out, app, deb));
      const helper = statSync(`/opt/${name}/chrome-sandbox`);
      expect([helper.mode & 0o7777, helper.uid]).toEqual([0o4755, 0]);
      expect(isThere()).toEqual(files.map(() => true));
      expect(run("dpkg", ["--verify", name])).toEqual({ code: 0, output: "" });
      const userData = mkdtempSync(join(folder, `${app}-`));
      const packaged = await openIn(userData, `/usr/bin/${name}`);
      try {
        await setUp(packaged, app);
        await AT_WORK[app](packaged.page);
      } finally {
        expect(await packaged.end()).toBe(true);
      }
      expect(await takesUpdate(app, userData)).toBe(true);
      // As an upgrade does: the program that runs is the old one until it is started anew.
      const upgraded = run("dpkg", ["--install", join(out, app, deb)]);
      expect(upgraded.output).toContain(`${name} that runs is still the one before`);
    } finally {
      run("dpkg", ["--purge", name]);
    }
    expect(existsSync(`/opt/${name}`)).toBe(false);
    expect(isThere()).toEqual(files.map(() => false));
  });
});
