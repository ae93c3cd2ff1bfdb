import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Hub } from "../Hub.ts";
import {
  aKiosk,
  anOpenCounter,
  demoSettings,
  pairForTest,
  sharedSettings,
  startTestHub,
} from "../testing/startTestHub.ts";
import { dataOf, type TestClient, TestClient as Client } from "../testing/TestClient.ts";

const SOON = { timeout: 8_000 };
const SECRET_REF = "ref-7Q2Z";
const AT = { counterId: "q01" };

let hub: Hub;
let clients: TestClient[] = [];

beforeAll(async () => {
  hub = await startTestHub({ firstSettings: sharedSettings(1) });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await hub.close();
});

/** Everything that can happen to a ticket at a counter. */
async function aBusyCounter(kiosk: TestClient, counter: TestClient): Promise<void> {
  const reason = demoSettings().priorityReasons.find(({ class: id }) => id === "priority")?.id;
  const ticket = { serviceId: demoSettings().services[0]?.id, language: "vi", print: false };
  const issue = (more: object): Promise<unknown> =>
    kiosk.send("ticket:issue", { ...ticket, ...more }).then(dataOf);
  const does = async (type: string, more: object = {}): Promise<unknown> =>
    dataOf(await counter.send(type, { ...AT, ...more }));
  await issue({ class: "priority", reason });
  await issue({ class: "normal", reason: null });
  await does("ticket:call-next");
  await does("ticket:recall");
  await does("ticket:start");
  await does("ticket:finish", { outcome: "rejected", dossierRefs: [SECRET_REF] });
  await does("counter:undo");
  await does("ticket:finish-and-call", { outcome: "supplemented", dossierRefs: [SECRET_REF] });
  await does("ticket:no-show");
  await does("counter:close");
}

describe("what the hall is sent", () => {
  it.each(["display", "kiosk"] as const)(
    "[I11] says nothing on a %s of who did it, why, or what it was about",
    async (view) => {
      const screen = new Client(hub.url, { token: pairForTest(hub, view).token });
      clients.push(screen);
      const { snapshot: before } = await screen.hello(view);
      const [kiosk, counter] = [await aKiosk(hub), await anOpenCounter(hub, "q01")];
      clients.push(kiosk, counter);
      const from = hub.engine.state.seq;
      await aBusyCounter(kiosk, counter);
      await expect.poll(() => screen.frames.at(-1)?.to, SOON).toBe(hub.engine.state.seq);
      const again = new Client(hub.url, { token: pairForTest(hub, view).token });
      clients.push(again);
      const caughtUp = await again.hello(view, {
        epoch: hub.store.meta.read("epoch"),
        lastSeq: from,
      });
      const { snapshot: after } = await again.hello(view);
      expect(caughtUp.events).not.toEqual([]);
      const sent = JSON.stringify([before, screen.frames, caughtUp.events, after]);
      for (const key of ["actor", "cause", "officerId", "basis", "dossierRefs", "deviceId"])
        expect(sent).not.toContain(`"${key}"`);
      for (const word of ["officer-q01", SECRET_REF, "rejected", "supplemented"])
        expect(sent).not.toContain(word);
      // The journal does know, so there was something to hide.
      const journal = JSON.stringify(hub.store.journal.eventsAfter(from, 100));
      for (const word of ["officer-q01", SECRET_REF, "rejected", "supplemented"])
        expect(journal).toContain(word);
    },
  );

  it("[I11] names no officer to counters but the ids of those at the desks", async () => {
    const counter = await anOpenCounter(hub, "q01");
    clients.push(counter);
    const { snapshot } = await counter.hello("counter");
    expect(JSON.stringify(snapshot)).toContain("officer-q01");
    expect(JSON.stringify(snapshot)).not.toContain(SECRET_REF);
  });
});
