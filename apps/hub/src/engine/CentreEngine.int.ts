import type { Ack } from "@luot/contract";
import { type Command, toSnapshot } from "@luot/domain";
import { aTicketFor, DAY, officer } from "@luot/domain/testing";
import type { Journal, JournalEntry } from "@luot/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aStore, engineOn, openDay, temporaryFolder, wish } from "../testing/engineOn.ts";
import { codeOf, dataOf } from "../testing/TestClient.ts";
import { loadState } from "./loadState.ts";

/** A journal that counts its appends and can be made to fail them. */
class WrappedJournal implements Journal {
  readonly #inner: Journal;
  readonly appended: number[] = [];
  failing = false;

  constructor(inner: Journal) {
    this.#inner = inner;
  }

  get lastSeq(): number {
    return this.#inner.lastSeq;
  }

  async append(expectedSeq: number, entries: readonly JournalEntry[]): Promise<void> {
    this.appended.push(entries.length);
    if (this.failing) throw new Error("the disk is gone");
    await this.#inner.append(expectedSeq, entries);
  }

  recordOf: Journal["recordOf"] = (id) => this.#inner.recordOf(id);
  eventsAfter: Journal["eventsAfter"] = (seq, limit) => this.#inner.eventsAfter(seq, limit);
  latestSnapshot: Journal["latestSnapshot"] = () => this.#inner.latestSnapshot();
  saveSnapshot: Journal["saveSnapshot"] = (snapshot, atMs) =>
    this.#inner.saveSnapshot(snapshot, atMs);
}

const issue = (id?: string): Command => wish("ticket:issue", aTicketFor("land", {}), id);
const FINISH = { counterId: "c1", outcome: "accepted", dossierRefs: [] } as const;

/** What may be wished for, accepted or refused as it comes. */
const aWish = fc.constantFrom<() => Command>(
  () => issue(),
  () => wish("ticket:issue", aTicketFor("nowhere", {})),
  () => wish("counter:open", { counterId: "c1" }),
  () => wish("ticket:call-next", { counterId: "c1" }),
  () => wish("ticket:start", { counterId: "c1" }),
  () => wish("ticket:finish-and-call", FINISH),
  () => wish("ticket:no-show", { counterId: "c1" }),
  () => wish("counter:undo", { counterId: "c1" }),
  () => wish("counter:close", { counterId: "c1" }),
);

/** Commands, and the order in which they and their repeats arrive; a pause ends a turn. */
const aHistory = fc
  .array(aWish, { minLength: 1, maxLength: 12 })
  .chain((wishes) =>
    fc.tuple(
      fc.constant(wishes),
      fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.nat(wishes.length - 1) },
          { weight: 1, arbitrary: fc.constant("pause" as const) },
        ),
        { maxLength: 40 },
      ),
    ),
  );

describe("the engine on a real journal", () => {
  it("[I8] applies a command once and answers the same, also after a reopen", async () => {
    await fc.assert(
      fc.asyncProperty(aHistory, async ([wishes, arrivals]) => {
        const folder = temporaryFolder();
        const first = aStore(folder);
        const { engine, published } = engineOn(first);
        await openDay(engine);
        const commands = wishes.map((make) => make());
        const answers = new Map<string, Ack[]>();
        const waiting: Promise<void>[] = [];
        const note = (id: string, ack: Ack): void => {
          answers.set(id, [...(answers.get(id) ?? []), ack]);
        };
        for (const arrival of arrivals) {
          const command = arrival === "pause" ? undefined : commands[arrival];
          if (command === undefined) await new Promise((go) => setImmediate(go));
          else waiting.push(engine.run(command).then((ack) => note(command.id, ack)));
        }
        await Promise.all(waiting);
        const causes = published.map(({ cause }) => cause);
        // Once: the facts of one command stand together, so each cause begins in one place only.
        const starts = causes.filter((cause, i) => cause !== causes[i - 1]);
        expect(new Set(starts).size).toBe(starts.length);
        expect(first.journal.eventsAfter(0, 1_000)).toEqual(published);
        first.close();

        const second = aStore(folder);
        const reopened = engineOn(second);
        for (const command of commands)
          if (answers.has(command.id)) note(command.id, await reopened.engine.run(command));
        expect(reopened.published).toEqual([]);
        for (const given of answers.values()) expect(given).toEqual(given.map(() => given[0]));
        second.close();
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, (command: Command) => Command]>([
    ["another actor", (command) => ({ ...command, actor: officer("somebody-else") })],
    ["another type", ({ id }) => wish("ticket:call-next", { counterId: "c1" }, id)],
    ["another payload", ({ id }) => wish("ticket:issue", aTicketFor("birth", {}), id)],
  ])("[I8] refuses an id that comes with %s", async (_, change) => {
    const store = aStore();
    const { engine, published } = engineOn(store);
    await openDay(engine);
    const command = issue();
    const [first, other] = await Promise.all([engine.run(command), engine.run(change(command))]);
    expect(codeOf(first)).toBeNull();
    expect(codeOf(other)).toBe("id_reused");
    expect(codeOf(await engine.run(change(command)))).toBe("id_reused");
    expect(published.map(({ type }) => type)).toEqual(["day-opened", "ticket-issued"]);
    store.close();
  });

  it("remembers refusals, also when the wish would be granted by now", async () => {
    const store = aStore();
    const { engine } = engineOn(store);
    const early = issue();
    expect(codeOf(await engine.run(early))).toBe("day_not_open");
    await openDay(engine);
    expect(codeOf(await engine.run(early))).toBe("day_not_open");
    expect(codeOf(await engine.run(issue()))).toBeNull();
    store.close();
  });

  it("commits all commands of a turn by one append", async () => {
    const store = aStore();
    const journal = new WrappedJournal(store.journal);
    const { engine } = engineOn(store, { journal });
    await openDay(engine);
    const answers = await Promise.all(Array.from({ length: 300 }, () => engine.run(issue())));
    expect(new Set(answers.map((ack) => dataOf(ack)["label"])).size).toBe(300);
    expect(journal.appended).toEqual([1, 300]);
    expect(engine.pending).toBe(0);
    store.close();
  });

  it("keeps a commit short when too many wait, and loses none", async () => {
    const store = aStore();
    const journal = new WrappedJournal(store.journal);
    const { engine } = engineOn(store, { journal });
    await openDay(engine);
    await Promise.all(Array.from({ length: 600 }, () => engine.run(issue())));
    expect(journal.appended).toEqual([1, 512, 88]);
    store.close();
  });

  it("answers before it publishes, and neither before the append is done", async () => {
    const store = aStore();
    const told: string[] = [];
    const journal = new WrappedJournal(store.journal);
    const { engine } = engineOn(store, {
      journal,
      publish: (events) =>
        told.push(`${events.map(({ type }) => type).join()} at ${store.journal.lastSeq}`),
    });
    await openDay(engine);
    await new Promise<void>((done) => {
      engine.submit(issue(), () => told.push(`first answer at ${store.journal.lastSeq}`));
      engine.submit(issue(), () => {
        told.push("second answer");
        setImmediate(done);
      });
    });
    expect(told.slice(1)).toEqual([
      "first answer at 3",
      "second answer",
      "ticket-issued,ticket-issued at 3",
    ]);
    store.close();
  });
});

describe("the engine when something breaks", () => {
  it("answers only the command whose decision throws with internal", async () => {
    const store = aStore();
    const { engine, published } = engineOn(store);
    await openDay(engine);
    const spoilt = issue();
    const acks = await new Promise<(string | null)[]>((done) => {
      const codes: (string | null)[] = [];
      const note = (ack: Ack): void => void (codes.push(codeOf(ack)) === 3 && done(codes));
      engine.submit(issue(), note);
      // The payload is read while deciding: what it throws is a bug of the decision.
      engine.submit(
        {
          ...spoilt,
          payload: new Proxy(spoilt.payload, {
            get: (target, key) => {
              if (key === "serviceId") throw new Error("a planted bug");
              return Reflect.get(target, key) as unknown;
            },
            ownKeys: () => [],
          }),
        } as Command,
        note,
      );
      engine.submit(issue(), note);
    });
    expect(acks).toEqual([null, "internal", null]);
    expect(published.filter(({ type }) => type === "ticket-issued")).toHaveLength(2);
    expect(toSnapshot(loadState(store))).toEqual(toSnapshot(engine.state));
    // A bug is not an answer to keep: the same wish is decided anew.
    expect(codeOf(await engine.run(spoilt))).toBeNull();
    store.close();
  });

  it("forgets what a fold left half done, and keeps the rest of the batch", async () => {
    const store = aStore();
    const { engine, published } = engineOn(store);
    await openDay(engine);
    const before = issue();
    const first = engine.run(before);
    const spoilt = engine.run(issue());
    const last = engine.run(issue());
    // The second fold of the batch meets a map that breaks after it was changed.
    const { tickets } = engine.state;
    const set = tickets.set.bind(tickets);
    let sets = 0;
    tickets.set = (id, ticket) => {
      set(id, ticket);
      if (++sets === 2) throw new Error("a planted bug");
      return tickets;
    };
    expect([await first, await spoilt, await last].map(codeOf)).toEqual([null, "internal", null]);
    expect(engine.state.tickets.size).toBe(2);
    expect(published.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(toSnapshot(loadState(store))).toEqual(toSnapshot(engine.state));
    expect(codeOf(await engine.run(issue()))).toBeNull();
    store.close();
  });

  it("answers unavailable when nothing can be stored, and keeps nothing of it", async () => {
    const store = aStore();
    const journal = new WrappedJournal(store.journal);
    const { engine, published } = engineOn(store, { journal });
    await openDay(engine);
    const before = toSnapshot(engine.state);
    journal.failing = true;
    const lost = issue();
    const acks = await Promise.all([engine.run(lost), engine.run(issue())]);
    expect(acks.map(codeOf)).toEqual(["unavailable", "unavailable"]);
    expect(toSnapshot(engine.state)).toEqual(before);
    expect(store.journal.lastSeq).toBe(1);
    expect(store.journal.recordOf(lost.id)).toBeUndefined();
    expect(published).toHaveLength(1);
    journal.failing = false;
    expect(dataOf(await engine.run(lost))["label"]).toBe("A001");
    expect(store.journal.lastSeq).toBe(2);
    store.close();
  });

  it("refuses a day that is not today's", async () => {
    const store = aStore();
    const { engine } = engineOn(store);
    expect(codeOf(await engine.run(wish("day:open", { day: "2026-03-03" })))).toBe("wrong_day");
    expect(codeOf(await engine.run(wish("day:open", { day: DAY })))).toBeNull();
    store.close();
  });
});
