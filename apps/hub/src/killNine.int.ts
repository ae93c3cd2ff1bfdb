import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@luot/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort, HubProcess, type Prepared, prepareData } from "./testing/HubProcess.ts";
import { sharedSettings, TEST_SECRET } from "./testing/startTestHub.ts";
import { dataOf, newTestId, TestClient } from "./testing/TestClient.ts";

const KILLS = 25;
const KIOSKS = 3;
const IN_FLIGHT = 8;
const FINISH = { outcome: "accepted", dossierRefs: [] };

/** What a client was told, and must find true for ever. */
interface Log {
  readonly issued: Map<string, string>;
  readonly called: Map<string, string>;
  /** Commands whose answer was lost: sent again under the same id after the restart. */
  readonly unknown: Map<string, unknown>;
}

let data = "";
let hub: HubProcess;
let prepared: Prepared;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "luot-kill-"));
  prepared = await prepareData(data, sharedSettings(2), { kiosks: KIOSKS, displays: 0 });
  hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
});

afterEach(async () => {
  await hub.kill();
  rmSync(data, { recursive: true, force: true });
});

/** Sessions outlive the hub, so officers sign in once. */
const sessions = new Map<string, string>();

/** Whether the hub let a client in before it was killed. */
async function isWelcome(client: TestClient, view: string): Promise<boolean> {
  try {
    await client.hello(view);
    return true;
  } catch {
    client.close();
    return false;
  }
}

/** Waits until the load has got somewhere in this round, so that every kill hits work under way. */
async function progress(count: () => number): Promise<void> {
  const before = count();
  const giveUpAt = Date.now() + 10_000;
  while (count() < before + IN_FLIGHT && Date.now() < giveUpAt)
    await new Promise((wait) => setTimeout(wait, 5));
}

/** Issues tickets as fast as answers come, until the connection breaks. */
async function issueUntilCut(token: string, log: Log): Promise<void> {
  const client = new TestClient(hub.url, { token });
  if (!(await isWelcome(client, "kiosk"))) return;
  const cut = client.disconnected();
  const worker = async (): Promise<void> => {
    for (const [id, payload] of log.unknown) await issue(client, id, payload, log);
    while (client.socket.connected) {
      const payload = {
        serviceId: "ho-tich",
        class: "normal",
        reason: null,
        language: "vi",
        print: false,
      };
      await issue(client, newTestId(), payload, log);
    }
  };
  await Promise.race([cut, Promise.all(Array.from({ length: IN_FLIGHT }, worker))]);
  client.close();
}

async function issue(client: TestClient, id: string, payload: unknown, log: Log): Promise<void> {
  log.unknown.set(id, payload);
  const ack = await client.send("ticket:issue", payload, id);
  if (!ack.ok) throw new Error(ack.error.code);
  const { label } = ack.data as { label: string };
  const earlier = log.issued.get(id);
  if (earlier !== undefined && earlier !== label)
    throw new Error(`${id}: ${earlier}, then ${label}`);
  log.issued.set(id, label);
  log.unknown.delete(id);
}

/** Calls as fast as answers come, until the connection breaks. */
async function callUntilCut(counterId: string, log: Log): Promise<void> {
  const token = prepared.counters[counterId] ?? "";
  const session = sessions.get(counterId);
  const client = new TestClient(hub.url, { token, ...(session === undefined ? {} : { session }) });
  if (!(await isWelcome(client, "counter"))) return;
  const cut = client.disconnected();
  const work = async (): Promise<void> => {
    if (session === undefined) {
      const username = `officer-${counterId}`;
      const ack = await client.send("officer:sign-in", { username, password: TEST_SECRET });
      sessions.set(counterId, String(dataOf(ack)["session"]));
    }
    await client.send("counter:open", { counterId });
    while (client.socket.connected) {
      const ack = await client.send("ticket:finish-and-call", { counterId, ...FINISH });
      if (!ack.ok) continue;
      const { called } = ack.data as { called: { ticketId: string; label: string } | null };
      if (called === null) continue;
      if (log.called.has(called.ticketId)) throw new Error(`${called.label} was called twice`);
      log.called.set(called.ticketId, counterId);
    }
  };
  await Promise.race([cut, work()]);
  client.close();
}

describe("kill -9 under load", () => {
  it(`[I1] [I2] [I4] loses no acknowledged ticket over ${KILLS} kills and calls none twice`, async () => {
    const logs = prepared.kiosks.map(
      (): Log => ({ issued: new Map(), called: new Map(), unknown: new Map() }),
    );
    const calls: Log = { issued: new Map(), called: new Map(), unknown: new Map() };
    for (let round = 0; round < KILLS; round++) {
      await hub.start();
      const work = [
        ...prepared.kiosks.map((token, i) => issueUntilCut(token, logs[i] as Log)),
        ...Object.keys(prepared.counters).map((id) => callUntilCut(id, calls)),
      ];
      await progress(() => logs.reduce((sum, { issued }) => sum + issued.size, 0));
      if (round % 2 === 0) await progress(() => calls.called.size);
      await new Promise((wait) => setTimeout(wait, (round * 37) % 100));
      await hub.kill();
      await Promise.all(work);
    }
    // The last lost answers are asked for again, so that nothing stays unknown.
    await hub.start();
    for (const [i, token] of prepared.kiosks.entries()) {
      const client = new TestClient(hub.url, { token });
      await client.hello("kiosk");
      const log = logs[i] as Log;
      for (const [id, payload] of log.unknown) await issue(client, id, payload, log);
      client.close();
    }
    expect(await hub.stop()).toBe(0);
    expectJournalToHold(logs, calls);
  }, 300_000);
});

function expectJournalToHold(logs: readonly Log[], calls: Log): void {
  const store = openStore(data);
  const audit = store.journal.audit();
  const issuedIn = new Map<string, string>();
  const timesCalled = new Map<string, number>();
  const labels: string[] = [];
  for (const event of store.journal.eventsAfter(0, 1_000_000))
    if (event.type === "ticket-issued") {
      issuedIn.set(event.cause, event.label);
      labels.push(event.label);
    } else if (event.type === "ticket-called")
      timesCalled.set(event.ticketId, (timesCalled.get(event.ticketId) ?? 0) + 1);
  store.close();
  expect(audit.isWhole).toBe(true);
  expect(new Set(labels).size).toBe(labels.length);
  const acknowledged = logs.flatMap(({ issued }) => [...issued]);
  // The load was real: a harness that issued nothing would prove nothing.
  expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
  expect(calls.called.size).toBeGreaterThan(KILLS);
  for (const [id, label] of acknowledged) expect(issuedIn.get(id)).toBe(label);
  expect(issuedIn.size).toBe(acknowledged.length);
  for (const ticketId of calls.called.keys()) expect(timesCalled.get(ticketId)).toBe(1);
  expect([...timesCalled.values()].filter((times) => times > 1)).toEqual([]);
}
