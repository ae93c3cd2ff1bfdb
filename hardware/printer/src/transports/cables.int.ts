import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ByteTransport, TransportError } from "../ByteTransport.ts";
import { createDeviceFileTransport } from "./createDeviceFileTransport.ts";
import { createSerialTransport } from "./createSerialTransport.ts";

/** A cable without a printer: Debian's package socat. */
const SOCAT = "socat";
const hasSocat = canRun(SOCAT);
if (!hasSocat)
  process.stderr.write(
    "NOT RUN: serial and device-file printers: socat is missing (Debian: socat)\n",
  );

const never = new AbortController().signal;
/** More than pseudo-terminals and sockets hold together. */
const LARGE = Uint8Array.from({ length: 8_000_000 }, (_, at) => at % 251);

function canRun(program: string): boolean {
  try {
    execFileSync(program, ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    // Not installed: said above.
    return false;
  }
}

let folder = "";
let cable: ChildProcess;
let server: Server;
let printer: Socket;
let heardByPrinter: Uint8Array[];
let transport: ByteTransport;

/** A cable from a device file to a socket that plays the printer. @returns the file's path */
async function plug(): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), "luot-cable-"));
  const near = join(folder, "near");
  heardByPrinter = [];
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const arrived = new Promise<Socket>((resolve) => server.once("connection", resolve));
  const { port } = server.address() as AddressInfo;
  cable = spawn(SOCAT, [`pty,raw,echo=0,link=${near}`, `tcp:127.0.0.1:${port}`], {
    stdio: "ignore",
  });
  printer = await arrived;
  printer.on("error", () => undefined); // the cable is pulled at the end
  await expect.poll(() => existsSync(near)).toBe(true);
  return near;
}

/** Starts the printer's reading; before it, nothing is taken off the cable. */
function readOn(): void {
  printer.on("data", (bytes) => heardByPrinter.push(bytes));
}

const heard = (): Buffer => Buffer.concat(heardByPrinter);

async function unplug(): Promise<void> {
  await transport.close();
  cable.kill();
  printer.destroy();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

describe.skipIf(!hasSocat).each([
  ["a device file", (path: string) => createDeviceFileTransport({ path, stallTimeoutMs: 300 })],
  ["a serial port", (path: string) => createSerialTransport({ path, baudRate: 115_200 })],
])("%s", (_kind, make) => {
  beforeEach(async () => {
    transport = make(await plug());
  });

  afterEach(unplug);

  it("takes a whole ticket to a printer that reads slowly, byte for byte", async () => {
    setTimeout(readOn, 100);
    await transport.write(LARGE, never);
    await expect.poll(() => heard().length).toBe(LARGE.length);
    expect(heard().equals(Buffer.from(LARGE))).toBe(true);
  });

  it("brings back what the printer says, in order", async () => {
    const said: number[] = [];
    transport.onData((bytes) => said.push(...bytes));
    readOn();
    await transport.write(Uint8Array.of(0x10, 4, 1), never);
    await expect.poll(() => [...heard()]).toEqual([0x10, 4, 1]);
    printer.write(Uint8Array.of(0x12, 0x1a));
    printer.write(Uint8Array.of(0x7e));
    await expect.poll(() => said).toEqual([0x12, 0x1a, 0x7e]);
  });

  it("is opened again after it was closed", async () => {
    readOn();
    await transport.write(Uint8Array.of(1), never);
    await expect.poll(() => heard().length).toBe(1);
    await transport.close();
    await transport.write(Uint8Array.of(2), never);
    await expect.poll(() => [...heard()]).toEqual([1, 2]);
  });

  it("says that nothing left when there is no such printer", async () => {
    const lost = make(join(folder, "none"));
    const failure = await lost.write(Uint8Array.of(1), never).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(TransportError);
    expect(failure).toMatchObject({ hasWritten: false });
  });

  it("gives up a write that is aborted, and says that bytes may be out", async () => {
    const abort = new AbortController();
    const writing = transport.write(LARGE, abort.signal).catch((cause: unknown) => cause);
    await delay(100);
    abort.abort();
    expect(await writing).toMatchObject({ name: "TransportError", hasWritten: true });
  });
});

describe.skipIf(!hasSocat)("a printer on a device file that stalls half-way", () => {
  afterEach(unplug);

  it("is given up after a while, and its job is in doubt", async () => {
    transport = createDeviceFileTransport({ path: await plug(), stallTimeoutMs: 300 });
    const failure = await transport.write(LARGE, never).catch((cause: unknown) => cause);
    expect(failure).toMatchObject({ hasWritten: true, message: "the printer takes nothing" });
  });
});
