import type { LogFields, Logger } from "@luot/kit";
import { expect, it } from "vitest";
import { relayLogLine } from "./relayLogLine.ts";

function aLog() {
  const lines: [string, string, LogFields | undefined][] = [];
  const put = (level: string) => (message: string, fields?: LogFields) =>
    lines.push([level, message, fields]);
  const log: Logger = {
    debug: put("debug"),
    info: put("info"),
    warn: put("warn"),
    error: put("error"),
  };
  return { log, lines };
}

it("keeps level, words and fields of a line of a log, and says where it is from", () => {
  const { log, lines } = aLog();
  const line = { at: "2025", level: "error", app: "x", message: "no paper", state: "lost" };
  relayLogLine(JSON.stringify(line), log);
  expect(lines).toEqual([["error", "no paper", { state: "lost", from: "devices" }]]);
});

it.each(["Error: out of memory", "{", "[]", `{"level":"loud","message":"x"}`])(
  "takes %s for a runtime's last words",
  (line) => {
    const { log, lines } = aLog();
    relayLogLine(line, log);
    expect(lines).toEqual([["warn", "the process of the devices said", { line }]]);
  },
);

it("cuts what has no end, and passes over nothing", () => {
  const { log, lines } = aLog();
  relayLogLine("x".repeat(1_000_000), log);
  relayLogLine("  ", log);
  expect(lines).toEqual([["warn", "the process of the devices said", { line: "x".repeat(2_000) }]]);
});
