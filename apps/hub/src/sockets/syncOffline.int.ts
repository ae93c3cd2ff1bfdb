import { LauncherStateSchema } from "@luot/contract";
import { HELD } from "@luot/domain";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import {
  anOpenCounter,
  pairForTest,
  sharedSettings,
  startTestHub,
} from "../testing/startTestHub.ts";
import { codeOf, dataOf, newTestId, TestClient } from "../testing/TestClient.ts";

const NOTHING_USED = { offline: { usedEpoch: 0, usedDay: null } };
const AT = { counterId: "q01" };
const SERVICE = sharedSettings(1).services[0]?.id ?? "";

let hub: Hub;
let clock: ManualClock;
let clients: TestClient[] = [];

beforeEach(async () => {
  clock = new ManualClock();
  hub = await startTestHub({ clock, firstSettings: sharedSettings(1) });
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await hub.close();
});

function connect(token: string): TestClient {
  const client = new TestClient(hub.url, { token });
  clients.push(client);
  return client;
}

/** A kiosk with a series of its own, as it comes back. */
async function kioskOf(
  token: string,
  used: object = NOTHING_USED,
): Promise<{ readonly kiosk: TestClient; readonly series: { letter: string; epoch: number } }> {
  const kiosk = connect(token);
  const { offline } = await kiosk.hello("kiosk", used as Record<string, unknown>);
  if (offline === null || offline === undefined) throw new Error("no series was handed out");
  return { kiosk, series: offline };
}

async function desk(): Promise<TestClient> {
  const client = await anOpenCounter(hub, "q01");
  clients.push(client);
  return client;
}

function given(label: string, overrides: object = {}): Record<string, unknown> {
  return {
    kind: "ticket",
    id: newTestId(),
    ticketId: newTestId(),
    label,
    serviceId: SERVICE,
    class: "normal",
    reason: null,
    language: "vi",
    arrivedAt: clock.now(),
    supersedes: null,
    print: "confirmed",
    ...overrides,
  };
}

async function sync(
  kiosk: TestClient,
  records: readonly unknown[],
  isDone = true,
): Promise<readonly unknown[]> {
  const ack = await kiosk.send("kiosk:sync-offline", { since: clock.now(), records, isDone });
  return (dataOf(ack)["results"] as readonly { code: string }[]).map(({ code }) => code);
}

const issue = { serviceId: SERVICE, class: "normal", reason: null, language: "vi", print: true };
const ticketOf = (label: string) =>
  hub.engine.state.tickets.get(hub.engine.state.labels.get(label) ?? "");

it("[OFF-6] hands another series at each connection, and never one the kiosk used", async () => {
  const { token } = pairForTest(hub, "kiosk");
  const other = pairForTest(hub, "kiosk").token;
  expect((await kioskOf(token)).series).toMatchObject({ letter: "A", epoch: 1 });
  expect((await kioskOf(token)).series).toMatchObject({ letter: "A", epoch: 2 });
  expect((await kioskOf(other)).series).toMatchObject({ letter: "B", epoch: 1 });
  const day = hub.engine.state.day;
  const used = { offline: { usedEpoch: 7, usedDay: day } };
  expect((await kioskOf(token, used)).series).toMatchObject({ letter: "A", epoch: 8 });
});

it("[OFF-2][HOLD-2] a superseded number is never called, and its successor is", async () => {
  const { token } = pairForTest(hub, "kiosk");
  const { kiosk } = await kioskOf(token);
  const counter = await desk();
  const wish = newTestId();
  const ghost = String(dataOf(await kiosk.send("ticket:issue", issue, wish))["label"]);
  const kept = String(dataOf(await kiosk.send("ticket:issue", issue))["label"]);
  kiosk.close();
  await expect.poll(() => ticketOf(ghost)?.callableAt).toBe(HELD);
  const { kiosk: back, series } = await kioskOf(token);
  clock.pass(60_000);
  // It is connected again, but has not told yet what it did.
  expect(codeOf(await counter.send("ticket:call-next", AT))).toBe("queue_empty");
  const label = `A${series.letter}${series.epoch}-01`;
  expect(await sync(back, [given(label, { supersedes: wish })])).toEqual(["accepted"]);
  await expect.poll(() => ticketOf(kept)?.callableAt).not.toBe(HELD);
  expect(ticketOf(ghost)?.place.status).toBe("cancelled");
  const called = [];
  for (let n = 0; n < 2; n++) {
    const { label: next } = dataOf(await counter.send("ticket:call-next", AT));
    called.push(next);
    await counter.send("ticket:finish", { ...AT, outcome: "accepted", dossierRefs: [] });
  }
  expect(new Set(called)).toEqual(new Set([kept, label]));
  expect(codeOf(await counter.send("ticket:call-next", AT))).toBe("queue_empty");
});

it("[I8] a batch that is sent again changes nothing", async () => {
  const { kiosk } = await kioskOf(pairForTest(hub, "kiosk").token);
  const records = [
    given("AA1-01"),
    given("AA1-02"),
    { kind: "void", id: newTestId(), wishId: newTestId() },
  ];
  expect(await sync(kiosk, records)).toEqual(["accepted", "accepted", "accepted"]);
  const { seq } = hub.engine.state;
  expect(await sync(kiosk, records)).toEqual(["accepted", "accepted", "accepted"]);
  expect(hub.engine.state.seq).toBe(seq);
});

it("[OFF-1] refuses what is another's, twice there or unknown, takes the rest, and tells somebody", async () => {
  const { kiosk } = await kioskOf(pairForTest(hub, "kiosk").token);
  const records = [
    given("AB1-01"),
    given("AA1-01"),
    given("AA1-01"),
    given("AA1-02", { serviceId: "moon" }),
  ];
  expect(await sync(kiosk, records)).toEqual([
    "label_taken",
    "accepted",
    "label_taken",
    "unknown_service",
  ]);
  const { alarms } = LauncherStateSchema.parse(
    await (await fetch(`${hub.url}/api/launcher`)).json(),
  );
  expect(alarms.map(({ id }) => id)).toEqual([
    "offline_refused:AA1-02/unknown_service",
    "offline_refused:AA1-01/label_taken",
    "offline_refused:AB1-01/label_taken",
  ]);
});

it("[OFF-3] a number whose successor is refused is not released either", async () => {
  const { token } = pairForTest(hub, "kiosk");
  const { kiosk } = await kioskOf(token);
  const wish = newTestId();
  const ghost = String(dataOf(await kiosk.send("ticket:issue", issue, wish))["label"]);
  const gone = given("AA1-01", { serviceId: "moon", supersedes: wish });
  expect(await sync(kiosk, [gone])).toEqual(["unknown_service"]);
  expect(ticketOf(ghost)?.place.status).toBe("cancelled");
});

it("[HOLD-1] a late wish of a connection before is held until the kiosk has told everything", async () => {
  const { token } = pairForTest(hub, "kiosk");
  const { kiosk: before } = await kioskOf(token);
  await sync(before, []);
  const { kiosk: after } = await kioskOf(token);
  before.close();
  const late = String(dataOf(await after.send("ticket:issue", issue))["label"]);
  await expect.poll(() => ticketOf(late)?.callableAt).toBe(HELD);
  await sync(after, []);
  await expect.poll(() => ticketOf(late)?.callableAt).not.toBe(HELD);
});

it("[OFF-4] a number of yesterday enters under yesterday, once", async () => {
  const { kiosk } = await kioskOf(pairForTest(hub, "kiosk").token);
  const arrivedAt = clock.now() - 24 * 3_600_000;
  expect(await sync(kiosk, [given("AA1-01", { arrivedAt })])).toEqual(["accepted"]);
  expect(await sync(kiosk, [given("AA1-01", { arrivedAt })])).toEqual(["label_taken"]);
  expect(hub.engine.state.tickets.size).toBe(0);
  expect(await sync(kiosk, [given("AA1-01")])).toEqual(["accepted"]);
});

it("[OFF-4] one label of yesterday and of today comes in one batch", async () => {
  const { kiosk } = await kioskOf(pairForTest(hub, "kiosk").token);
  const arrivedAt = clock.now() - 24 * 3_600_000;
  const both = [given("AA1-01", { arrivedAt }), given("AA1-01")];
  expect(await sync(kiosk, both)).toEqual(["accepted", "accepted"]);
});

it("[HOLD-2] a kiosk for which no letter is left tells what it gave up all the same", async () => {
  const nobody = { usedEpoch: 0, usedDay: null };
  for (let n = 0; n < 24; n++) hub.store.series.hand(`other-${n}`, "2999-01-01", nobody);
  const { id, token } = pairForTest(hub, "kiosk");
  const kiosk = connect(token);
  const { offline } = await kiosk.hello("kiosk", NOTHING_USED);
  expect(offline).toBeNull();
  expect(hub.store.series.has(id)).toBe(true);
  const wish = newTestId();
  const label = String(dataOf(await kiosk.send("ticket:issue", issue, wish))["label"]);
  const gaveUp = { kind: "void", id: newTestId(), wishId: wish };
  expect(await sync(kiosk, [gaveUp])).toEqual(["accepted"]);
  expect(ticketOf(label)?.place.status).toBe("cancelled");
  expect(await sync(kiosk, [given("AA1-01")])).toEqual(["label_taken"]);
});

it("a kiosk without a series has nothing to tell", async () => {
  const { token } = pairForTest(hub, "kiosk");
  const kiosk = connect(token);
  const { offline } = await kiosk.hello("kiosk");
  expect(offline).toBeUndefined();
  const ack = await kiosk.send("kiosk:sync-offline", { since: 0, records: [], isDone: true });
  expect(codeOf(ack)).toBe("forbidden");
});
