import { describe, expect, it } from "vitest";
import { aCentre, MINUTE, SECOND } from "../testing/aCentre.ts";
import { officer } from "../testing/commands.ts";
import { essence } from "../testing/essence.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");
const c1 = { counterId: "c1" };
const guided = { ...c1, outcome: "guided", dossierRefs: [] } as const;

/** Somebody is served at counter 1, and two more wait for it. */
function serving(): Runner {
  const runner = openedRunner(aCentre({}), ["c1", "c2"]);
  for (let i = 0; i < 3; i++, runner.now += SECOND) runner.issue("land", {});
  runner.must("ticket:call-next", c1, lan);
  runner.must("ticket:start", c1, lan);
  return runner;
}

function undo(runner: Runner): string | null {
  return codeOf(runner.send("counter:undo", c1, lan));
}

describe("counter:undo", () => {
  it.each([
    ["a finished visit", (r: Runner) => r.must("ticket:finish", guided, lan)],
    ["a parked ticket", (r: Runner) => r.must("ticket:park", { ...c1, reason: "copy" }, lan)],
    [
      "a transfer",
      (r: Runner) => {
        const to = { kind: "service", id: "notary" } as const;
        return r.must("ticket:transfer", { ...c1, to, place: "tail" }, lan);
      },
    ],
  ])("[UNDO-1] takes back %s, exactly", (_, act) => {
    const runner = serving();
    const before = essence(runner.state);
    act(runner);
    expect(essence(runner.state)).not.toEqual(before);
    runner.now += 10 * SECOND;
    expect(undo(runner)).toBeNull();
    expect(essence(runner.state)).toEqual(before);
  });

  it.each(["ticket:no-show", "ticket:put-back"] as const)("[UNDO-1] takes back %s", (type) => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", { class: "priority", reason: "elderly" });
    runner.issue("land", {});
    runner.must("ticket:call-next", c1, lan);
    const before = essence(runner.state);
    runner.must(type, c1, lan);
    expect(undo(runner)).toBeNull();
    expect(essence(runner.state)).toEqual(before);
  });

  it("[UNDO-1] takes back 'finish and call' as a whole: the call, whose turn it was, the visit", () => {
    const runner = serving();
    runner.issue("land", { class: "priority", reason: "elderly" });
    const before = essence(runner.state);
    runner.must("ticket:finish-and-call", guided, lan);
    expect(runner.state.counters.get("c1")).toMatchObject({ normals: 1 });
    const decision = runner.send("counter:undo", c1, lan);
    expect(decision.ok && decision.value.map(({ type }) => type)).toEqual([
      "ticket-restored",
      "ticket-restored",
      "counter-undone",
    ]);
    expect(runner.ticket("A002")).toMatchObject({ calledSeq: null, basis: null });
    expect(essence(runner.state)).toEqual(before);
  });

  it("[UNDO-1] leads a ticket that was ended without a start back to being called", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    runner.must("ticket:call-next", c1, lan);
    runner.must("ticket:finish", guided, lan);
    expect(undo(runner)).toBeNull();
    expect(runner.ticket("A001")).toMatchObject({ place: { status: "called" }, startedAt: null });
  });

  it("[UNDO-1] has nothing to take back after a call, a start, or another undo", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    expect(undo(runner)).toBe("nothing_to_undo");
    runner.issue("land", {});
    runner.must("ticket:call-next", c1, lan);
    expect(undo(runner)).toBe("nothing_to_undo");
    runner.must("ticket:start", c1, lan);
    expect(undo(runner)).toBe("nothing_to_undo");
    runner.must("ticket:finish", guided, lan);
    expect([undo(runner), undo(runner)]).toEqual([null, "nothing_to_undo"]);
  });

  it("[UNDO-2] is possible for ten seconds, also as seen from a clock that went back", () => {
    for (const later of [10 * SECOND + 1, -10 * SECOND - 1]) {
      const runner = serving();
      runner.must("ticket:finish", guided, lan);
      runner.now += later;
      expect(undo(runner)).toBe("undo_too_late");
      runner.now -= Math.sign(later);
      expect(undo(runner)).toBeNull();
    }
  });

  it("[UNDO-3] is refused once somebody else touched the ticket", () => {
    const runner = serving();
    const to = { kind: "service", id: "notary" } as const;
    runner.must("ticket:transfer", { ...c1, to, place: "tail" }, lan);
    const ticketId = runner.ticket("A001").id;
    const wish = { ticketId, class: "priority", reason: "elderly" } as const;
    runner.must("ticket:set-priority", wish, officer("reception"));
    expect(undo(runner)).toBe("undo_touched");
  });

  it("[UNDO-3] is refused once the ticket was recalled", () => {
    const runner = serving();
    runner.must("ticket:finish-and-call", guided, lan);
    runner.must("ticket:recall", c1, lan);
    expect(undo(runner)).toBe("undo_touched");
  });

  it("[UNDO-3] is no way past the officer's next action at the counter", () => {
    const runner = serving();
    runner.must("ticket:finish", guided, lan);
    runner.must("ticket:call-next", c1, lan);
    expect(undo(runner)).toBe("nothing_to_undo");
  });

  it("[UNDO-3] is refused once another counter went on with the ticket", () => {
    const runner = serving();
    runner.must("ticket:park", { ...c1, reason: "copy" }, lan);
    const ticketId = runner.ticket("A001").id;
    runner.must("ticket:resume", { counterId: "c2", ticketId }, officerAt("c2"));
    expect(runner.send("counter:undo", { counterId: "c2" }, officerAt("c2"))).toMatchObject({
      error: { code: "nothing_to_undo" },
    });
    expect(undo(runner)).toBe("undo_touched");
  });

  it("[UNDO-4] ends with the officer's leaving and with new settings", () => {
    const runner = serving();
    runner.must("ticket:finish", guided, lan);
    expect(codeOf(runner.publish(aCentre({ version: 2 })))).toBeNull();
    expect(undo(runner)).toBe("nothing_to_undo");
    const other = serving();
    other.must("ticket:finish", guided, lan);
    other.must("counter:close", c1, lan);
    other.openCounter("c1");
    expect(undo(other)).toBe("nothing_to_undo");
  });

  it("[UNDO-5] shows an undone put-back among the latest calls again, at its old number", () => {
    const runner = openedRunner(aCentre({}), ["c1", "c2"]);
    runner.issue("land", {});
    runner.issue("birth", {});
    runner.must("ticket:call-next", c1, lan);
    runner.must("ticket:call-next", { counterId: "c2" }, officerAt("c2"));
    const before = runner.state.calls;
    runner.now += SECOND;
    runner.must("ticket:put-back", c1, lan);
    expect(runner.state.calls).toHaveLength(1);
    expect(undo(runner)).toBeNull();
    expect(runner.state.calls).toEqual(before);
  });

  it("[EST-1] takes the time of the undone visit out of the estimates", () => {
    const runner = serving();
    runner.now += MINUTE;
    runner.must("ticket:finish", guided, lan);
    expect(runner.state.serviceTimes.get("land")).toHaveLength(1);
    undo(runner);
    expect(runner.state.serviceTimes.get("land")).toEqual([]);
  });
});
