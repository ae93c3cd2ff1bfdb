import { describe, expect, it } from "vitest";
import type { Event } from "./events.ts";
import { evolve } from "./evolve.ts";
import { fromSnapshot, toSnapshot } from "./snapshot.ts";
import { learnSettings } from "./state.ts";
import { aCentre, DAY } from "./testing/aCentre.ts";
import { officerAt, openedRunner, type Runner } from "./testing/Runner.ts";

const lan = officerAt("c1");

function called(): Runner {
  const runner = openedRunner(aCentre({}), ["c1", "c2"]);
  runner.issue("land", {});
  runner.must("ticket:call-next", { counterId: "c1" }, lan);
  return runner;
}

function next(runner: Runner, event: Event): Event {
  return { ...event, seq: runner.state.seq + 1 };
}

function last(runner: Runner): Event {
  const event = runner.journal.at(-1);
  if (event === undefined) throw new Error("the journal is empty");
  return event;
}

describe("evolve", () => {
  it("[I7] throws at a gap in the numbers, and at a fact told twice", () => {
    const runner = called();
    expect(() => evolve(runner.state, last(runner))).toThrow(/seq 5 after 5/u);
    expect(() => evolve(runner.state, { ...last(runner), seq: 7 })).toThrow(/seq 7 after 5/u);
  });

  it("[I3] throws at a move from where the ticket is not", () => {
    const runner = called();
    expect(() => evolve(runner.state, next(runner, last(runner)))).toThrow(/A001 is not there/u);
  });

  it("[I3] throws at a second ticket at a counter", () => {
    const runner = called();
    const ticket = runner.issue("land", {});
    const event = last(called());
    if (event.type !== "ticket-called") throw new Error("a call was expected");
    const second = { ...event, ticketId: ticket.id, label: ticket.label };
    const to = { ...event.to, orderAt: ticket.place.orderAt };
    const broken = next(runner, { ...second, from: ticket.place, to });
    expect(() => evolve(runner.state, broken)).toThrow(/c1 already has a ticket/u);
  });

  it("[I1] throws at a label that is issued twice", () => {
    const runner = openedRunner(aCentre({}), []);
    runner.issue("land", {});
    const again = next(runner, last(runner));
    expect(() => evolve(runner.state, again)).toThrow(/A001 issued twice/u);
  });

  it("[DAY-3] throws at a day that is opened twice", () => {
    const runner = openedRunner(aCentre({}), []);
    expect(() => evolve(runner.state, next(runner, last(runner)))).toThrow(/opened twice/u);
    expect(runner.state.day).toBe(DAY);
  });

  it("[SET-1] throws at a version, ticket or counter that it was never told of", () => {
    const runner = called();
    const { ticketId } = { ticketId: "x", ...last(runner) };
    expect(ticketId).not.toBe("x");
    const head = { ...last(runner), seq: runner.state.seq + 1 };
    const { centre, day, at, actor, cause, seq } = head;
    const common = { centre, day, at, actor, cause, seq };
    const published: Event = { ...common, type: "settings-published", version: 9, hash: "h" };
    expect(() => evolve(runner.state, published)).toThrow(/version 9/u);
    const reprinted: Event = {
      ...common,
      type: "ticket-reprinted",
      ticketId: "x",
      label: "A009",
      copy: 1,
    };
    expect(() => evolve(runner.state, reprinted)).toThrow(/ticket x/u);
    const closed: Event = { ...common, type: "counter-closed", counterId: "c9" };
    expect(() => evolve(runner.state, closed)).toThrow(/counter c9/u);
  });
});

describe("snapshots", () => {
  it("[I5] go on as the state they were taken of, and share nothing that changes", () => {
    const runner = called();
    learnSettings(runner.state, aCentre({ version: 2 }));
    const snapshot = toSnapshot(runner.state);
    const kept = JSON.stringify(snapshot);
    const copy = fromSnapshot(snapshot, [aCentre({}), aCentre({ version: 2 })]);
    const guided = { counterId: "c1", outcome: "guided", dossierRefs: [] } as const;
    for (const event of runner.must("ticket:finish", guided, lan)) evolve(copy, event);
    expect(toSnapshot(copy)).toEqual(toSnapshot(runner.state));
    expect(JSON.stringify(snapshot)).toBe(kept);
  });

  it("[SET-1] need the version of the settings that was in force", () => {
    const snapshot = toSnapshot(called().state);
    expect(() => fromSnapshot(snapshot, [aCentre({ version: 2 })])).toThrow(RangeError);
  });
});
