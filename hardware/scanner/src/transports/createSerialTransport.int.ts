import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@luot/kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HID_POS_PROFILES } from "../codec/hidPosProfiles.ts";
import { createScanner } from "../createScanner.ts";
import type { Scanner } from "../Scanner.ts";
import { hasTool } from "../testing/hasTool.ts";

const SOCAT = "socat";
const canRun =
  process.platform === "linux" && hasTool(SOCAT, "socat", "serial scanners over a pty");

let folder = "";
const closers: (() => unknown)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "luot-serial-"));
});
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
  await rm(folder, { recursive: true, force: true });
});

/** A serial line whose other end is the standard input of a process. */
async function aLine(): Promise<{ socat: ChildProcess; path: string }> {
  const link = join(folder, `line${closers.length}`);
  const socat = spawn(SOCAT, ["-u", "STDIO", `PTY,link=${link},raw,echo=0`], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  closers.push(() => pull(socat));
  await expect.poll(() => readlink(link).catch(() => "")).toMatch(/^\/dev\/pts\//);
  return { socat, path: await readlink(link) };
}

async function pull(socat: ChildProcess): Promise<void> {
  if (socat.exitCode !== null || socat.signalCode !== null) return;
  const gone = once(socat, "exit");
  socat.kill();
  await gone;
}

function aScanner(address: string) {
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const profile = HID_POS_PROFILES.generic;
  const made = createScanner(address, { profile, clock, log: silentLogger });
  if (!made.ok) throw new Error(made.error);
  const scanner: Scanner = made.value;
  const told: string[] = [];
  scanner.onScan((scan) => told.push(scan.text));
  scanner.onRefused(({ reason }) => told.push(reason));
  scanner.onHealth((health) => told.push(health));
  closers.push(() => scanner.close());
  return { scanner, told };
}

describe.skipIf(!canRun)("a scanner on a serial line", () => {
  it("reads UTF-8 lines, and is lost when the line goes", async () => {
    const { socat, path } = await aLine();
    const { scanner, told } = aScanner(`serial:${path}?baud=9600`);
    await scanner.open();
    socat.stdin?.write("Tiếng Việt\r");
    await expect.poll(() => told).toEqual(["ready", "Tiếng Việt"]);
    socat.stdin?.write(Uint8Array.of(0x41, 0xc3, 0x28, 0x0d));
    socat.stdin?.write(Uint8Array.of(0x42, 0x1b, 0x0a));
    await expect.poll(() => told.slice(2)).toEqual(["invalid_utf8", "B"]);
    await pull(socat);
    await expect.poll(() => told.slice(4), { timeout: 10_000 }).toEqual(["lost"]);
  });

  it("waits for a line that is not there", async () => {
    const { scanner, told } = aScanner("serial:/dev/ttyLUOT0");
    await scanner.open();
    expect(scanner.health).toBe("lost");
    expect(told).toEqual([]);
  });

  it("lets nobody else open the line, and gives it back when closed", async () => {
    const { path } = await aLine();
    const first = aScanner(`serial:${path}`);
    await first.scanner.open();
    const second = aScanner(`serial:${path}`);
    await second.scanner.open();
    expect(second.scanner.health).toBe("lost");
    await first.scanner.close();
    await expect.poll(() => second.scanner.health, { timeout: 10_000 }).toBe("ready");
  });
});
