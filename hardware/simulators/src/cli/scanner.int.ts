import { spawn } from "node:child_process";
import { connect } from "node:net";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { encodeHidPosReports } from "../scanner/encodeHidPosReports.ts";

const CLI = resolve(import.meta.dirname, "scanner.ts");

/** Runs the command; `said` grows while it does. */
function run(...args: readonly string[]) {
  const child = spawn(process.execPath, [CLI, ...args]);
  let said = "";
  const hear = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const code = new Promise<number | null>((done) => child.once("exit", (exit) => done(exit)));
  return { child, code, said: () => said };
}

/** What a computer hears until the cable is pulled. */
function listenTo(port: number): Promise<Buffer> {
  return new Promise((done, fail) => {
    const heard: Buffer[] = [];
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("data", (bytes) => heard.push(bytes));
    socket.once("error", fail);
    socket.once("close", () => done(Buffer.concat(heard)));
  });
}

const portIn = (said: string): number => Number(/127\.0\.0\.1:(\d+)/.exec(said)?.[1] ?? 0);

it("reads one code for the device that comes, then pulls its cable", async () => {
  const { code, said } = run("H56.29-250401-0003", "--aim", "]C0", "--port", "0");
  await expect.poll(() => portIn(said())).toBeGreaterThan(0);
  const heard = await listenTo(portIn(said()));
  expect(heard).toEqual(Buffer.concat(encodeHidPosReports("H56.29-250401-0003", "]C0")));
  expect(await code).toBe(0);
});

it("reads each line that is typed", async () => {
  const { child, code, said } = run("--port", "0");
  await expect.poll(() => portIn(said())).toBeGreaterThan(0);
  child.stdin.write("too early\n");
  await expect.poll(said).toContain("not read");
  const heard = listenTo(portIn(said()));
  await expect.poll(said).toContain("A device listens");
  child.stdin.end("A012\n\nB013\n");
  const read = ["A012", "B013"].flatMap((text) => encodeHidPosReports(text, "]Q1"));
  expect(await heard).toEqual(Buffer.concat(read));
  expect(await code).toBe(0);
});

it.each([
  [["--aim", "Q1"], "--aim"],
  [["a", "b"], "One code"],
  [["x", "--port", "99999"], "--port"],
  [["--nonsense"], "nonsense"],
])("refuses %j and says why", async (args, why) => {
  const { code, said } = run(...args);
  expect([await code, said()]).toEqual([2, expect.stringContaining(why)]);
});

it("says what to do when no device comes", async () => {
  const { code, said } = run("A012", "--port", "0", "--wait", "1");
  expect(await code).toBe(1);
  expect(said()).toContain("--scanner tcp://");
});
