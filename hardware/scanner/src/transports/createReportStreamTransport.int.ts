import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { silentLogger } from "@luot/kit";
import { afterEach, describe, expect, it } from "vitest";
import { HID_POS_PROFILES } from "../codec/hidPosProfiles.ts";
import { createScanner } from "../createScanner.ts";
import type { Scanner } from "../Scanner.ts";
import { encodeHidPosReports } from "../testing/encodeHidPosReports.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A virtual scanner on this machine that hands over its connections. */
async function aServer(port: number): Promise<{ server: Server; port: number; sockets: Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.setNoDelay(true);
    sockets.push(socket);
  });
  server.listen({ port, host: "127.0.0.1" });
  await once(server, "listening");
  closers.push(() => unplug(server, sockets));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  return { server, port: address.port, sockets };
}

function unplug(server: Server, sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.destroy();
  server.close();
}

function aScanner(port: number) {
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const profile = HID_POS_PROFILES.generic;
  const made = createScanner(`tcp://127.0.0.1:${port}`, { profile, clock, log: silentLogger });
  if (!made.ok) throw new Error(made.error);
  const scanner: Scanner = made.value;
  const told: string[] = [];
  scanner.onScan((scan) => told.push(scan.text));
  scanner.onRefused(({ reason }) => told.push(reason));
  scanner.onHealth((health) => told.push(health));
  closers.push(() => scanner.close());
  return { scanner, told };
}

describe("a scanner over a stream of reports", () => {
  it("reads whatever pieces the reports come in, and survives unplug and replug", async () => {
    const { server, port, sockets } = await aServer(0);
    const { scanner, told } = aScanner(port);
    await scanner.open();
    await expect.poll(() => sockets.length).toBe(1);
    const text = "Tiếng Việt ".repeat(20).trim();
    for (const report of encodeHidPosReports(text, "]Q1")) {
      sockets[0]?.write(report.subarray(0, 7));
      await setTimeout(20); // or both pieces would arrive as one
      sockets[0]?.write(report.subarray(7));
    }
    await expect.poll(() => told).toEqual(["ready", text]);

    sockets[0]?.write(encodeHidPosReports("half".repeat(30), "]Q1")[0]?.subarray(0, 64) ?? "");
    sockets[0]?.write(Uint8Array.of(2, 4, 0x5d)); // the cable is pulled in the middle of a report
    sockets[0]?.end();
    unplug(server, []);
    await expect.poll(() => told.slice(2)).toEqual(["incomplete", "lost"]);

    const again = await aServer(port);
    await expect.poll(() => again.sockets.length, { timeout: 10_000 }).toBe(1);
    again.sockets[0]?.write(encodeHidPosReports("A012", "]C0")[0] ?? "");
    await expect.poll(() => told.slice(4)).toEqual(["ready", "A012"]);
  });

  it("refuses 16 MiB of a scan that never ends once, and reads the next", async () => {
    const { port, sockets } = await aServer(0);
    const { scanner, told } = aScanner(port);
    await scanner.open();
    await expect.poll(() => sockets.length).toBe(1);
    const socket = sockets[0];
    if (socket === undefined) throw new Error("no connection");
    const chain = encodeHidPosReports("x".repeat(112), "]Q1")[0] ?? new Uint8Array();
    const endless = new Uint8Array(64 * 1024);
    for (let at = 0; at < endless.length; at += 64) endless.set(chain, at);
    for (let i = 0; i < 256; i++) if (!socket.write(endless)) await once(socket, "drain");
    for (const report of encodeHidPosReports("", "]Q1")) socket.write(report);
    for (const report of encodeHidPosReports("A012", "]C0")) socket.write(report);
    await expect.poll(() => told, { timeout: 30_000 }).toEqual(["ready", "too_long", "A012"]);
  });

  it("closes in the middle of it all", async () => {
    const { port, sockets } = await aServer(0);
    const { scanner } = aScanner(port);
    await scanner.open();
    await expect.poll(() => sockets.length).toBe(1);
    await scanner.close();
    await expect.poll(() => sockets[0]?.readableEnded ?? sockets[0]?.destroyed).toBe(true);
    expect(scanner.health).toBe("lost");
  });
});
