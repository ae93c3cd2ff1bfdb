import { afterEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import { aKiosk, demoSettings, pairForTest, startTestHub } from "../testing/startTestHub.ts";
import { codeOf, dataOf, TestClient } from "../testing/TestClient.ts";
import { CENTRE_LIMITS } from "./limits.ts";

const TICKET = {
  serviceId: demoSettings().services[0]?.id,
  class: "normal",
  reason: null,
  language: "vi",
  print: false,
};
const SOON = { timeout: 15_000 };

let hub: Hub;
let clients: TestClient[] = [];

afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await hub.close();
});

async function a(view: "kiosk" | "display", token: string): Promise<TestClient> {
  const client = new TestClient(hub.url, { token });
  clients.push(client);
  await client.hello(view);
  return client;
}

async function issue(client: TestClient): Promise<string | null> {
  return codeOf(await client.send("ticket:issue", TICKET));
}

/** The raw socket under a client, to stop reading from it. */
function rawSocket({ socket }: TestClient): { pause: () => void } {
  const { transport } = socket.io.engine as unknown as {
    transport: { ws: { _socket: { pause: () => void } } };
  };
  // oxlint-disable-next-line no-underscore-dangle -- the only way to stop reading.
  return transport.ws._socket;
}

describe("the limits of a real centre", () => {
  it("let a kiosk issue a burst, then one number a second, also over a new connection", async () => {
    const clock = new ManualClock();
    hub = await startTestHub({ limits: CENTRE_LIMITS, clock });
    const { token } = pairForTest(hub, "kiosk");
    const kiosk = await a("kiosk", token);
    const { burst } = CENTRE_LIMITS.commands.kiosk;
    for (let i = 0; i < burst; i++) expect(await issue(kiosk)).toBeNull();
    expect(await issue(kiosk)).toBe("rate_limited");
    kiosk.close();
    // Long enough for the hub to have looked for buckets to forget.
    await new Promise((done) => setTimeout(done, 2_500));
    const back = await a("kiosk", token);
    expect(await issue(back)).toBe("rate_limited");
    clock.pass(1_000);
    expect([await issue(back), await issue(back)]).toEqual([null, "rate_limited"]);
    // Another kiosk has a bucket of its own.
    expect(await issue(await a("kiosk", pairForTest(hub, "kiosk").token))).toBeNull();
  });

  it("cut off who floods the hub with 20,000 messages, while others work", async () => {
    hub = await startTestHub({ limits: CENTRE_LIMITS });
    const flooder = await a("display", pairForTest(hub, "display").token);
    const kiosk = await a("kiosk", pairForTest(hub, "kiosk").token);
    const gone = flooder.disconnected();
    for (let i = 0; i < 20_000; i++) flooder.socket.emit("seen", { seq: 0 });
    expect(dataOf(await kiosk.send("ticket:issue", TICKET))["label"]).toBeTruthy();
    await gone;
    expect(dataOf(await kiosk.send("ticket:issue", TICKET))["label"]).toBeTruthy();
  });

  it("are reported as raised when they are", async () => {
    hub = await startTestHub();
    const raised = new TestClient(hub.url, { token: pairForTest(hub, "kiosk").token });
    clients.push(raised);
    expect((await raised.hello("kiosk")).isLoadTest).toBe(true);
  });

  it("turn clients away when the hub is full", async () => {
    hub = await startTestHub({ limits: { ...CENTRE_LIMITS, maxConnections: 2 } });
    const { token } = pairForTest(hub, "display");
    await a("display", token);
    await a("display", token);
    const third = new TestClient(hub.url, { token });
    clients.push(third);
    await expect(third.connected()).rejects.toThrow("websocket error");
  });
});

describe("a client that falls behind", () => {
  it("is cut off when it stops reading, and others are not kept waiting", async () => {
    hub = await startTestHub();
    const stuck = await a("display", pairForTest(hub, "display").token);
    const display = await a("display", pairForTest(hub, "display").token);
    const kiosk = await aKiosk(hub);
    clients.push(kiosk);
    rawSocket(stuck).pause();
    const count = (): Promise<boolean> =>
      fetch(`${hub.url}/metrics`)
        .then((response) => response.text())
        .then((text) => text.includes('luot_connections{view="display"} 1'));
    const goOn = async (): Promise<boolean> => {
      await Promise.all(Array.from({ length: 20 }, () => kiosk.send("ticket:issue", TICKET)));
      return count();
    };
    await expect.poll(goOn, SOON).toBe(true);
    await expect.poll(() => display.frames.at(-1)?.to, SOON).toBe(hub.engine.state.seq);
    expect(display.socket.connected).toBe(true);
  });

  it("is cut off when it has said nothing of a frame for ten seconds", async () => {
    const clock = new ManualClock();
    hub = await startTestHub({ clock });
    const silent = await a("display", pairForTest(hub, "display").token);
    silent.socket.off("events");
    const attentive = await a("display", pairForTest(hub, "display").token);
    const kiosk = await aKiosk(hub);
    clients.push(kiosk);
    dataOf(await kiosk.send("ticket:issue", TICKET));
    await expect.poll(() => attentive.frames.at(-1)?.to, SOON).toBe(hub.engine.state.seq);
    const gone = silent.disconnected();
    clock.pass(10_001);
    await gone;
    expect(attentive.socket.connected).toBe(true);
  });

  it("is not cut off while nothing happens", async () => {
    const clock = new ManualClock();
    hub = await startTestHub({ clock });
    const silent = await a("display", pairForTest(hub, "display").token);
    silent.socket.off("events");
    clock.pass(60_000);
    await new Promise((done) => setTimeout(done, 2_500));
    expect(silent.socket.connected).toBe(true);
  });
});
