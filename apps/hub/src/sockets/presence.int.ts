import { HELD } from "@luot/domain";
import { afterEach, expect, it, onTestFinished } from "vitest";
import type { Hub } from "../Hub.ts";
import { temporaryFolder } from "../testing/engineOn.ts";
import { freePort, HubProcess, prepareData } from "../testing/HubProcess.ts";
import { ManualClock } from "../testing/ManualClock.ts";
import {
  anOpenCounter,
  pairForTest,
  sharedSettings,
  startTestHub,
} from "../testing/startTestHub.ts";
import { codeOf, dataOf, TestClient } from "../testing/TestClient.ts";

const LONG_MS = 60_000;
const AT = { counterId: "q01" };
const PAPER = {
  serviceId: sharedSettings(1).services[0]?.id,
  class: "normal",
  reason: null,
  language: "vi",
  print: true,
};

let hub: Hub;
let clock: ManualClock;
let clients: TestClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await hub.close();
});

async function start(): Promise<void> {
  clock = new ManualClock();
  hub = await startTestHub({ clock, firstSettings: sharedSettings(1) });
}

async function kioskOf(token: string): Promise<TestClient> {
  const kiosk = new TestClient(hub.url, { token });
  clients.push(kiosk);
  await kiosk.hello("kiosk");
  return kiosk;
}

async function counter(): Promise<TestClient> {
  const client = await anOpenCounter(hub, "q01");
  clients.push(client);
  return client;
}

const callableAt = (ticketId: string): number | undefined =>
  hub.engine.state.tickets.get(ticketId)?.callableAt;

async function issue(kiosk: TestClient): Promise<string> {
  return String(dataOf(await kiosk.send("ticket:issue", PAPER))["ticketId"]);
}

it("[HOLD-1][HOLD-2] a number of a kiosk that was cut off is not called before it is back", async () => {
  await start();
  const desk = await counter();
  const { token } = pairForTest(hub, "kiosk");
  const kiosk = await kioskOf(token);
  const ticketId = await issue(kiosk);
  kiosk.close();
  await expect.poll(() => callableAt(ticketId)).toBe(HELD);
  clock.pass(LONG_MS);
  expect(codeOf(await desk.send("ticket:call-next", AT))).toBe("queue_empty");
  await kioskOf(token);
  await expect.poll(() => callableAt(ticketId)).not.toBe(HELD);
  expect(codeOf(await desk.send("ticket:call-next", AT))).toBeNull();
});

it("[HOLD-1] a second tab of the kiosk keeps it there", async () => {
  await start();
  const { token } = pairForTest(hub, "kiosk");
  const [first, second] = [await kioskOf(token), await kioskOf(token)];
  const ticketId = await issue(first);
  first.close();
  await second.send("kiosk:call-help", {});
  clock.pass(LONG_MS);
  expect(callableAt(ticketId)).not.toBe(HELD);
});

it("[HOLD-1] a hub that was killed holds, after its restart, what it could not call yet", async () => {
  await start(); // the one that is closed after each test
  const data = temporaryFolder();
  const { kiosks, counters } = await prepareData(data, sharedSettings(1), {
    kiosks: 1,
    displays: 0,
  });
  const killed = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  onTestFinished(() => killed.kill());
  const connect = async (view: string, token = ""): Promise<TestClient> => {
    const client = new TestClient(killed.url, { token });
    clients.push(client);
    welcomed.push((await client.hello(view)).snapshot);
    return client;
  };
  const welcomed: unknown[] = [];
  await killed.start();
  const ticketId = await issue(await connect("kiosk", kiosks[0]));
  await killed.kill();
  await killed.start();
  const desk = await connect("counter", counters["q01"]);
  expect(welcomed.at(-1)).toMatchObject({ tickets: { [ticketId]: { callableAt: HELD } } });
  await connect("kiosk", kiosks[0]);
  await expect
    .poll(() => desk.frames.flatMap(({ events }) => events))
    .toContainEqual(expect.objectContaining({ type: "ticket-released", ticketId }));
});
