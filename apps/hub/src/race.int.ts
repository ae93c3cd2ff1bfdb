import type { Ack } from "@luot/contract";
import { afterEach, describe, expect, it } from "vitest";
import type { Hub } from "./Hub.ts";
import { aKiosk, anOpenCounter, sharedSettings, startTestHub } from "./testing/startTestHub.ts";
import { codeOf, dataOf, newTestId, type TestClient } from "./testing/TestClient.ts";

const COUNTERS = 8;
const TICKETS = 500;
const FINISH = { outcome: "accepted", dossierRefs: [] };

let hub: Hub | null = null;
let clients: TestClient[] = [];

afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await hub?.close();
  hub = null;
});

/** Opens the hall: one kiosk, eight counters that serve everything, 500 people in line. */
async function openHall(
  sendsTwice: boolean,
): Promise<{ counters: TestClient[]; labels: string[] }> {
  hub = await startTestHub({ firstSettings: sharedSettings(COUNTERS) });
  const open = hub;
  const kiosk = await aKiosk(open);
  const ids = [...open.engine.state.counters.keys()];
  const counters = await Promise.all(ids.map((id) => anOpenCounter(open, id)));
  clients = [kiosk, ...counters];
  const services = open.engine.state.settings.services.map(({ id }) => id);
  const answers = await Promise.all(
    Array.from({ length: TICKETS }, (_, i) =>
      send(kiosk, sendsTwice, "ticket:issue", {
        serviceId: services[i % services.length],
        class: "normal",
        reason: null,
        language: "vi",
        print: false,
      }),
    ),
  );
  return { counters, labels: answers.map((ack) => String(dataOf(ack)["label"])) };
}

/** Sends a command, or twice at once under one id; then both answers must be the same. */
async function send(
  client: TestClient,
  sendsTwice: boolean,
  type: string,
  payload: unknown,
): Promise<Ack> {
  const id = newTestId();
  const first = client.send(type, payload, id);
  if (!sendsTwice) return first;
  const second = client.send(type, payload, id);
  expect(await second).toEqual(await first);
  return first;
}

/** Calls until nobody is left; returns the labels called, and what else was refused. */
async function callAll(
  counter: TestClient,
  counterId: string,
  sendsTwice: boolean,
): Promise<{ called: string[]; refused: (string | null)[] }> {
  const called: string[] = [];
  const refused: (string | null)[] = [];
  for (;;) {
    const ack = await send(counter, sendsTwice, "ticket:finish-and-call", { counterId, ...FINISH });
    if (!ack.ok) {
      refused.push(codeOf(ack));
      return { called, refused };
    }
    const next = dataOf(ack)["called"] as { label: string } | null;
    if (next === null) continue;
    called.push(next.label);
  }
}

describe("eight counters calling at the same instant", () => {
  it.each([
    ["once", false],
    ["twice", true],
  ])("[I4] call each of 500 tickets exactly once, each command sent %s", async (_, sendsTwice) => {
    const { counters, labels } = await openHall(sendsTwice);
    const ids = [...(hub?.engine.state.counters.keys() ?? [])];
    const done = await Promise.all(
      counters.map((counter, i) => callAll(counter, ids[i] ?? "", sendsTwice)),
    );
    const called = done.flatMap((result) => result.called);
    expect(new Set(labels).size).toBe(TICKETS);
    expect(called).toHaveLength(TICKETS);
    expect(called.toSorted()).toEqual(labels.toSorted());
    expect(done.flatMap((result) => result.refused)).toEqual(
      Array.from({ length: COUNTERS }, () => "queue_empty"),
    );
    expect(hub?.store.journal.audit().isWhole).toBe(true);
    const { totals } = hub?.engine.state ?? { totals: null };
    expect(totals).toMatchObject({ issued: TICKETS, done: TICKETS });
  });
});
