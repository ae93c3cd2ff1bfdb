import { createSocket } from "node:dgram";
import { HUB_SERVICE } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import multicastDns from "multicast-dns";
import { afterEach, describe, expect, it } from "vitest";
import { announceHub } from "./announceHub.ts";

/** Loopback alone: nothing of this leaves the machine. */
const onLoopback = (port: number) => ({ interface: "127.0.0.1", bind: "0.0.0.0", port }) as const;
const HUB = { id: "a1b2c3d4", name: "Trung tâm thử", port: 7410 };
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A port that nobody uses just now. */
async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4");
  await new Promise<void>((bound) => socket.bind(0, "127.0.0.1", bound));
  const { port } = socket.address();
  await new Promise<void>((closed) => socket.close(closed));
  return port;
}

describe("announceHub", () => {
  it("answers who looks for a hub, and says goodbye", async () => {
    const port = await freeUdpPort();
    const announced = announceHub({ hub: HUB, network: onLoopback(port), log: silentLogger });
    const seeker = multicastDns(onLoopback(port));
    closers.push(() => new Promise<void>((done) => seeker.destroy(done)));
    const heard: { readonly type: string; readonly ttl?: number | undefined }[] = [];
    seeker.on("response", ({ answers, additionals }) =>
      heard.push(...(answers as typeof heard), ...(additionals as typeof heard)),
    );
    seeker.query({ questions: [{ name: HUB_SERVICE, type: "PTR" }] });
    await expect
      .poll(() => heard.find(({ type }) => type === "SRV"), { timeout: 10_000 })
      .toMatchObject({ data: { port: 7410 } });
    await announced.close();
    await expect.poll(() => heard.some(({ ttl }) => ttl === 0), { timeout: 10_000 }).toBe(true);
  });

  it("costs the hub nothing when its port is taken", async () => {
    const taken = createSocket("udp4");
    await new Promise<void>((bound) => taken.bind(0, "0.0.0.0", bound));
    closers.push(() => new Promise<void>((closed) => taken.close(closed)));
    const warned: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => warned.push(message) };
    const network = onLoopback(taken.address().port);
    const announced = announceHub({ hub: HUB, network, log });
    await expect.poll(() => warned, { timeout: 10_000 }).toHaveLength(1);
    await announced.close();
  });

  it("ends also before it has begun", async () => {
    const network = onLoopback(await freeUdpPort());
    const announced = announceHub({ hub: HUB, network, log: silentLogger });
    await expect(announced.close()).resolves.toBeUndefined();
  });
});
