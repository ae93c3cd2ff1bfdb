import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { ByteTransport } from "../ByteTransport.ts";
import { createTcpTransport } from "./createTcpTransport.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).toReversed()) close();
});

/** A listener that hands over its connections in order. */
async function aServer(): Promise<{ server: Server; port: number; sockets: Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    sockets.push(socket);
  });
  server.listen({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  return { server, port: address.port, sockets };
}

/** The one connection there is. */
async function theConnection(sockets: readonly Socket[]): Promise<Socket> {
  await expect.poll(() => sockets.length).toBe(1);
  const [socket] = sockets;
  if (socket === undefined) throw new Error("no connection");
  return socket;
}

function aTransport(port: number, changes: { stallTimeoutMs?: number; idleCloseMs?: number }) {
  const transport: ByteTransport = createTcpTransport({
    host: "127.0.0.1",
    port,
    connectTimeoutMs: 3000,
    stallTimeoutMs: 10_000,
    idleCloseMs: 10_000,
    ...changes,
  });
  closers.push(() => void transport.close());
  return transport;
}
const never = new AbortController().signal;
/** More than the buffers of both ends hold. */
const TOO_MUCH = new Uint8Array(64 * 1024 * 1024);

describe("the TCP transport", () => {
  it("says that nothing left when nobody listens, and connects when somebody does", async () => {
    const { server, port } = await aServer();
    server.close();
    await once(server, "close");
    const transport = aTransport(port, {});
    await expect(transport.write(Uint8Array.of(1), never)).rejects.toMatchObject({
      name: "TransportError",
      hasWritten: false,
    });
    const arrived = Promise.withResolvers<Uint8Array>();
    const again = createServer((socket) => socket.once("data", arrived.resolve));
    again.listen({ port, host: "127.0.0.1" });
    await once(again, "listening");
    closers.push(() => void again.close());
    await transport.write(Uint8Array.of(2), never);
    expect([...(await arrived.promise)]).toEqual([2]);
  });

  it("says that something may have left when the link breaks in a write", async () => {
    const { server, port } = await aServer();
    server.once("connection", (socket) => socket.once("data", () => socket.resetAndDestroy()));
    const writing = aTransport(port, {}).write(TOO_MUCH, never);
    await expect(writing).rejects.toMatchObject({ hasWritten: true });
  });

  it("gives up on a printer that takes no more bytes", async () => {
    const { port } = await aServer(); // reads nothing
    const writing = aTransport(port, { stallTimeoutMs: 50 }).write(TOO_MUCH, never);
    await expect(writing).rejects.toMatchObject({ hasWritten: true });
  });

  it("stops a write when told to, and writes nothing when told before", async () => {
    const { port } = await aServer();
    const abort = new AbortController();
    const writing = aTransport(port, {}).write(TOO_MUCH, abort.signal);
    setTimeout(() => abort.abort(), 50);
    await expect(writing).rejects.toMatchObject({ hasWritten: true });
    const late = aTransport(port, {}).write(Uint8Array.of(1), abort.signal);
    await expect(late).rejects.toMatchObject({ hasWritten: false });
  });

  it("uses one connection, and a new one when the printer dropped it", async () => {
    const { port, sockets } = await aServer();
    const transport = aTransport(port, {});
    await transport.write(Uint8Array.of(1), never);
    await transport.write(Uint8Array.of(2), never);
    const socket = await theConnection(sockets);
    const gone = once(socket, "close");
    socket.resume().end();
    await gone;
    await transport.write(Uint8Array.of(3), never);
    await expect.poll(() => sockets.length).toBe(2);
  });

  it("gives an idle connection back", async () => {
    const { port, sockets } = await aServer();
    const transport = aTransport(port, { idleCloseMs: 30 });
    await transport.write(Uint8Array.of(1), never);
    const socket = await theConnection(sockets);
    const ended = once(socket, "end");
    socket.resume();
    await ended;
    await transport.write(Uint8Array.of(2), never);
    await expect.poll(() => sockets.length).toBe(2);
  });

  it("keeps an idle connection while somebody waits for a word on it", async () => {
    const { port, sockets } = await aServer();
    const transport = aTransport(port, { idleCloseMs: 30 });
    const release = transport.hold();
    await transport.write(Uint8Array.of(1), never);
    const socket = await theConnection(sockets);
    const ended = once(socket, "end");
    socket.resume();
    const kept = delay(200).then(() => "kept");
    expect(await Promise.race([ended.then(() => "given back"), kept])).toBe("kept");
    release();
    await ended;
  });

  it("passes on what the printer says, until the link is dropped", async () => {
    const { port, sockets } = await aServer();
    const transport = aTransport(port, {});
    const heard: number[] = [];
    const stop = transport.onData((bytes) => heard.push(...bytes));
    await transport.write(Uint8Array.of(1), never);
    await expect.poll(() => sockets.length).toBe(1);
    sockets[0]?.write(Uint8Array.of(0x12));
    await expect.poll(() => heard).toEqual([0x12]);
    await transport.close();
    sockets[0]?.write(Uint8Array.of(0x13));
    await transport.write(Uint8Array.of(2), never);
    await expect.poll(() => sockets.length).toBe(2);
    sockets[1]?.write(Uint8Array.of(0x14));
    await expect.poll(() => heard).toEqual([0x12, 0x14]);
    stop();
  });
});
