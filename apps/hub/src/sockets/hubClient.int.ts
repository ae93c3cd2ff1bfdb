import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { initialState, viewOf } from "@luot/domain";
import { aCentre, T0 } from "@luot/domain/testing";
import { createHubClient, type HubClient } from "@luot/hub-client";
import { Server, type Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SOON = { timeout: 8_000 };

/** A hub that answers hello only when the test says so. */
let io: Server;
let client: HubClient<"kiosk">;
let sockets: Socket[] = [];
let hellos: {
  readonly message: Record<string, unknown>;
  readonly answer: (ack: unknown) => void;
}[];

beforeEach(async () => {
  hellos = [];
  sockets = [];
  const http = createServer();
  io = new Server(http, { transports: ["websocket"] });
  const { promise: firstHello, resolve: greeted } = Promise.withResolvers<void>();
  io.on("connection", (socket) => {
    sockets.push(socket);
    socket.on("hello", (message: Record<string, unknown>, answer: (ack: unknown) => void) => {
      hellos.push({ message, answer });
      greeted();
    });
  });
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  const { port } = http.address() as AddressInfo;
  client = createHubClient({
    kind: "kiosk",
    url: `http://127.0.0.1:${port}`,
    tokens: { read: () => "t".repeat(43), write: () => undefined },
  });
  await firstHello;
});

afterEach(async () => {
  client.close();
  await io.close();
});

function welcome(seq: number, more: Readonly<Record<string, unknown>>): unknown {
  const data = { protocol: 1, epoch: "e1", seq, settingsVersion: 1, now: T0, identity: null };
  return { ok: true, seq, data: { ...data, isLoadTest: false, printer: null, ...more } };
}

const SNAPSHOT = viewOf("kiosk", initialState(aCentre({})));
const opened = (seq: number): unknown => ({
  seq,
  day: "2026-03-02",
  at: T0,
  type: "day-opened",
  settingsVersion: seq,
});

describe("the hub's client", () => {
  it("asks once for what it lacks, however many frames come meanwhile", async () => {
    hellos[0]?.answer(welcome(10, { snapshot: SNAPSHOT }));
    await expect.poll(() => client.getState().connection, SOON).toBe("live");
    sockets[0]?.emit("events", { from: 12, to: 13, events: [opened(13)] });
    sockets[0]?.emit("events", { from: 13, to: 14, events: [opened(14)] });
    await expect.poll(() => hellos.length, SOON).toBe(2);
    expect(hellos[1]?.message).toEqual({ view: "kiosk", lastSeq: 10, epoch: "e1" });
    hellos[1]?.answer(welcome(14, { events: [11, 12, 13, 14].map(opened) }));
    sockets[0]?.emit("events", { from: 14, to: 15, events: [opened(15)] });
    await expect.poll(() => client.getState().seq, SOON).toBe(15);
    expect(client.getState().view).toMatchObject({ isOpen: true, settingsVersion: 15 });
    expect(hellos).toHaveLength(2);
  });

  it("starts from a snapshot when it can't read a fact", async () => {
    hellos[0]?.answer(welcome(10, { snapshot: SNAPSHOT }));
    await expect.poll(() => client.getState().connection, SOON).toBe("live");
    sockets[0]?.emit("events", { from: 10, to: 11, events: [{ type: "day-opened", at: "noon" }] });
    await expect.poll(() => hellos.length, SOON).toBe(2);
    expect(hellos[1]?.message).toEqual({ view: "kiosk" });
  });

  it("learns of new settings from a frame", async () => {
    hellos[0]?.answer(welcome(10, { snapshot: SNAPSHOT }));
    await expect.poll(() => client.getState().connection, SOON).toBe("live");
    const published = { seq: 11, day: "2026-03-02", at: T0, version: 7, hash: "h" };
    const events = [{ ...published, type: "settings-published" }];
    sockets[0]?.emit("events", { from: 10, to: 11, events });
    await expect.poll(() => client.getState().settingsVersion, SOON).toBe(7);
  });

  it("comes back after the hub cut it off, and stays refused until it is welcome", async () => {
    const seen: string[] = [];
    client.subscribe(() => seen.push(client.getState().connection));
    hellos[0]?.answer({ ok: false, error: { code: "not_paired", message: "" } });
    await expect.poll(() => client.getState().refusal, SOON).toBe("not_paired");
    sockets[0]?.disconnect(true);
    await expect.poll(() => hellos.length, SOON).toBe(2);
    expect(new Set(seen)).toEqual(new Set(["refused"]));
    hellos[1]?.answer(welcome(10, { snapshot: SNAPSHOT }));
    await expect.poll(() => client.getState().connection, SOON).toBe("live");
    expect(client.getState().refusal).toBeNull();
  });

  it("says hello again to a hub that is too slow to answer", async () => {
    await expect.poll(() => hellos.length, SOON).toBe(2);
    hellos[1]?.answer(welcome(10, { snapshot: SNAPSHOT }));
    await expect.poll(() => client.getState().connection, SOON).toBe("live");
  });

  it("keeps the same state object while nothing changes, and stops telling when asked", async () => {
    hellos[0]?.answer(welcome(10, { snapshot: SNAPSHOT }));
    await expect.poll(() => client.getState().connection, SOON).toBe("live");
    expect(client.getState()).toBe(client.getState());
    let told = 0;
    const stop = client.subscribe(() => (told += 1));
    sockets[0]?.emit("events", { from: 10, to: 11, events: [opened(11)] });
    await expect.poll(() => client.getState().seq, SOON).toBe(11);
    const before = told;
    stop();
    sockets[0]?.emit("events", { from: 11, to: 12, events: [opened(12)] });
    await expect.poll(() => client.getState().seq, SOON).toBe(12);
    expect(before).toBeGreaterThan(0);
    expect(told).toBe(before);
  });

  it("tells what a kiosk's own series has used, and keeps the new one before it is live", async () => {
    const used = { usedEpoch: 3, usedDay: "2026-03-02" };
    const handed: unknown[] = [];
    const own = createHubClient({
      kind: "kiosk",
      url: client.url,
      tokens: { read: () => "t".repeat(43), write: () => undefined },
      series: {
        used: () => used,
        handed: (series) => void handed.push([series, own.getState().connection]),
      },
    });
    await expect.poll(() => hellos.length, SOON).toBe(2);
    expect(hellos[1]?.message).toEqual({ view: "kiosk", offline: used });
    const offline = { letter: "K", epoch: 4, day: "2026-03-02" };
    hellos[1]?.answer(welcome(10, { snapshot: SNAPSHOT, offline }));
    await expect.poll(() => own.getState().connection, SOON).toBe("live");
    expect(handed).toEqual([[offline, "connecting"]]);
    sockets[1]?.disconnect(true);
    await expect.poll(() => hellos.length, SOON).toBe(3);
    hellos[2]?.answer(welcome(10, { events: [], offline: null }));
    await expect.poll(() => own.getState().connection, SOON).toBe("live");
    expect(handed[1]).toEqual([null, "reconnecting"]);
    own.close();
  });
});
