import { expect, it } from "vitest";
import { createDeviceLog } from "./createDeviceLog.ts";

function logged(run: (log: ReturnType<typeof createDeviceLog>) => void): unknown[] {
  const lines: string[] = [];
  run(createDeviceLog((line) => lines.push(line)));
  return lines.map((line) => {
    expect(line.endsWith("\n") && line.indexOf("\n") === line.length - 1).toBe(true);
    return JSON.parse(line) as unknown;
  });
}

it("writes one line of JSON for each word", () => {
  const lines = logged((log) => {
    log.info("one\ntwo", { n: 1 });
    log.warn("three");
    log.debug("nobody reads this");
  });
  expect(lines).toMatchObject([
    { level: "info", message: "one\ntwo", n: 1 },
    { level: "warn", message: "three" },
  ]);
});

it("names an error, and keeps its words to itself, for they may be what was scanned", () => {
  const cause = Object.assign(new TypeError("NGUYEN VAN A 001099000001"), { code: "EPIPE" });
  const lines = logged((log) => log.error("it broke", { cause }));
  expect(lines).toMatchObject([
    { level: "error", cause: expect.stringMatching(/^TypeError EPIPE at .*createDeviceLog/u) },
  ]);
  expect(JSON.stringify(lines)).not.toContain("NGUYEN");
});
