import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { SCANNER_VENDORS } from "./describeDevices.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [MAIN, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  );

describe("luot-scanner", () => {
  it("prints rules that let in every vendor it knows, and nobody else", async () => {
    const { code, stdout } = await run("udev-rules");
    const rules = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(code).toBe(0);
    expect(rules.map((rule) => rule.slice(0, rule.indexOf(",")))).toEqual([
      'SUBSYSTEM=="hidraw"',
      'SUBSYSTEM=="tty"',
    ]);
    const vendors = rules.map((rule) => /idVendor\}=="([^"]+)"/.exec(rule)?.[1]?.split("|"));
    expect(vendors).toEqual([[...SCANNER_VENDORS], [...SCANNER_VENDORS]]);
  });

  it("explains itself", async () => {
    expect(await run("--help")).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([
    [[], "No command was given."],
    [["scan"], "Unknown command: scan"],
    [["list", "all"], "What is 'all'?"],
    [["list", "--all"], "Unknown option"],
    [["test", "--profile", "x"], "--profile takes auto or a name, not 'x'"],
    [["test", "--for", "0"], "--for takes seconds from 1 to 86400, not '0'"],
    [["test", "--scanner", "tcp://192.0.2.1:9120"], "must be on this machine"],
  ])("refuses the call %j", async (args, why) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(why);
  });

  it("ends with 1 when the scanner never came", async () => {
    const { code, stderr } = await run("test", "--scanner", "serial:/dev/ttyLUOT0", "--for", "1");
    expect(code).toBe(1);
    expect(stderr).toContain("No scanner yet");
  });
});
