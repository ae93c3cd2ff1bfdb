import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Hub } from "./Hub.ts";
import { CENTRE_LIMITS } from "./sockets/limits.ts";
import { aKiosk, demoSettings, pairForTest, startTestHub } from "./testing/startTestHub.ts";
import { codeOf, dataOf, newTestId, TestClient } from "./testing/TestClient.ts";

let hub: Hub;
let bystander: TestClient;
const [service] = demoSettings().services;
const issue = {
  serviceId: service?.id,
  class: "normal",
  reason: null,
  language: "vi",
  print: false,
};

beforeAll(async () => {
  // Real limits: what floods must be cut off here as in a centre.
  hub = await startTestHub({ limits: CENTRE_LIMITS });
  bystander = await aKiosk(hub);
});

afterAll(async () => {
  bystander.close();
  await hub.close();
});

/** After each attack somebody else still gets a number. */
async function othersAreServed(): Promise<boolean> {
  const other = await aKiosk(hub);
  const label = String(dataOf(await other.send("ticket:issue", issue))["label"]);
  other.close();
  return bystander.socket.connected && /^[A-Z]\d{3,}$/u.test(label);
}

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

const COMMAND_ATTACKS: readonly (readonly [string, () => unknown, string])[] = [
  ["null", () => null, "bad_request"],
  ["a number", () => 7, "bad_request"],
  ["an array", () => [], "bad_request"],
  ["nothing in it", () => ({}), "bad_request"],
  [
    "an own __proto__ key",
    () =>
      JSON.parse(`{"__proto__":{"x":1},"id":"${newTestId()}","type":"ticket:issue","payload":{}}`),
    "bad_request",
  ],
  [
    "__proto__ as type",
    () => ({ id: newTestId(), type: "__proto__", payload: {} }),
    "unknown_command",
  ],
  [
    "constructor as type",
    () => ({ id: newTestId(), type: "constructor", payload: {} }),
    "unknown_command",
  ],
  [
    "a null payload",
    () => ({ id: newTestId(), type: "ticket:issue", payload: null }),
    "bad_request",
  ],
  [
    "a payload with __proto__",
    () => ({
      id: newTestId(),
      type: "ticket:issue",
      payload: JSON.parse(`{"__proto__":{"a":1},"serviceId":"x"}`),
    }),
    "bad_request",
  ],
  [
    "wrong types",
    () => ({ id: newTestId(), type: "ticket:issue", payload: { ...issue, print: "yes" } }),
    "bad_request",
  ],
  [
    "an unknown key",
    () => ({ id: newTestId(), type: "ticket:issue", payload: { ...issue, extra: 1 } }),
    "bad_request",
  ],
  [
    "an unknown key beside the payload",
    () => ({ id: newTestId(), type: "ticket:issue", payload: issue, actor: "hub" }),
    "bad_request",
  ],
  [
    "an id that is no UUIDv7",
    () => ({ id: "1", type: "ticket:issue", payload: issue }),
    "bad_request",
  ],
  [
    "a hub's own command",
    () => ({ id: newTestId(), type: "day:close", payload: { day: "2026-11-24" } }),
    "unknown_command",
  ],
  [
    "a command of another role",
    () => ({ id: newTestId(), type: "ticket:call-next", payload: { counterId: "q01" } }),
    "forbidden",
  ],
];

describe("bad input at the socket", () => {
  it.each(COMMAND_ATTACKS)("refuses a command with %s", async (_, attack, code) => {
    const client = await aKiosk(hub);
    expect(codeOf(await client.ask("command", attack()))).toBe(code);
    expect(client.socket.connected).toBe(true);
    client.close();
    expect(await othersAreServed()).toBe(true);
  });

  it("refuses what is nested 7,000 deep, as payload, as message and as hello", async () => {
    const client = await aKiosk(hub);
    const deep = nested(7_000);
    const id = newTestId();
    const asPayload = `["command",{"id":"${id}","type":"ticket:issue","payload":${deep}}]`;
    expect(codeOf(await client.askRaw(asPayload))).toBe("bad_request");
    expect(codeOf(await client.askRaw(`["command",${deep}]`))).toBe("bad_request");
    expect(codeOf(await client.askRaw(`["hello",${deep}]`))).toBe("bad_request");
    client.close();
    expect(await othersAreServed()).toBe(true);
  });

  it("ends a connection whose message is nested 10,000 deep, which is over the size", async () => {
    const client = await aKiosk(hub);
    const gone = client.disconnected();
    void client.askRaw(`["command",${nested(10_000)}]`);
    await gone;
    expect(await othersAreServed()).toBe(true);
  });

  it.each(["not json", "[", '["command"', "{}", "[[]]", '[{"a":1}]', "null", "[1,2]"])(
    "survives a packet that reads %s",
    async (json) => {
      const client = await aKiosk(hub);
      void client.askRaw(json);
      expect(await othersAreServed()).toBe(true);
      client.close();
    },
  );

  it.each(["hello", "command", "pair"])("refuses %s without an acknowledgement", async (event) => {
    const client = await aKiosk(hub);
    client.socket.emit(event, { view: "kiosk" });
    client.socket.emit(event);
    client.socket.emit(event, null, "not a function");
    await expect.poll(() => client.refused.length).toBe(3);
    client.close();
    expect(await othersAreServed()).toBe(true);
  });

  it("refuses messages it does not know, and cuts off who keeps sending them", async () => {
    const client = await aKiosk(hub);
    client.socket.emit("__proto__", {});
    client.socket.emit("nonsense", {});
    await expect.poll(() => client.refused.length).toBe(2);
    const gone = client.disconnected();
    for (let i = 0; i < 200; i++) client.socket.emit("nonsense", i);
    await gone;
    expect(await othersAreServed()).toBe(true);
  });

  it.each([
    ["an array", []],
    ["lastSeq as text", { view: "kiosk", lastSeq: "1" }],
    ["lastSeq below zero", { view: "kiosk", lastSeq: -1 }],
    ["an unknown key", { view: "kiosk", admin: true }],
    ["an unknown view", { view: "constructor" }],
  ])("refuses a hello that is %s", async (_, hello) => {
    const client = new TestClient(hub.url, { token: pairForTest(hub, "kiosk").token });
    await client.connected();
    expect(codeOf(await client.ask("hello", hello))).toBe("bad_request");
    client.close();
    expect(await othersAreServed()).toBe(true);
  });

  it("ends a connection that sends 10 MB at once", async () => {
    const client = await aKiosk(hub);
    const gone = client.disconnected();
    client.socket.emit("command", "x".repeat(10 * 1024 * 1024));
    await gone;
    expect(await othersAreServed()).toBe(true);
  });

  it("lets nobody send a command before hello", async () => {
    const client = new TestClient(hub.url, { token: pairForTest(hub, "kiosk").token });
    await client.connected();
    expect(codeOf(await client.send("ticket:issue", issue))).toBe("hello_first");
    client.close();
  });

  it("cuts off who says no hello within three seconds", async () => {
    const client = new TestClient(hub.url, { token: pairForTest(hub, "kiosk").token });
    await client.connected();
    await client.disconnected();
    expect(await othersAreServed()).toBe(true);
  });

  it("lets the pages of the desktop apps connect", async () => {
    const { token } = pairForTest(hub, "kiosk");
    const client = new TestClient(hub.url, { token }, { origin: "app://luot" });
    await expect(client.connected()).resolves.toBeUndefined();
    client.close();
  });

  it.each(["http://evil.example", "null", "http://localhost.evil.example", "app://luot.evil"])(
    "lets no page of %s connect",
    async (origin) => {
      const client = new TestClient(
        hub.url,
        { token: pairForTest(hub, "kiosk").token },
        { origin },
      );
      await expect(client.connected()).rejects.toThrow("websocket error");
      expect(await othersAreServed()).toBe(true);
    },
  );

  it.each([
    ["an unknown key", { admin: true }, "bad_request"],
    ["an older protocol", { protocol: 0 }, "protocol_too_old"],
    ["a token that is no text", { token: { $ne: "" } }, "bad_request"],
  ])("refuses a handshake with %s", async (_, auth, code) => {
    const client = new TestClient(hub.url, auth);
    await expect(client.connected()).rejects.toMatchObject({ data: { code } });
    expect(await othersAreServed()).toBe(true);
  });

  it("takes no token it never gave", async () => {
    const client = new TestClient(hub.url, { token: "x".repeat(43) });
    await client.connected();
    expect(codeOf(await client.ask("hello", { view: "kiosk" }))).toBe("not_paired");
    client.close();
  });
});
