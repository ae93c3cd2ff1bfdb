import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readUnit } from "../testing/readUnit.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const APPS = ["kiosk", "display"] as const;
const unitPath = (app: string): string => join(ROOT, "apps", app, "service", `luot-${app}.service`);

const hasAnalyze = spawnSync("systemd-analyze", ["--version"]).status === 0;
if (!hasAnalyze)
  process.stdout.write("Not run: the check of the units by systemd, for it is not installed.\n");

/** What systemd says of a unit. It would look for the program, which is not installed here. */
function verify(app: string): string {
  const folder = mkdtempSync(join(tmpdir(), "luot-unit-"));
  try {
    const path = join(folder, `luot-${app}.service`);
    const text = readFileSync(unitPath(app), "utf8").replace(`/usr/bin/luot-${app}`, "/bin/true");
    writeFileSync(path, text);
    const env = { ...process.env, XDG_RUNTIME_DIR: folder };
    const run = spawnSync("systemd-analyze", ["--user", "--man=no", "verify", path], { env });
    return `${run.stderr.toString()}${run.status === 0 ? "" : `ended with ${run.status}`}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(APPS)("the unit of the %s", (app) => {
  it.skipIf(!hasAnalyze)("has nothing that systemd complains of", () => {
    expect(verify(app)).toBe("");
  });

  it("starts the app again after any end but an administrator's, without ever giving up", () => {
    expect(readUnit(unitPath(app))).toMatchObject({
      Unit: { StartLimitIntervalSec: ["0"] },
      Service: {
        Environment: ["LUOT_SUPERVISED=1"],
        ExecStart: [`/usr/bin/luot-${app} $LUOT_OPTIONS`],
        Restart: ["always"],
        RestartSec: ["1"],
        RestartPreventExitStatus: ["40"],
        KillMode: ["control-group"],
      },
    });
  });
});

/** The elements of a document that are not closed, or not in order. */
function leftOpen(xml: string): readonly string[] {
  let open: readonly string[] = [];
  for (const [, end, name = "", self] of xml.matchAll(/<(\/?)([A-Za-z]+)[^>]*?(\/?)>/gu)) {
    if (self === "/") continue;
    if (end === "/" && open.at(-1) !== name) return [...open, `/${name}`];
    open = end === "/" ? open.slice(0, -1) : [...open, name];
  }
  return open;
}

describe("the task of Windows", () => {
  const folder = join(ROOT, "packages", "shell", "service", "windows");
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");

  it("is well-formed, and all that stands open in it is filled in by the script", () => {
    const task = read("luot-task.xml");
    expect(leftOpen(task)).toEqual([]);
    const asked = new Set(task.match(/\{\{[A-Z]+\}\}/gu));
    expect(asked.size).toBe(3);
    for (const word of asked) expect(read("register.ps1")).toContain(`'${word}'`);
  });

  it("agrees with the units on what a close on purpose is", () => {
    expect(read("supervise.ps1")).toContain("$closedOnPurpose = 40");
    expect(read("supervise.ps1")).toContain("$env:LUOT_SUPERVISED = '1'");
  });
});
