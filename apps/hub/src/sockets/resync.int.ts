import { aTicketFor, device } from "@luot/domain/testing";
import { projectFrame, viewOf } from "@luot/domain";
import { createHubClient, type HubClient, type TokenStore } from "@luot/hub-client";
import { afterEach, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import { temporaryFolder } from "../testing/engineOn.ts";
import { demoSettings, pairForTest, startTestHub } from "../testing/startTestHub.ts";
import { newTestId, TestClient } from "../testing/TestClient.ts";

const SERVICE = demoSettings().services[0]?.id ?? "";
const TICKET = aTicketFor(SERVICE, {});
const SOON = { timeout: 8_000 };
const WITHIN_I9 = { timeout: 2_000, interval: 20 };

let hub: Hub;
let closers: (() => void)[] = [];

afterEach(async () => {
  for (const close of closers) close();
  closers = [];
  await hub.close();
});

function issue(count: number): Promise<unknown> {
  const actor = device("kiosk");
  const command = { type: "ticket:issue", payload: TICKET, actor, deviceId: "kiosk" } as const;
  return Promise.all(
    Array.from({ length: count }, () => hub.engine.run({ id: newTestId(), ...command })),
  );
}

async function aDisplay(token: string): Promise<TestClient> {
  const client = new TestClient(hub.url, { token });
  closers.push(() => client.close());
  await client.connected();
  return client;
}

function keptToken(first: string): TokenStore {
  let token: string | null = first;
  return { read: () => token, write: (next) => void (token = next) };
}

function aClient<K extends "kiosk" | "display">(kind: K, token: string): HubClient<K> {
  const client = createHubClient({ kind, url: hub.url, tokens: keptToken(token) });
  closers.push(() => client.close());
  return client;
}

describe("a client that was away", () => {
  it("gets exactly the facts it missed", async () => {
    hub = await startTestHub();
    const { token } = pairForTest(hub, "display");
    const first = await aDisplay(token);
    const { epoch, seq, snapshot, events } = await first.hello("display");
    expect(events).toBeUndefined();
    expect(snapshot).toEqual(viewOf("display", hub.engine.state));
    first.close();
    await issue(7);
    const back = await (await aDisplay(token)).hello("display", { epoch, lastSeq: seq });
    expect(back.snapshot).toBeUndefined();
    expect(back.seq).toBe(seq + 7);
    expect(back.events).toEqual(
      projectFrame("display", hub.store.journal.eventsAfter(seq, 100), hub.engine.state),
    );
    const inStep = await (await aDisplay(token)).hello("display", { epoch, lastSeq: back.seq });
    expect(inStep.events).toEqual([]);
  });

  it.each([
    ["of another epoch", { epoch: "another", lastSeq: 1 }],
    ["that names no epoch", { lastSeq: 1 }],
    ["from the future", { lastSeq: 1e9 }],
  ])("gets a snapshot when it is %s", async (_, more) => {
    hub = await startTestHub();
    const { token } = pairForTest(hub, "display");
    const { epoch } = await (await aDisplay(token)).hello("display");
    const asked =
      "epoch" in more || !("lastSeq" in more && more.lastSeq > 1) ? more : { ...more, epoch };
    const welcome = await (await aDisplay(token)).hello("display", asked);
    expect(welcome.events).toBeUndefined();
    expect(welcome.snapshot).toEqual(viewOf("display", hub.engine.state));
  });

  it("gets a snapshot when it is more than 2,000 facts behind", async () => {
    hub = await startTestHub({ firstSettings: manyNumbers() });
    const { token } = pairForTest(hub, "display");
    const display = await aDisplay(token);
    const { epoch, seq } = await display.hello("display");
    display.close();
    await issue(2_001);
    const far = await (await aDisplay(token)).hello("display", { epoch, lastSeq: seq });
    expect(far.snapshot).toEqual(viewOf("display", hub.engine.state));
    const near = await (await aDisplay(token)).hello("display", { epoch, lastSeq: seq + 1 });
    expect(near.snapshot).toBeUndefined();
    expect(near.events).toHaveLength(1);
  });

  it("is sent frames that fit together, from where it was welcomed", async () => {
    hub = await startTestHub();
    const display = await aDisplay(pairForTest(hub, "display").token);
    const { seq } = await display.hello("display");
    for (let i = 0; i < 10; i++) await issue(3);
    await expect.poll(() => display.frames.at(-1)?.to, SOON).toBe(seq + 30);
    const { frames } = display;
    expect(frames[0]?.from).toBe(seq);
    expect(frames.slice(1).map(({ from }) => from)).toEqual(
      frames.slice(0, -1).map(({ to }) => to),
    );
  });
});

describe("screens while the hub is stopped and started again", () => {
  it("[I9] are live again without a reload, and show the hub's state", async () => {
    const data = temporaryFolder();
    hub = await startTestHub({ data });
    const display = aClient("display", pairForTest(hub, "display").token);
    const kiosk = aClient("kiosk", pairForTest(hub, "kiosk").token);
    await expect.poll(() => display.getState().connection, SOON).toBe("live");
    await expect.poll(() => kiosk.getState().connection, SOON).toBe("live");
    expect((await kiosk.send("ticket:issue", TICKET)).ok).toBe(true);
    const { port } = hub;

    await hub.close();
    await expect.poll(() => display.getState().connection, SOON).toBe("reconnecting");
    const id = kiosk.newId();
    const inFlight = [
      kiosk.send("ticket:issue", TICKET, { id }),
      kiosk.send("ticket:issue", TICKET),
    ];
    hub = await startTestHub({ data, port });
    await issue(5);

    await expect.poll(() => display.getState().connection, WITHIN_I9).toBe("live");
    await expect
      .poll(() => display.getState().view, WITHIN_I9)
      .toEqual(viewOf("display", hub.engine.state));
    const answers = await Promise.all(inFlight);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(hub.engine.state.tickets.size).toBe(8);
    // The same wish asked again is the same ticket.
    expect(await kiosk.send("ticket:issue", TICKET, { id })).toEqual(answers[0]);
    expect(hub.engine.state.tickets.size).toBe(8);
    await expect.poll(() => kiosk.getState().view, SOON).toEqual(viewOf("kiosk", hub.engine.state));
    await expect
      .poll(() => display.getState().view, SOON)
      .toEqual(viewOf("display", hub.engine.state));
  });

  it("say after five seconds of silence that what they show may be old", async () => {
    const data = temporaryFolder();
    hub = await startTestHub({ data });
    const display = aClient("display", pairForTest(hub, "display").token);
    await expect.poll(() => display.getState().connection, SOON).toBe("live");
    expect(display.getState().isStale).toBe(false);
    const { port } = hub;
    await hub.close();
    await expect.poll(() => display.getState().isStale, { timeout: 10_000 }).toBe(true);
    hub = await startTestHub({ data, port });
    await expect.poll(() => display.getState().isStale, SOON).toBe(false);
    expect(display.getState().connection).toBe("live");
  });

  it("say disconnected when no answer came in time, and take the answer later under the id", async () => {
    const data = temporaryFolder();
    hub = await startTestHub({ data });
    const kiosk = aClient("kiosk", pairForTest(hub, "kiosk").token);
    await expect.poll(() => kiosk.getState().connection, SOON).toBe("live");
    const { port } = hub;
    await hub.close();
    const id = kiosk.newId();
    expect(await kiosk.send("ticket:issue", TICKET, { id, giveUpMs: 300 })).toMatchObject({
      ok: false,
      code: "disconnected",
    });
    hub = await startTestHub({ data, port });
    expect(await kiosk.send("ticket:issue", TICKET, { id })).toMatchObject({ ok: true });
    expect(hub.engine.state.tickets.size).toBe(1);
  });
});

/** Settings whose first series has numbers for thousands. */
function manyNumbers(): ReturnType<typeof demoSettings> {
  const settings = demoSettings();
  const series = settings.series.map((one) => ({ ...one, to: 9_999, digits: 4 }));
  return { ...settings, series };
}
