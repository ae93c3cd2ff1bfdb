import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import {
  addOfficer,
  aKiosk,
  pairForTest,
  startTestHub,
  TEST_PIN,
  TEST_SECRET,
} from "../testing/startTestHub.ts";
import { codeOf, dataOf, TestClient } from "../testing/TestClient.ts";

const AT = { counterId: "q01" };
const RIGHT = { username: "binh", password: TEST_SECRET };

let hub: Hub;
let clock: ManualClock;
let token = "";
let clients: TestClient[] = [];

beforeEach(async () => {
  clock = new ManualClock();
  hub = await startTestHub({ clock });
  await addOfficer(hub, "binh");
  token = pairForTest(hub, "counter", "q01").token;
});

afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await hub.close();
});

async function aCounter(session?: string): Promise<TestClient> {
  const client = new TestClient(hub.url, { token, ...(session === undefined ? {} : { session }) });
  clients.push(client);
  await client.hello("counter");
  return client;
}

async function signIn(client: TestClient): Promise<string> {
  return String(dataOf(await client.send("officer:sign-in", RIGHT))["session"]);
}

describe("an officer at a counter", () => {
  it("is refused everything before signing in", async () => {
    const counter = await aCounter();
    expect(codeOf(await counter.send("counter:open", AT))).toBe("not_signed_in");
    expect(codeOf(await counter.send("officer:lock", {}))).toBe("not_signed_in");
    expect(codeOf(await counter.send("officer:unlock", { pin: TEST_PIN }))).toBe("not_signed_in");
    await signIn(counter);
    expect(codeOf(await counter.send("counter:open", AT))).toBeNull();
  });

  it("is slowed down after five wrong passwords, also when they are sent at once", async () => {
    const counter = await aCounter();
    const wrong = { username: "binh", password: "wrong-horse" };
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => counter.send("officer:sign-in", wrong)),
    );
    const codes = tries.map(codeOf);
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(5);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(3);
    expect(codeOf(await counter.send("officer:sign-in", RIGHT))).toBe("too_many_attempts");
    clock.pass(60_000);
    expect(codeOf(await counter.send("officer:sign-in", RIGHT))).toBeNull();
  });

  it("is told nothing of whether the account exists", async () => {
    const counter = await aCounter();
    const nobody = { username: "nobody", password: "wrong-horse" };
    const [a, b] = [
      await counter.send("officer:sign-in", nobody),
      await counter.send("officer:sign-in", { ...nobody, username: "binh" }),
    ];
    expect(a).toEqual(b);
  });

  it("does nothing behind a locked screen, in any tab, until the PIN is given", async () => {
    const counter = await aCounter();
    const session = await signIn(counter);
    const tab = await aCounter(session);
    expect(codeOf(await tab.send("counter:open", AT))).toBeNull();
    expect(codeOf(await counter.send("officer:lock", {}))).toBeNull();
    for (const client of [counter, tab])
      expect(codeOf(await client.send("ticket:call-next", AT))).toBe("session_locked");
    expect(codeOf(await counter.send("officer:unlock", { pin: "0000" }))).toBe("wrong_credentials");
    expect(codeOf(await counter.send("officer:unlock", { pin: TEST_PIN }))).toBeNull();
    for (const client of [counter, tab])
      expect(codeOf(await client.send("ticket:call-next", AT))).toBe("queue_empty");
  });

  it("stays signed in, and locked, over a new connection with the session", async () => {
    const counter = await aCounter();
    const session = await signIn(counter);
    await counter.send("officer:lock", {});
    counter.close();
    const back = new TestClient(hub.url, { token, session });
    clients.push(back);
    const { identity } = await back.hello("counter");
    expect(identity?.officer).toMatchObject({ officerId: "binh", isLocked: true });
  });

  it("is handed, signed in and at a counter only, what proves a supervisor's PIN there", async () => {
    await addOfficer(hub, "chi", "supervisor");
    await addOfficer(hub, "dung", "administrator");
    const counter = await aCounter();
    const answer = dataOf(await counter.send("officer:sign-in", RIGHT));
    const leads = [
      { officerId: "chi", name: "chi", pinHash: expect.stringMatching(/^\$argon2id\$/) as string },
      { officerId: "dung", name: "dung", pinHash: expect.any(String) as string },
    ];
    expect(answer["leads"]).toEqual(leads);
    const back = new TestClient(hub.url, { token, session: String(answer["session"]) });
    clients.push(back);
    expect((await back.hello("counter")).identity?.officer?.leads).toEqual(leads);
    const nobody = new TestClient(hub.url, { token });
    clients.push(nobody);
    expect(JSON.stringify(await nobody.hello("counter"))).not.toContain("argon2id");
    const console = new TestClient(hub.url, { token: pairForTest(hub, "console").token });
    clients.push(console);
    await console.hello("console");
    expect(dataOf(await console.send("officer:sign-in", RIGHT))).not.toHaveProperty("leads");
  });

  it("has a session that is worth nothing at another device, nor after twelve hours", async () => {
    const counter = await aCounter();
    const session = await signIn(counter);
    const stolen = new TestClient(hub.url, {
      token: pairForTest(hub, "counter", "q02").token,
      session,
    });
    clients.push(stolen);
    expect((await stolen.hello("counter")).identity?.officer).toBeNull();
    expect(codeOf(await counter.send("counter:open", AT))).toBeNull();
    clock.pass(12 * 3_600_000 + 1);
    expect(codeOf(await counter.send("counter:pause", { ...AT, reason: "nghi-trua" }))).toBe(
      "not_signed_in",
    );
  });

  it("closes the counter by signing out, which ends the session in every tab", async () => {
    const counter = await aCounter();
    const session = await signIn(counter);
    const tab = await aCounter(session);
    await counter.send("counter:open", AT);
    expect(codeOf(await counter.send("officer:sign-out", {}))).toBeNull();
    expect(hub.engine.state.counters.get("q01")?.status).toBe("closed");
    for (const client of [counter, tab])
      expect(codeOf(await client.send("counter:open", AT))).toBe("not_signed_in");
    expect((await (await aCounter(session)).hello("counter")).identity?.officer).toBeNull();
  });

  it("can't sign out with a citizen at the counter", async () => {
    const counter = await aCounter();
    await signIn(counter);
    await counter.send("counter:open", AT);
    const serviceId = hub.engine.state.settings.counters[0]?.tiers[0]?.[0];
    const kiosk = await aKiosk(hub);
    clients.push(kiosk);
    const ticket = { serviceId, class: "normal", reason: null, language: "vi", print: false };
    dataOf(await kiosk.send("ticket:issue", ticket));
    dataOf(await counter.send("ticket:call-next", AT));
    expect(codeOf(await counter.send("officer:sign-out", {}))).not.toBeNull();
    expect(codeOf(await counter.send("ticket:recall", AT))).toBeNull();
  });

  it("can't work at another counter from this counter's device", async () => {
    const counter = await aCounter();
    await signIn(counter);
    for (const type of ["counter:open", "ticket:call-next", "ticket:recall"])
      expect(codeOf(await counter.send(type, { counterId: "q02" }))).toBe("forbidden");
  });
});

describe("the role table at the socket", () => {
  it.each<["kiosk" | "counter" | "display" | "console", string, unknown, string]>([
    ["display", "ticket:issue", {}, "forbidden"],
    ["display", "officer:sign-in", RIGHT, "forbidden"],
    ["display", "device:health", {}, "bad_request"],
    ["kiosk", "counter:open", AT, "forbidden"],
    ["kiosk", "ticket:cancel", {}, "forbidden"],
    ["console", "ticket:issue", {}, "forbidden"],
    ["console", "officer:lock", {}, "not_signed_in"],
    ["counter", "kiosk:call-help", {}, "forbidden"],
    ["counter", "ticket:confirm-print", {}, "forbidden"],
    ["counter", "ticket:issue", {}, "not_signed_in"],
  ])("answers a %s that sends %s %j with %s", async (role, type, payload, code) => {
    const client = new TestClient(hub.url, { token: pairForTest(hub, role).token });
    clients.push(client);
    await client.hello(role);
    expect(codeOf(await client.send(type, payload))).toBe(code);
  });

  it.each<["officer" | "receptionist" | "supervisor", string, string | null]>([
    ["officer", "ticket:issue", "forbidden"],
    ["receptionist", "ticket:issue", "bad_request"],
    ["officer", "ticket:call", "forbidden"],
    ["supervisor", "ticket:call", "bad_request"],
  ])("answers a %s at a counter who sends %s with %s", async (role, type, code) => {
    await addOfficer(hub, "an", role);
    const counter = await aCounter();
    dataOf(await counter.send("officer:sign-in", { ...RIGHT, username: "an" }));
    expect(codeOf(await counter.send(type, {}))).toBe(code);
  });
});
