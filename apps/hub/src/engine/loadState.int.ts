import { toSnapshot } from "@luot/domain";
import { aCentre, aTicketFor, T0 } from "@luot/domain/testing";
import { describe, expect, it } from "vitest";
import { aStore, engineOn, openDay, temporaryFolder, wish } from "../testing/engineOn.ts";
import { loadState } from "./loadState.ts";
import { SnapshotKeeper } from "./SnapshotKeeper.ts";

const FINISH = { counterId: "c1", outcome: "accepted", dossierRefs: [] } as const;

describe("loading the state", () => {
  it("gives the same state from a snapshot and the facts after it as from all facts", async () => {
    const store = aStore(temporaryFolder());
    const { engine } = engineOn(store);
    const work = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i++) {
        await engine.run(wish("ticket:issue", aTicketFor("land", {})));
        await engine.run(wish("ticket:issue", aTicketFor("birth", {})));
        await engine.run(wish("ticket:finish-and-call", FINISH));
      }
    };
    await openDay(engine);
    await engine.run(wish("counter:open", { counterId: "c1" }));
    await engine.run(wish("ticket:call-next", { counterId: "c1" }));
    await work(5);
    const withoutSnapshot = toSnapshot(loadState(store));
    expect(withoutSnapshot).toEqual(toSnapshot(engine.state));
    new SnapshotKeeper(store.journal, () => T0).take(engine.state);
    expect(toSnapshot(loadState(store))).toEqual(withoutSnapshot);
    await work(5);
    expect(store.journal.latestSnapshot()?.seq).toBeLessThan(engine.state.seq);
    expect(toSnapshot(loadState(store))).toEqual(toSnapshot(engine.state));
    store.close();
  });

  it("starts with the settings of the first fact, not with a version published later", async () => {
    const store = aStore();
    const { engine } = engineOn(store);
    await openDay(engine);
    const newer = store.settings.add(aCentre({ counters: aCentre({}).counters.slice(0, 2) }), T0);
    expect(loadState(store).settings.version).toBe(1);
    engine.state.library.set(2, newer.settings);
    await engine.run(wish("settings:publish", { version: 2, hash: newer.hash }));
    expect(loadState(store).settings.version).toBe(2);
    expect(loadState(store).counters.size).toBe(2);
    store.close();
  });

  it("takes a snapshot after 5,000 facts and two for each ticket, and none twice", async () => {
    const store = aStore();
    const { engine } = engineOn(store);
    await openDay(engine);
    const keeper = new SnapshotKeeper(store.journal, () => T0);
    keeper.keep({ ...engine.state, seq: 4_999 });
    expect(store.journal.latestSnapshot()).toBeNull();
    keeper.keep({ ...engine.state, seq: 5_000 });
    expect(store.journal.latestSnapshot()?.seq).toBe(5_000);
    keeper.keep({ ...engine.state, seq: 9_999 });
    expect(store.journal.latestSnapshot()?.seq).toBe(5_000);
    keeper.take({ ...engine.state, seq: 9_999 });
    expect(store.journal.latestSnapshot()?.seq).toBe(9_999);
    store.close();
  });
});
