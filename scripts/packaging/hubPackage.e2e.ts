import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { install, run, whyNoInstall } from "./testing/debMachine.ts";

const DATA = "/var/lib/luot";
const EXAMPLE = "/opt/luot-hub/apps/hub/demo/centre.json";
const why = whyNoInstall(["luot-hub"], ["/opt/luot-hub", DATA]);
const hasAnalyze = run("systemd-analyze", ["--version"]).code === 0;
if (!hasAnalyze) process.stdout.write("Not run: the check of the hub's unit, without systemd.\n");
const hadUser = run("getent", ["passwd", "luot"]).code === 0;
const hasSystemctl = run("systemctl", ["--version"]).code === 0;
let folder: string;
let deb: string;
let said: string;

beforeAll(async () => {
  if (why !== null) return;
  folder = mkdtempSync(join(tmpdir(), "luot-hub-package-"));
  const main = join(import.meta.dirname, "main.ts");
  const built = run(process.execPath, [main, "hub", "--targets", "deb", "--out", folder]);
  if (built.code !== 0) throw new Error(built.output);
  const file = readdirSync(join(folder, "hub")).find((name) => name.endsWith(".deb")) ?? "";
  deb = join(folder, "hub", file);
  said = await install(deb);
}, 300_000);

afterAll(() => {
  if (why !== null) return;
  run("dpkg", ["--purge", "luot-hub"]);
  rmSync(DATA, { recursive: true, force: true });
  if (!hadUser) run("userdel", ["luot"]);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the hub as root would by hand; resolves with its address once it is ready. */
function start(): { readonly child: ChildProcess; readonly url: Promise<string> } {
  const args = ["start", "--host", "127.0.0.1", "--port", "0"];
  const child = spawn("luot-hub", args, { stdio: ["ignore", "pipe", "inherit"] });
  const url = new Promise<string>((done, fail) => {
    child.once("exit", (code) => fail(new Error(`the hub ended with ${String(code)}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /ready: http:\/\/localhost:(\d+)/u.exec(line)?.[1];
      if (found !== undefined) done(`http://127.0.0.1:${found}`);
    });
  });
  return { child, url };
}

const ownerOf = (path: string): string => run("stat", ["-c", "%U %a", path]).output.trim();

const isEnabled = (): string => run("systemctl", ["is-enabled", "luot-hub"]).output.trim();

describe.skipIf(why !== null)("the hub's Debian package", () => {
  it("says what it waits for, and knows its commands", () => {
    expect(said).toContain("luot-hub settings import FILE");
    expect(run("dpkg", ["--verify", "luot-hub"])).toEqual({ code: 0, output: "" });
    const help = run("luot-hub", ["--help"]);
    expect(help.code).toBe(0);
    expect(help.output).toContain("Usage: luot COMMAND");
    expect(run("luot-hub", ["--version"]).output).toMatch(/^\d+\.\d+\.\d+$/mu);
  });

  it("has its own user, to whom its data belong, also when root gave the command", () => {
    expect(ownerOf(DATA)).toBe("luot 700");
    const imported = run("luot-hub", ["settings", "import", EXAMPLE]);
    expect(imported).toMatchObject({ code: 0 });
    expect(ownerOf(join(DATA, "hub.db"))).toMatch(/^luot /u);
  });

  it("serves screens, voices and updates by nothing but what it brought", async () => {
    const { child, url } = start();
    const at = await url;
    const paths = ["/health", "/", "/kiosk/", "/counter/", "/display/", "/phone/"];
    for (const path of [...paths, "/voice/vi/manifest.json"])
      expect([path, (await fetch(at + path)).status]).toEqual([path, 200]);
    expect((await fetch(`${at}/updates/kiosk/deb-x64.json`)).status).toBe(404);
    expect(run("ps", ["-o", "user=", "-p", String(child.pid)]).output.trim()).toBe("luot");
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it.skipIf(!hasAnalyze)("is a service that systemd has nothing to complain of", () => {
    const unit = "/usr/lib/systemd/system/luot-hub.service";
    expect(existsSync(unit)).toBe(true);
    const checked = run("systemd-analyze", ["verify", unit]);
    expect(checked.output).not.toMatch(/luot-hub/u);
  });

  it.skipIf(!hasSystemctl)("is switched on, also once it was removed and installed again", () => {
    expect(isEnabled()).toBe("enabled");
    expect(run("dpkg", ["--remove", "luot-hub"])).toMatchObject({ code: 0 });
    expect(run("dpkg", ["--install", deb])).toMatchObject({ code: 0 });
    expect(isEnabled()).toBe("enabled");
    run("systemctl", ["disable", "luot-hub"]);
    expect(run("dpkg", ["--install", deb])).toMatchObject({ code: 0 });
    expect(isEnabled()).toBe("disabled");
    run("systemctl", ["enable", "luot-hub"]);
  });

  it("keeps the record when it is purged, and says so", () => {
    const purged = run("dpkg", ["--purge", "luot-hub"]);
    expect(purged).toMatchObject({ code: 0 });
    expect(purged.output).toContain("are kept");
    expect(existsSync("/opt/luot-hub")).toBe(false);
    expect(existsSync("/etc/default/luot-hub")).toBe(false);
    const wants = "/etc/systemd/system/multi-user.target.wants/luot-hub.service";
    expect(run("test", ["-L", wants]).code).toBe(1);
    expect(statSync(join(DATA, "hub.db")).size).toBeGreaterThan(0);
  });
});
