import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../lib/paths.mjs";

// What dpkg runs, on a machine of files: no test machine runs systemd itself.

const SERVICE = join(ROOT, "apps", "hub", "service");
const WANTS = "etc/systemd/system/multi-user.target.wants";
const PLAIN = ["getent", "useradd", "usermod", "userdel", "udevadm", "install"];
/** Keeps whether the hub is switched on and whether it runs, and notes what it was told. */
const SYSTEMCTL = `#!/bin/sh
echo "$*" >>"$MACHINE/told"
case "$1" in
  enable) ln -s nowhere "$MACHINE/${WANTS}/luot-hub.service" ;;
  disable) rm -f "$MACHINE/${WANTS}/luot-hub.service" ;;
  start|restart) touch "$MACHINE/active" ;;
  stop) rm -f "$MACHINE/active" ;;
  try-restart) if [ -e "$MACHINE/active" ]; then echo "restarted" >>"$MACHINE/told"; fi ;;
  is-active) [ -e "$MACHINE/active" ] ;;
esac
`;
let machine: string;

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), "luot-scripts-"));
  for (const folder of ["bin", "run/systemd/system", "var/lib/luot", WANTS])
    mkdirSync(join(machine, folder), { recursive: true });
  for (const name of PLAIN) symlinkSync("/bin/true", join(machine, "bin", name));
  writeFileSync(join(machine, "bin", "systemctl"), SYSTEMCTL, { mode: 0o755 });
  writeFileSync(join(machine, "var/lib/luot/hub.db"), "");
});

afterEach(() => rmSync(machine, { recursive: true, force: true }));

/** Runs a script as dpkg would, and tells what systemd was told meanwhile. */
function run(name: "postinst" | "prerm" | "postrm", ...args: readonly string[]): readonly string[] {
  const script = readFileSync(join(SERVICE, `${name}.sh`), "utf8");
  const here = script.replaceAll(/\/(?=(?:run|var|etc)\/)/gu, `${machine}/`);
  const told = join(machine, "told");
  rmSync(told, { force: true });
  const env = { PATH: `${join(machine, "bin")}:${process.env["PATH"] ?? ""}`, MACHINE: machine };
  const ran = spawnSync("sh", ["-e", "-s", "--", ...args], { input: here, env, encoding: "utf8" });
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  return existsSync(told) ? readFileSync(told, "utf8").trim().split("\n") : [];
}

const isActive = (): boolean => existsSync(join(machine, "active"));
const isEnabled = (): boolean =>
  spawnSync("test", ["-L", join(machine, WANTS, "luot-hub.service")]).status === 0;
const first = (): unknown => run("postinst", "configure");
const again = (): readonly string[] => run("postinst", "configure", "0.1.0");

function remove(): void {
  run("prerm", "remove");
  run("postrm", "remove");
}

describe.skipIf(process.platform === "win32")("the scripts of the hub's package", () => {
  it("switch the hub on and start it where its data are there", () => {
    first();
    expect([isEnabled(), isActive()]).toEqual([true, true]);
  });

  it("start a hub that runs anew when it is upgraded, and leave a stopped one stopped", () => {
    first();
    run("prerm", "upgrade", "0.2.0");
    expect([again().includes("restarted"), isActive()]).toEqual([true, true]);
    rmSync(join(machine, "active"));
    expect([again().includes("restarted"), isActive()]).toEqual([false, false]);
  });

  it("bring back a hub that was removed and is installed again as it was", () => {
    first();
    remove();
    expect(isActive()).toBe(false);
    again();
    expect([isEnabled(), isActive()]).toEqual([true, true]);
  });

  it("leave off what somebody has switched off, over a removal too", () => {
    first();
    rmSync(join(machine, "active"));
    rmSync(join(machine, WANTS, "luot-hub.service"));
    remove();
    again();
    expect([isEnabled(), isActive()]).toEqual([false, false]);
  });

  it("leave nothing of the service behind when all is purged", () => {
    first();
    remove();
    run("postrm", "purge");
    expect(isEnabled()).toBe(false);
    first();
    expect([isEnabled(), isActive()]).toEqual([true, true]);
  });
});
