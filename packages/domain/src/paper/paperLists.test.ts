import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { HELD, isCallable, linesOfCounter } from "../policy/pickNext.ts";
import type { State } from "../state.ts";
import { aCentre } from "../testing/aCentre.ts";
import { failureOf, same } from "../testing/failureOf.ts";
import { historyOf, play } from "../testing/history.ts";
import { openedRunner, type Runner } from "../testing/Runner.ts";
import { deskView } from "../views/deskView.ts";
import { paperLists } from "./paperLists.ts";

// A busy machine may take long; how long says nothing about the lists.
vi.setConfig({ testTimeout: 120_000 });

type Lists = ReturnType<typeof paperLists>;

/** A hall with somebody waiting at most ends: days that close empty it. */
const HISTORIES = historyOf({ length: 160, without: ["day:close", "counter:close"] });

function idsOf(lists: Lists, counterId: string): readonly string[] {
  return (lists.get(counterId) ?? []).map(({ id }) => id);
}

/** The open counters that call from a ticket's line, by the engine's own word. */
function callersOf(state: State, line: string): readonly string[] {
  return [...state.counters.values()]
    .filter(({ id, status }) => status === "open" && reaches(id))
    .map(({ id }) => id);

  function reaches(counterId: string): boolean {
    return linesOfCounter(state, counterId)
      .flat()
      .some((one) => one === line);
  }
}

describe("paperLists", () => {
  it("[PAPER-1] [PAPER-2] [PAPER-3] has each ticket that may be called on exactly one list", () => {
    let seen = 0;
    const property = fc.property(HISTORIES, (intents) => {
      const { state, now } = play(intents, {});
      const lists = paperLists(deskView(state), state.settings, now);
      const all = [...lists.values()].flat().map(({ id }) => id);
      same(new Set(all).size, all.length);
      const wanted = [...state.tickets.values()].filter(
        (ticket) =>
          ticket.place.status === "waiting" &&
          isCallable(ticket, now) &&
          callersOf(state, ticket.place.line).length > 0,
      );
      seen += wanted.length;
      same(all.toSorted(), wanted.map(({ id }) => id).toSorted());
    });
    expect(failureOf(property, 150)).toBeNull();
    // A property of empty halls would hold as well.
    expect(seen).toBeGreaterThan(150);
  });

  it("[PAPER-1] shares nothing between counters that did not hear the same last word", () => {
    let met = 0;
    const missing = fc.array(fc.nat(40), { maxLength: 6 });
    const property = fc.property(
      HISTORIES,
      missing,
      missing,
      fc.nat(9_000),
      (intents, a, b, ms) => {
        const { state, now } = play(intents, {});
        const view = deskView(state);
        const without = (gone: readonly number[], asOf: number): Lists => {
          const left = Object.entries(view.tickets).filter((_, i) => !gone.includes(i));
          return paperLists({ ...view, tickets: Object.fromEntries(left) }, state.settings, asOf);
        };
        const [one, other] = [without(a, now), without(b, now - ms)];
        for (const mine of one.keys())
          for (const theirs of other.keys()) {
            if (mine === theirs) continue;
            met += 1;
            const shared = idsOf(one, mine).filter((id) => idsOf(other, theirs).includes(id));
            same(shared, []);
          }
      },
    );
    expect(failureOf(property, 150)).toBeNull();
    expect(met).toBeGreaterThan(100);
  });

  it("[PAPER-1] shares a line out about evenly", () => {
    const runner = aFullHall(300);
    const lists = paperLists(deskView(runner.state), runner.state.settings, runner.now);
    for (const counterId of ["c1", "c3"])
      expect(idsOf(lists, counterId).length).toBeGreaterThan(100);
  });

  it("[PAPER-3] has nobody who is held or whose paper was not confirmed at the last word", () => {
    const runner = aFullHall(2);
    const view = deskView(runner.state);
    const [held, late] = Object.values(view.tickets).map((ticket, i) => ({
      ...ticket,
      callableAt: i === 0 ? HELD : runner.now + 1,
    }));
    const tickets = Object.fromEntries([held, late].map((ticket) => [ticket?.id, ticket]));
    const all = (asOf: number): number =>
      [...paperLists({ ...view, tickets }, runner.state.settings, asOf).values()].flat().length;
    expect(all(runner.now)).toBe(0);
    expect(all(runner.now + 1)).toBe(1);
  });
});

/** Counters 1 and 3 are open and both take `land`. */
function aFullHall(tickets: number): Runner {
  const runner = openedRunner(aCentre({}), ["c1", "c3"]);
  for (let i = 0; i < tickets; i += 1) runner.issue("land", {});
  runner.now += 10_000;
  return runner;
}
