import { describe, expect, it } from "vitest";
import type { CallPolicy } from "../settings/CentreSettings.ts";
import { aCentre, aPolicy, capsOf, HOUR, MINUTE, SECOND, T0 } from "../testing/aCentre.ts";
import { citizen, device } from "../testing/commands.ts";
import { officerAt, openedRunner, type Runner } from "../testing/Runner.ts";
import { isCallable, pickNext } from "./pickNext.ts";

const PRIORITY = { class: "priority", reason: "elderly" } as const;

function hall(policy: Partial<CallPolicy>): Runner {
  return openedRunner(aCentre({ policy: aPolicy(policy) }), ["c1", "c2", "c3"]);
}

/** Issues a normal (n) or priority (p) ticket for land per letter, a second apart. */
function issueAll(runner: Runner, classes: string): void {
  for (const letter of classes) {
    runner.issue("land", letter === "p" ? PRIORITY : {});
    runner.now += SECOND;
  }
}

/** Calls and ends visits at a counter until nobody is left; the numbers in the order called. */
function callAll(runner: Runner, counterId: string): readonly number[] {
  const order: number[] = [];
  for (let pick = pickNext(runner.state, counterId, runner.now); pick !== null; ) {
    order.push(pick.ticket.number);
    runner.must("ticket:call-next", { counterId }, officerAt(counterId));
    runner.must("ticket:no-show", { counterId }, officerAt(counterId));
    pick = pickNext(runner.state, counterId, runner.now);
  }
  return order;
}

describe("pickNext", () => {
  it("[CALL-1] looks at a later tier only when the earlier ones are empty", () => {
    const runner = hall({});
    runner.issue("birth", PRIORITY);
    runner.now += SECOND;
    const { id } = runner.issue("land", { print: true });
    const ask = (): string | undefined => pickNext(runner.state, "c1", runner.now)?.ticket.label;
    // The land ticket can't be called yet, which leaves its tier empty.
    expect(ask()).toBe("B001");
    runner.must("ticket:confirm-print", { ticketId: id, outcome: "confirmed" }, device("kiosk"));
    expect(ask()).toBe("A001");
    runner.must("ticket:cancel", { ticketId: id }, citizen(id));
    expect(pickNext(runner.state, "c1", runner.now)?.basis.tier).toBe(1);
  });

  it("[CALL-1] counts who was sent to the counter or its officer among the first tier", () => {
    for (const to of [
      { kind: "counter", id: "c3" },
      { kind: "officer", id: "officer-c3" },
    ] as const) {
      const runner = hall({});
      runner.issue("birth", {});
      runner.must("ticket:call-next", { counterId: "c2" }, officerAt("c2"));
      runner.must("ticket:transfer", { counterId: "c2", to, place: "by_issue" }, officerAt("c2"));
      runner.now += SECOND;
      runner.issue("notary", {});
      expect(pickNext(runner.state, "c2", runner.now)?.ticket.label).toBe("B002");
      const pick = pickNext(runner.state, "c3", runner.now);
      expect([pick?.ticket.label, pick?.basis.tier]).toEqual(["B001", 0]);
    }
  });

  it("[CALL-1] takes no one at a counter that has no services but what is sent to it", () => {
    const [first] = aCentre({}).counters;
    if (first === undefined) throw new Error("a counter was expected");
    const runner = openedRunner(aCentre({ counters: [{ ...first, tiers: [] }] }), ["c1"]);
    runner.issue("land", {});
    expect(pickNext(runner.state, "c1", runner.now)).toBeNull();
  });

  it("[CALL-2] calls who is past the cap first, the oldest of them before the others", () => {
    const runner = hall({ mode: { kind: "strict" } });
    issueAll(runner, "npnp");
    runner.now = T0 + HOUR - 1;
    expect(pickNext(runner.state, "c1", runner.now)).toMatchObject({
      ticket: { number: 2 },
      basis: { rule: "cap" },
    });
    runner.now = T0 + HOUR;
    expect(callAll(runner, "c1").slice(0, 2)).toEqual([1, 2]);
  });

  it("[CALL-2] does not call who is past the cap but may not be called yet", () => {
    const runner = hall({ callableAfterMs: 2 * HOUR });
    runner.issue("land", { print: true });
    runner.now += MINUTE;
    runner.issue("land", {});
    runner.now = T0 + HOUR + MINUTE;
    expect(pickNext(runner.state, "c1", runner.now)?.ticket.number).toBe(2);
  });

  it("[CALL-2] goes by each ticket's own cap when settings changed it during the day", () => {
    const runner = hall({});
    runner.issue("land", {});
    const classes = capsOf({ normal: MINUTE, others: MINUTE });
    runner.publish(aCentre({ version: 2, policy: aPolicy({ classes, mode: { kind: "strict" } }) }));
    runner.now += SECOND;
    runner.issue("land", {});
    runner.now += 2 * MINUTE;
    runner.issue("land", PRIORITY);
    expect(callAll(runner, "c1")).toEqual([2, 3, 1]);
  });

  it("[CALL-3] passes over who may not be called yet, without holding up the others", () => {
    const runner = hall({});
    runner.issue("land", { print: true });
    runner.now += SECOND;
    runner.issue("land", {});
    expect(pickNext(runner.state, "c1", runner.now)?.ticket.number).toBe(2);
    runner.now = T0 + 5 * SECOND;
    expect(pickNext(runner.state, "c1", runner.now)?.ticket.number).toBe(1);
  });

  it("[CALL-4] strict: calls all of the priority stream before the normal one", () => {
    const runner = hall({ mode: { kind: "strict" } });
    issueAll(runner, "nnpnp");
    expect(pickNext(runner.state, "c1", runner.now)?.basis.rule).toBe("strict");
    expect(callAll(runner, "c1")).toEqual([3, 5, 1, 2, 4]);
  });

  it("[CALL-4] interleaved: after three normals, one of the priority stream", () => {
    const runner = hall({});
    issueAll(runner, "nnnnnnnppp");
    expect(pickNext(runner.state, "c1", runner.now)?.basis.rule).toBe("turn");
    expect(callAll(runner, "c1")).toEqual([1, 2, 3, 8, 4, 5, 6, 9, 7, 10]);
  });

  it("[CALL-4] interleaved: normals called while no priority ticket waited do not count", () => {
    const runner = hall({});
    issueAll(runner, "nnn");
    callAll(runner, "c1");
    issueAll(runner, "pnnnn");
    expect(callAll(runner, "c1")).toEqual([5, 6, 7, 4, 8]);
  });

  it("[CALL-5] within a stream, calls by rank over all lines of the tier", () => {
    const runner = openedRunner(aCentre({}), ["c2"]);
    for (const service of ["notary", "birth", "birth", "notary"]) {
      runner.issue(service, {});
      runner.now += SECOND;
    }
    expect(callAll(runner, "c2")).toEqual([1, 2, 3, 4]);
  });

  it("[CALL-5] counts appointments and returning citizens among the priority stream", () => {
    const runner = hall({ mode: { kind: "strict" } });
    runner.issue("land", {});
    runner.issue("land", { class: "returning" });
    runner.issue("land", { class: "appointment" });
    runner.issue("land", PRIORITY);
    expect(callAll(runner, "c1")).toEqual([2, 3, 4, 1]);
  });
});

describe("isCallable", () => {
  it("[CALL-3] is so from its moment on, and when the clock stands before its issue", () => {
    const ticket = { issuedAt: 1_000, callableAt: 6_000 };
    const when = [999, 1_000, 5_999, 6_000].map((now) => isCallable(ticket, now));
    expect(when).toEqual([true, false, false, true]);
  });
});
