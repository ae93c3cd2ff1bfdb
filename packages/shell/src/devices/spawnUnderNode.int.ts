import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DeviceChild } from "./DeviceChild.ts";
import { spawnUnderNode } from "./spawnUnderNode.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-devices-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, node = process.execPath) {
  const file = join(folder, "devices.mjs");
  writeFileSync(file, script);
  const seen = { messages: [] as unknown[], lines: [] as string[], ends: [] as string[] };
  const child: DeviceChild = spawnUnderNode(node, file, {
    onMessage: (message) => seen.messages.push(message),
    onLine: (line) => seen.lines.push(line),
    onEnd: (why) => seen.ends.push(why),
  });
  return { child, seen };
}

const ECHO = `process.on("message", (message) => process.send({ echo: message }));`;
const HANG = `process.send({ kind: "ready" }); setTimeout(() => { for (;;); }, 10);`;

describe("devices under a Node of their own", () => {
  it("hear and say what structured clone can carry, and speak into the log", async () => {
    const { child, seen } = run(`new Buffer(1); ${ECHO} console.error("one\\ntwo");`);
    const message = { kind: "state", at: 1, list: [null, undefined] };
    child.post(message);
    await vi.waitFor(() => expect(seen.messages).toEqual([{ echo: message }]), 10_000);
    await vi.waitFor(() => expect(seen.lines).toEqual(["one", "two"]), 10_000);
    child.kill();
    await vi.waitFor(() => expect(seen.ends).toEqual(["SIGKILL"]), 10_000);
    child.post(message);
  });

  it("are ended also when they hang", async () => {
    const { child, seen } = run(HANG);
    await vi.waitFor(() => expect(seen.messages).toHaveLength(1), 10_000);
    child.kill();
    await vi.waitFor(() => expect(seen.ends).toEqual(["SIGKILL"]), 10_000);
  });

  it.each([
    ["end by themselves", "process.exitCode = 3;", "exit 3"],
    ["fall", `throw new Error("broken");`, "exit 1"],
    ["close their ear and stay", `process.disconnect(); setInterval(() => {}, 1000);`, "SIGKILL"],
  ])("tell once that they %s", async (_name, script, why) => {
    const { seen } = run(script);
    await vi.waitFor(() => expect(seen.ends).toEqual([why]), 10_000);
  });

  it("tell that there is no such Node, as an end and not as a fault of the app", async () => {
    const { seen, child } = run(ECHO, join(folder, "no-node"));
    child.post({ kind: "ping" });
    await vi.waitFor(() => expect(seen.ends).toHaveLength(1), 10_000);
    expect(seen.ends[0]).toContain("ENOENT");
    child.kill();
  });
});
