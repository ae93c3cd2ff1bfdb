import { describe, expect, it } from "vitest";
import { aCentre, aPolicy, HOUR } from "../testing/aCentre.ts";
import { citizen, device } from "../testing/commands.ts";
import { officerAt, openedRunner, type Runner } from "../testing/Runner.ts";
import { explain } from "./explain.ts";

const PRIORITY = { class: "priority", reason: "elderly" } as const;

function hall(kind: "strict" | "interleaved"): Runner {
  const mode = kind === "strict" ? { kind } : { kind, normals: 3 };
  return openedRunner(aCentre({ policy: aPolicy({ mode }) }), ["c1", "c2"]);
}

function call(runner: Runner, counterId: string): void {
  runner.must("ticket:call-next", { counterId }, officerAt(counterId));
}

/** Which of two was first, and why; whichever way it is asked. */
function why(runner: Runner, a: string, b: string): string {
  const [one, other] = [runner.ticket(a).id, runner.ticket(b).id];
  const answer = explain(runner.state, one, other);
  expect(explain(runner.state, other, one).why).toBe(answer.why);
  const first = answer.first === null ? "-" : runner.state.tickets.get(answer.first)?.label;
  return `${first} ${answer.why}`;
}

describe("explain", () => {
  it("[EXPLAIN-1] gives the call that came first, and what the counter saw", () => {
    const runner = hall("interleaved");
    runner.issue("land", {});
    const second = runner.issue("land", {});
    expect(why(runner, "A001", "A002")).toBe("- not_called");
    call(runner, "c1");
    const first = runner.ticket("A001");
    expect(explain(runner.state, second.id, first.id)).toEqual({
      first: first.id,
      second: second.id,
      why: "order",
      counterId: "c1",
      calledAt: first.calledAt,
      basis: first.basis,
    });
  });

  it("[EXPLAIN-1] names the rule between the streams", () => {
    for (const [kind, expected] of [
      ["strict", "A002 strict"],
      ["interleaved", "A001 turn"],
    ] as const) {
      const runner = hall(kind);
      runner.issue("land", {});
      runner.issue("land", PRIORITY);
      call(runner, "c1");
      expect(why(runner, "A001", "A002")).toBe(expected);
    }
  });

  it("[EXPLAIN-1] names a wait past its cap, and an officer's choice", () => {
    const runner = hall("strict");
    runner.issue("land", {});
    runner.now += HOUR;
    runner.issue("land", PRIORITY);
    const { id } = runner.issue("land", {});
    call(runner, "c1");
    expect(why(runner, "A001", "A002")).toBe("A001 cap");
    runner.must("ticket:no-show", { counterId: "c1" }, officerAt("c1"));
    const wish = { counterId: "c1", ticketId: id, reason: "urgent" };
    runner.must("ticket:call", wish, officerAt("c1"));
    expect(why(runner, "A002", "A003")).toBe("A003 chosen");
  });

  it("[EXPLAIN-1] names lines the counter does not serve, or serves only later", () => {
    const runner = hall("interleaved");
    runner.issue("notary", {});
    runner.issue("birth", {});
    runner.issue("land", {});
    call(runner, "c1");
    expect(why(runner, "A001", "B001")).toBe("A001 other_counter");
    expect(why(runner, "A001", "B002")).toBe("A001 later_tier");
  });

  it("[EXPLAIN-1] names lines of other desks, and counts the own officer's among the served", () => {
    const runner = hall("interleaved");
    runner.issue("land", {});
    runner.issue("birth", {});
    runner.issue("birth", {});
    for (const to of [
      { kind: "counter", id: "c2" },
      { kind: "officer", id: "officer-c1" },
    ] as const) {
      const label = to.kind === "counter" ? "B001" : "B002";
      const chosen = { counterId: "c2", ticketId: runner.ticket(label).id, reason: "urgent" };
      runner.must("ticket:call", chosen, officerAt("c2"));
      runner.must("ticket:transfer", { counterId: "c2", to, place: "tail" }, officerAt("c2"));
    }
    call(runner, "c1");
    runner.must("ticket:no-show", { counterId: "c1" }, officerAt("c1"));
    call(runner, "c1");
    call(runner, "c2");
    expect(why(runner, "A001", "B001")).toBe("A001 other_counter");
    expect(why(runner, "A001", "B002")).toBe("A001 order");
  });

  it("[EXPLAIN-1] names a paper that was not confirmed yet, also when it was soon after", () => {
    const runner = hall("interleaved");
    const { id } = runner.issue("land", { print: true });
    runner.issue("land", {});
    runner.issue("land", { print: true });
    call(runner, "c1");
    runner.must("ticket:confirm-print", { ticketId: id, outcome: "confirmed" }, device("kiosk"));
    expect(why(runner, "A001", "A002")).toBe("A002 not_callable");
    expect(why(runner, "A002", "A003")).toBe("A002 not_callable");
  });

  it("[EXPLAIN-1] names who was not there: issued later, or cancelled before", () => {
    const runner = hall("interleaved");
    const { id } = runner.issue("land", {});
    runner.issue("land", {});
    runner.must("ticket:cancel", { ticketId: id }, citizen(id));
    call(runner, "c1");
    runner.issue("land", {});
    expect(why(runner, "A001", "A002")).toBe("A002 not_there");
    expect(why(runner, "A002", "A003")).toBe("A002 not_there");
  });

  it("[EXPLAIN-2] goes by the latest calls, and forgets those that were put back", () => {
    const runner = hall("interleaved");
    runner.issue("land", {});
    runner.issue("land", {});
    call(runner, "c1");
    runner.must("ticket:put-back", { counterId: "c1" }, officerAt("c1"));
    expect(why(runner, "A001", "A002")).toBe("- not_called");
    const chosen = { counterId: "c1", ticketId: runner.ticket("A002").id, reason: "urgent" };
    runner.must("ticket:call", chosen, officerAt("c1"));
    expect(why(runner, "A001", "A002")).toBe("A002 chosen");
  });

  it("[EXPLAIN-3] admits what it can't know of a ticket that came back since", () => {
    const runner = hall("interleaved");
    runner.issue("land", {});
    runner.issue("land", {});
    call(runner, "c1");
    runner.must("ticket:no-show", { counterId: "c1" }, officerAt("c1"));
    call(runner, "c1");
    runner.must("ticket:no-show", { counterId: "c1" }, officerAt("c1"));
    runner.must("ticket:return", { ticketId: runner.ticket("A001").id }, officerAt("c1"));
    call(runner, "c1");
    expect(why(runner, "A001", "A002")).toBe("A002 moved");
  });

  it("[EXPLAIN-1] refuses a ticket that is not of the day", () => {
    const runner = hall("interleaved");
    const { id } = runner.issue("land", {});
    expect(() => explain(runner.state, id, "x")).toThrow(RangeError);
  });
});
