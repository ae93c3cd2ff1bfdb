import { describe, expect, it } from "vitest";
import { aCentre, MINUTE, SECOND } from "../testing/aCentre.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");
const guided = { counterId: "c1", outcome: "guided", dossierRefs: [] } as const;

function atCounter(tickets: number): Runner {
  const runner = openedRunner(aCentre({}), ["c1"]);
  for (let i = 0; i < tickets; i++) runner.issue("land", {});
  runner.must("ticket:call-next", { counterId: "c1" }, lan);
  return runner;
}

describe("ticket:start", () => {
  it("[LIFE-3] begins the visit, once", () => {
    const runner = atCounter(1);
    runner.now += MINUTE;
    runner.must("ticket:start", { counterId: "c1" }, lan);
    expect(runner.ticket("A001")).toMatchObject({
      startedAt: runner.now,
      place: { status: "serving" },
    });
    expect(codeOf(runner.send("ticket:start", { counterId: "c1" }, lan))).toBe("wrong_status");
  });
});

describe("ticket:finish", () => {
  it("[LIFE-4] ends the visit with its outcome, references and length", () => {
    const runner = atCounter(1);
    runner.must("ticket:start", { counterId: "c1" }, lan);
    runner.now += 7 * MINUTE;
    const wish = { counterId: "c1", outcome: "accepted", dossierRefs: ["ref-1"] } as const;
    const [finished, ...others] = runner.must("ticket:finish", wish, lan);
    expect(others).toEqual([]);
    expect(finished).toMatchObject({
      type: "ticket-finished",
      outcome: "accepted",
      dossierRefs: ["ref-1"],
      serviceMs: 7 * MINUTE,
      to: { status: "done" },
    });
    expect(runner.ticket("A001")).toMatchObject({ outcome: "accepted", finishedAt: runner.now });
    expect(runner.state.counters.get("c1")?.ticketId).toBeNull();
    expect(runner.state.totals.done).toBe(1);
    expect(runner.state.serviceTimes.get("land")).toMatchObject([{ ms: 7 * MINUTE }]);
  });

  it("[LIFE-4] of a ticket that was only called starts it first, from the call on", () => {
    const runner = atCounter(1);
    runner.now += 2 * MINUTE;
    const events = runner.must("ticket:finish", guided, lan);
    expect(events.map(({ type }) => type)).toEqual(["ticket-started", "ticket-finished"]);
    expect(events[1]).toMatchObject({ serviceMs: 2 * MINUTE });
    expect(runner.ticket("A001").startedAt).toBe(runner.now - 2 * MINUTE);
  });

  it("[EST-3] of a moment says nothing of how long visits last", () => {
    const runner = atCounter(1);
    runner.now += 5 * SECOND - 1;
    runner.must("ticket:finish", guided, lan);
    expect(runner.state.serviceTimes.get("land")).toEqual([]);
    expect(runner.state.totals.done).toBe(1);
  });

  it("[I13] never counts a negative visit when the clock went back", () => {
    const runner = atCounter(1);
    runner.now -= MINUTE;
    expect(runner.must("ticket:finish", guided, lan)[1]).toMatchObject({ serviceMs: 0 });
  });
});

describe("ticket:finish-and-call", () => {
  it("[CALL-6] ends the visit and calls the next, as one command", () => {
    const runner = atCounter(2);
    const events = runner.must("ticket:finish-and-call", guided, lan);
    expect(events.map(({ type }) => type)).toEqual([
      "ticket-started",
      "ticket-finished",
      "ticket-called",
    ]);
    expect(new Set(events.map(({ cause }) => cause)).size).toBe(1);
    expect(runner.state.counters.get("c1")?.ticketId).toBe(runner.ticket("A002").id);
  });

  it("[CALL-6] ends the visit also when nobody waits", () => {
    const runner = atCounter(1);
    const events = runner.must("ticket:finish-and-call", guided, lan);
    expect(events.at(-1)?.type).toBe("ticket-finished");
    expect(codeOf(runner.send("ticket:finish-and-call", guided, lan))).toBe("queue_empty");
  });

  it("[CALL-6] is a plain call when the counter is free", () => {
    const runner = atCounter(2);
    runner.must("ticket:no-show", { counterId: "c1" }, lan);
    const events = runner.must("ticket:finish-and-call", guided, lan);
    expect(events.map(({ type }) => type)).toEqual(["ticket-called"]);
  });
});
