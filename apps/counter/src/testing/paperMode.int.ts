import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHubClient, type HubClient } from "@luot/hub-client";
import { openStore } from "@luot/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  freePort,
  HubProcess,
  prepareData,
  type Prepared,
} from "../../../hub/src/testing/HubProcess.ts";
import { sharedSettings, TEST_SECRET } from "../../../hub/src/testing/startTestHub.ts";
import { dataOf, TestClient } from "../../../hub/src/testing/TestClient.ts";
import { OfflineDesk } from "../offline/OfflineDesk.ts";
import { OfflineStore } from "../offline/OfflineStore.ts";
import { MemoryStorage } from "./MemoryStorage.ts";

const SETTINGS = sharedSettings(3);
const TICKETS = 9;
let folder: string;
let data: string;
let prepared: Prepared;
let hub: HubProcess;
let closing: (() => void)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "luot-paper-"));
  data = join(folder, "hub");
  prepared = await prepareData(data, SETTINGS, { kiosks: 1, displays: 0 });
  hub = new HubProcess(data, await freePort(), ["--limits", "load-test"]);
  await hub.start();
});

afterEach(async () => {
  for (const close of closing) close();
  closing = [];
  await hub.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** A counter as its screen runs it, with what it keeps over restarts. */
class TestCounter {
  readonly counterId: string;
  readonly storage = new MemoryStorage();
  readonly hub: HubClient<"counter">;
  desk: OfflineDesk;

  constructor(counterId: string) {
    this.counterId = counterId;
    const token = prepared.counters[counterId] ?? "";
    const tokens = { read: () => token, write: () => {} };
    this.hub = createHubClient({ kind: "counter", url: hub.url, tokens });
    this.desk = this.#aDesk();
    closing.push(() => {
      this.desk.close();
      this.hub.close();
    });
  }

  #aDesk(): OfflineDesk {
    const store = new OfflineStore(this.storage, this.counterId);
    return new OfflineDesk({
      hub: this.hub,
      counterId: this.counterId,
      store,
      unknownAfterMs: 300,
    });
  }

  async open(): Promise<void> {
    await until(() => this.hub.getState().connection === "live");
    const username = `officer-${this.counterId}`;
    const signedIn = await this.hub.send("officer:sign-in", { username, password: TEST_SECRET });
    if (!signedIn.ok) throw new Error(signedIn.code);
    this.hub.useSession(signedIn.data.session);
    const { counterId } = this;
    const opened = await this.hub.send("counter:open", { counterId });
    if (!opened.ok) throw new Error(opened.code);
    this.attend();
  }

  attend(): void {
    const officerId = `officer-${this.counterId}`;
    const officer = { officerId, name: officerId, role: "officer", rights: [] } as const;
    this.desk.attend({
      officer: { ...officer, isLocked: false },
      settings: SETTINGS,
      learn: (code) => {
        throw new Error(code);
      },
    });
  }

  /** As if the app was ended and started again; nobody is signed in then. */
  restart(): void {
    this.desk.close();
    this.desk = this.#aDesk();
  }

  get waiting(): number {
    const tickets = Object.values(this.hub.getState().view?.tickets ?? {});
    return tickets.filter(({ place }) => place.status === "waiting").length;
  }

  get current(): string | null {
    const { view } = this.hub.getState();
    return view?.tickets[view.counters[this.counterId]?.ticketId ?? ""]?.label ?? null;
  }

  /** Calls everybody on the list; every other one does not come. @returns their numbers */
  workAll(): readonly string[] {
    const called: string[] = [];
    while (this.desk.call(null)) {
      called.push(this.desk.getState().log?.entries.at(-1)?.ticket.label ?? "");
      const id = this.hub.newId();
      const isEnded =
        called.length % 2 === 0
          ? this.desk.noShow(id)
          : this.desk.finish({ outcome: "accepted", dossierRefs: [] }, id);
      if (!isEnded) throw new Error("the visit did not end");
    }
    return called;
  }
}

async function issue(count: number): Promise<readonly string[]> {
  const kiosk = new TestClient(hub.url, { token: prepared.kiosks[0] ?? "" });
  closing.push(() => kiosk.close());
  await kiosk.hello("kiosk");
  const [service] = SETTINGS.services;
  const wish = { serviceId: service?.id, class: "normal", reason: null, language: "vi" };
  const labels: string[] = [];
  for (let i = 0; i < count; i += 1)
    labels.push(
      String(dataOf(await kiosk.send("ticket:issue", { ...wish, print: false }))["label"]),
    );
  kiosk.close();
  return labels;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((wait) => setTimeout(wait, 20));
}

/** Of each event of a type in the journal: label, counter, and what came of it. */
async function journal(type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  await hub.stop();
  const store = openStore(data);
  const events = store.journal.eventsAfter(0, 10_000);
  store.close();
  return events.filter((event) => event.type === type) as never;
}

const isGone = ({ desk }: TestCounter): boolean => desk.getState().goneSince !== null;
const isTold = ({ desk }: TestCounter): boolean => {
  const { log, isMerging } = desk.getState();
  return !isMerging && (log === null || (log.entries.length === 0 && log.paper === null));
};

describe("counters whose hub is killed", () => {
  it("serve their lists in paper mode, and each ticket was called by one of them only", async () => {
    const counters = [new TestCounter("q01"), new TestCounter("q02")];
    for (const counter of counters) await counter.open();
    const labels = await issue(TICKETS);
    await until(() => counters.every(({ waiting }) => waiting === TICKETS));
    await hub.kill();
    await until(() => counters.every(isGone));
    for (const { desk } of counters) expect(desk.startPaper("Chi")).toBe(true);
    const [first, second] = counters as [TestCounter, TestCounter];
    expect(first.desk.add("BK2-07")).toBeNull();
    const called = counters.map((counter) => counter.workAll());
    expect(called.flat().toSorted()).toEqual([...labels, "BK2-07"].toSorted());
    second.restart();
    await hub.start();
    second.attend();
    // The hub falls again in the middle of being told.
    await until(() => (first.desk.getState().log?.merged ?? 0) > 0 || isTold(first));
    await hub.kill();
    await hub.start();
    await until(() => counters.every(isTold));
    expect(first.desk.getState().log?.told).toEqual([
      { label: "BK2-07", kind: "call", code: "unknown_ticket" },
    ]);
    expect(second.desk.getState().log?.told).toEqual([]);
    const calls = await journal("ticket-called");
    expect(calls.map(({ label }) => String(label)).toSorted()).toEqual(labels.toSorted());
    for (const [i, { counterId }] of counters.entries()) {
      const own = calls.filter(({ to }) => (to as { counterId: string }).counterId === counterId);
      // In the order in which they were called.
      expect(own.map(({ label }) => label)).toEqual(called[i]?.filter((one) => one !== "BK2-07"));
    }
  });

  it("end the visit that is there, once, over a restart of the counter", async () => {
    const counter = new TestCounter("q01");
    await counter.open();
    await issue(2);
    await until(() => counter.waiting === 2);
    await counter.hub.send("ticket:call-next", { counterId: "q01" });
    await until(() => counter.current !== null);
    const label = counter.current;
    await hub.kill();
    await until(() => isGone(counter));
    expect(counter.desk.finish({ outcome: "guided", dossierRefs: [] }, counter.hub.newId())).toBe(
      true,
    );
    expect(counter.desk.finish({ outcome: "guided", dossierRefs: [] }, counter.hub.newId())).toBe(
      false,
    );
    counter.restart();
    await hub.start();
    expect(counter.desk.getState().log?.entries).toHaveLength(1);
    counter.attend();
    await until(() => isTold(counter) && counter.current === null);
    expect(counter.desk.getState().log).toBeNull();
    const finished = await journal("ticket-finished");
    expect(finished.map((event) => [event["label"], event["outcome"]])).toEqual([
      [label, "guided"],
    ]);
  });
});
