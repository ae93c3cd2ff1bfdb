import { afterEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import { aKiosk, pairForTest, startTestHub } from "../testing/startTestHub.ts";
import { codeOf, dataOf, TestClient } from "../testing/TestClient.ts";
import { CENTRE_LIMITS } from "./limits.ts";

const SOON = { timeout: 8_000 };

let hub: Hub;
let clients: TestClient[] = [];

afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await hub.close();
});

/** A device without a token that asks to be paired, and what it was given. */
async function aStranger(
  wish: Readonly<Record<string, unknown>> = { role: "kiosk" },
  headers: Readonly<Record<string, string>> = {},
): Promise<{ client: TestClient; code: string; tokens: string[] }> {
  const client = new TestClient(hub.url, {}, {}, headers);
  clients.push(client);
  const tokens: string[] = [];
  client.socket.on("paired", ({ token }: { token: string }) => tokens.push(token));
  await client.connected();
  const ack = await client.ask("pair", wish);
  return { client, code: String(dataOf(ack)["code"]), tokens };
}

async function post(path: string, body: unknown): Promise<number> {
  const response = await fetch(`${hub.url}/api/launcher/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.status;
}

function confirm(code: string, more: object = {}): Promise<number> {
  return post("pair", {
    code,
    role: "kiosk",
    name: "Kiosk 1",
    counterId: null,
    zone: null,
    ...more,
  });
}

describe("pairing a device", () => {
  it("gives the token over the connection that showed the code, and over no other", async () => {
    hub = await startTestHub();
    const asked = await aStranger();
    const other = await aStranger();
    expect(asked.code).toMatch(/^\d{6}$/);
    expect(await confirm(asked.code)).toBe(200);
    await expect.poll(() => asked.tokens.length, SOON).toBe(1);
    expect(other.tokens).toEqual([]);
    const paired = new TestClient(hub.url, { token: asked.tokens[0] });
    clients.push(paired);
    const { identity } = await paired.hello("kiosk");
    expect(identity).toMatchObject({ role: "kiosk", name: "Kiosk 1", officer: null });
    const kept = JSON.stringify(hub.store.identities.devices());
    expect(kept).not.toContain(asked.tokens[0]);
  });

  it("lets a code work once, and no code that nobody shows", async () => {
    hub = await startTestHub();
    const { code } = await aStranger();
    expect(await confirm(code)).toBe(200);
    expect(await confirm(code)).toBe(404);
    const gone = await aStranger();
    gone.client.close();
    await expect.poll(() => confirm(gone.code), SOON).toBe(404);
  });

  it("pairs no device with a counter that does not exist", async () => {
    hub = await startTestHub();
    const { code, client } = await aStranger({ role: "counter", counterId: "q01" });
    expect(await confirm(code, { role: "counter", counterId: "q99" })).toBe(404);
    expect(await confirm(code, { role: "counter", counterId: "q01" })).toBe(200);
    expect(codeOf(await client.ask("pair", { role: "counter", counterId: "q99" }))).toBe(
      "unknown_counter",
    );
  });

  it("forgets a code after ten minutes, and its device comes for another", async () => {
    const clock = new ManualClock();
    hub = await startTestHub({ clock });
    const { code, client } = await aStranger();
    const gone = client.disconnected();
    clock.pass(10 * 60_000);
    expect(await confirm(code)).toBe(404);
    await gone;
  });

  it("needs no question for a screen on the hub's own machine in a demonstration", async () => {
    hub = await startTestHub({ isDemo: true });
    const { tokens } = await aStranger({ role: "counter", counterId: "q01" });
    await expect.poll(() => tokens.length, SOON).toBe(1);
    const counter = new TestClient(hub.url, { token: tokens[0] });
    clients.push(counter);
    expect((await counter.hello("counter")).identity).toMatchObject({ counterId: "q01" });
  });

  it("asks in a demonstration too when the screen came by another name than the machine's", async () => {
    hub = await startTestHub({ isDemo: true });
    const { tokens, code } = await aStranger({ role: "kiosk" }, { host: "hub.evil.example" });
    const local = await aStranger();
    await expect.poll(() => local.tokens.length, SOON).toBe(1);
    expect(tokens).toEqual([]);
    const launcher = await fetch(`${hub.url}/api/launcher`);
    expect(JSON.stringify(await launcher.json())).toContain(code);
  });

  it("asks outside a demonstration, also on the hub's own machine", async () => {
    hub = await startTestHub();
    const { tokens, code } = await aStranger();
    expect(await confirm(code)).toBe(200);
    await expect.poll(() => tokens.length, SOON).toBe(1);
  });
});

describe("taking a device's token away", () => {
  it("cuts its connections at once, and the token is dead", async () => {
    hub = await startTestHub();
    const { id, token } = pairForTest(hub, "display");
    const tabs = [new TestClient(hub.url, { token }), new TestClient(hub.url, { token })];
    const kiosk = await aKiosk(hub);
    clients.push(...tabs, kiosk);
    for (const tab of tabs) await tab.hello("display");
    const gone = Promise.all(tabs.map((tab) => tab.disconnected()));
    expect(await post("revoke", { id })).toBe(200);
    await gone;
    expect(await post("revoke", { id })).toBe(404);
    const again = new TestClient(hub.url, { token });
    clients.push(again);
    await again.connected();
    expect(codeOf(await again.ask("hello", { view: "display" }))).toBe("not_paired");
    expect(kiosk.socket.connected).toBe(true);
  });

  it("welcomes a device only as what it was paired as", async () => {
    hub = await startTestHub();
    const display = new TestClient(hub.url, { token: pairForTest(hub, "display").token });
    clients.push(display);
    await display.connected();
    for (const view of ["kiosk", "counter", "console"])
      expect(codeOf(await display.ask("hello", { view }))).toBe("forbidden");
    expect(codeOf(await display.send("ticket:issue", {}))).toBe("hello_first");
  });

  it("lets the oldest tab of a device give way to a fifth", async () => {
    hub = await startTestHub({ limits: CENTRE_LIMITS });
    const { token } = pairForTest(hub, "display");
    const tabs: TestClient[] = [];
    for (let i = 0; i < 5; i++) {
      const tab = new TestClient(hub.url, { token });
      clients.push(tab);
      tabs.push(tab);
      await tab.connected();
      await tab.hello("display");
    }
    await expect
      .poll(() => tabs.map(({ socket }) => socket.connected), SOON)
      .toEqual([false, true, true, true, true]);
  });
});
