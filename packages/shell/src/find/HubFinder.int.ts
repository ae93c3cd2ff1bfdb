import { createSocket } from "node:dgram";
import { HUB_SERVICE } from "@luot/contract";
import { silentLogger } from "@luot/kit";
import multicastDns from "multicast-dns";
import { afterEach, describe, expect, it } from "vitest";
import { HubFinder } from "./HubFinder.ts";

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Loopback alone: nothing of this leaves the machine. */
const onLoopback = (port: number) => ({ interface: "127.0.0.1", bind: "0.0.0.0", port }) as const;

async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4");
  await new Promise<void>((bound) => socket.bind(0, "127.0.0.1", bound));
  const { port } = socket.address();
  await new Promise<void>((closed) => socket.close(closed));
  return port;
}

/** Answers whoever looks for hubs, as one would. */
function aHubOn(port: number): void {
  const mdns = multicastDns(onLoopback(port));
  closers.push(() => new Promise<void>((done) => mdns.destroy(done)));
  const instance = `luot-1.${HUB_SERVICE}`;
  mdns.on("query", () =>
    mdns.respond({
      answers: [
        { type: "PTR", name: HUB_SERVICE, data: instance },
        { type: "SRV", name: instance, data: { port: 7_410, target: "luot-1.local" } },
        { type: "TXT", name: instance, data: ["v=1", "name=Trung tâm thử"] },
      ],
    }),
  );
}

describe("HubFinder", () => {
  it("finds a hub that answers, and shows it to who looks again", async () => {
    const port = await freeUdpPort();
    aHubOn(port);
    const finder = new HubFinder({ network: onLoopback(port), log: silentLogger });
    closers.push(() => finder.close());
    expect(finder.look()).toEqual([]);
    await expect
      .poll(() => finder.look().map(({ name }) => name), { timeout: 20_000 })
      .toEqual(["Trung tâm thử"]);
    expect(finder.look()[0]?.url).toMatch(/^http:\/\/[\d.]+:7410$/u);
  });

  it("finds nothing and says so once where the network does not let it", async () => {
    const taken = createSocket("udp4");
    await new Promise<void>((bound) => taken.bind(0, "0.0.0.0", bound));
    closers.push(() => new Promise<void>((closed) => taken.close(closed)));
    const warned: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => warned.push(message) };
    const finder = new HubFinder({ network: onLoopback(taken.address().port), log });
    closers.push(() => finder.close());
    finder.look();
    await expect.poll(() => warned, { timeout: 10_000 }).toHaveLength(1);
    expect(finder.look()).toEqual([]);
  });
});
