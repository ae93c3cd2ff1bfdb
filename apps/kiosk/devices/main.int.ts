import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVirtualScanner } from "@luot/simulators";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const MAIN = join(import.meta.dirname, "main.ts");
const SOON = { timeout: 30_000 };
/** Nobody is there: what is tested here needs no hub. */
const HUB = "http://127.0.0.1:9";

interface Message {
  readonly kind: string;
}

interface Running {
  readonly child: ChildProcess;
  readonly heard: readonly Message[];
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

let folder: string;
let running: Running[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "luot-devices-"));
  running = [];
});

afterEach(async () => {
  for (const { child } of running) child.kill("SIGKILL");
  await Promise.all(running.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

function run(devices: {
  readonly printer: string | null;
  readonly scanner: string | null;
}): Running {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
  const heard: Message[] = [];
  let output = "";
  child.on("message", (message: Message) => heard.push(message));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  child.send({ kind: "start", hubUrl: HUB, folder, ...devices });
  const made = { child, heard, output: () => output, ended };
  running.push(made);
  return made;
}

async function isHeard({ heard }: Running, kind: string): Promise<void> {
  await vi.waitFor(() => expect(heard.map((message) => message.kind)).toContain(kind), SOON);
}

const NONE = { printer: null, scanner: null };

describe("the process of the devices", () => {
  it("begins without hub, printer and scanner, whatever their addresses are", async () => {
    const devices = run({ printer: "ftp://nowhere", scanner: "tcp://192.0.2.1:9" });
    await isHeard(devices, "ready");
    devices.child.send({ kind: "ping" });
    devices.child.send({ kind: "watch" });
    devices.child.send("nonsense");
    await isHeard(devices, "pong");
    await isHeard(devices, "state");
    await vi.waitFor(() => {
      for (const words of ["printer's address", "scanner's address", "message of the app"])
        expect(devices.output()).toContain(words);
    }, SOON);
  });

  it("ends with the app, and lets its book go", async () => {
    const first = run(NONE);
    await isHeard(first, "ready");
    first.child.disconnect();
    expect(await first.ended).toBe(0);
    await isHeard(run(NONE), "ready");
  });

  it("does not begin beside another, so that a number is never given twice", async () => {
    await isHeard(run(NONE), "ready");
    const second = run(NONE);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain("ends after a fault");
  });

  it("hands a scan to the screen, and notes no word of it", async () => {
    const scanner = await createVirtualScanner({ port: 0, host: "127.0.0.1" });
    const devices = run({ printer: null, scanner: `tcp://127.0.0.1:${scanner.port}` });
    await isHeard(devices, "ready");
    devices.child.send({ kind: "watch" });
    await isHeard(devices, "state");
    await scanner.plugged();
    scanner.scan("001099000001|NGUYEN VAN A", "]Q1");
    await isHeard(devices, "scan");
    expect(JSON.stringify(devices.heard)).toContain("NGUYEN");
    devices.child.disconnect();
    expect(await devices.ended).toBe(0);
    expect(devices.output()).not.toContain("NGUYEN");
    await scanner.close();
  });
});
