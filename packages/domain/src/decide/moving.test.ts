import { describe, expect, it } from "vitest";
import type { TransferPlace, TransferTarget } from "../commands.ts";
import { aCentre, aPolicy, HOUR, MINUTE, SECOND, T0 } from "../testing/aCentre.ts";
import { citizen, device, HUB, officer } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");
const minh = officerAt("c2");

function hall(): Runner {
  return openedRunner(aCentre({}), ["c1", "c2"]);
}

function called(tickets: number): Runner {
  const runner = hall();
  for (let i = 0; i < tickets; i++, runner.now += SECOND) runner.issue("land", {});
  runner.must("ticket:call-next", { counterId: "c1" }, lan);
  return runner;
}

function lineOf(runner: Runner, key: string): readonly string[] {
  return (runner.state.lines.get(key)?.tickets ?? []).map(({ label }) => label);
}

function missFirst(runner: Runner): string {
  runner.must("ticket:no-show", { counterId: "c1" }, lan);
  return runner.ticket("A001").id;
}

function transfer(runner: Runner, to: TransferTarget, place: TransferPlace): string | null {
  return codeOf(runner.send("ticket:transfer", { counterId: "c1", to, place }, lan));
}

describe("ticket:no-show and ticket:return", () => {
  it("[LIFE-6] marks who was called and did not come, and frees the counter", () => {
    const runner = called(1);
    runner.must("ticket:no-show", { counterId: "c1" }, lan);
    expect(runner.ticket("A001").place).toMatchObject({ status: "absent", counterId: "c1" });
    expect(runner.state.counters.get("c1")?.ticketId).toBeNull();
  });

  it("[LIFE-6] refuses once the visit began", () => {
    const runner = called(1);
    runner.must("ticket:start", { counterId: "c1" }, lan);
    expect(codeOf(runner.send("ticket:no-show", { counterId: "c1" }, lan))).toBe("wrong_status");
  });

  it("[LIFE-7] comes back behind the centre's number of places", () => {
    const runner = called(6);
    runner.must("ticket:return", { ticketId: missFirst(runner) }, officer("reception"));
    const line = lineOf(runner, "normal/service:land");
    expect(line).toEqual(["A002", "A003", "A004", "A001", "A005", "A006"]);
  });

  it("[LIFE-7] comes back at the end when fewer wait, or when the rule says so", () => {
    const short = called(3);
    short.must("ticket:return", { ticketId: missFirst(short) }, lan);
    expect(lineOf(short, "normal/service:land")).toEqual(["A002", "A003", "A001"]);
    const runner = openedRunner(aCentre({ policy: aPolicy({ returning: { kind: "tail" } }) }), [
      "c1",
    ]);
    for (let i = 0; i < 6; i++) runner.issue("land", {});
    runner.must("ticket:call-next", { counterId: "c1" }, lan);
    runner.must("ticket:return", { ticketId: missFirst(runner) }, lan);
    expect(lineOf(runner, "normal/service:land").at(-1)).toBe("A001");
  });

  it("[LIFE-7] comes back alone to an empty line", () => {
    const runner = called(1);
    const ticketId = missFirst(runner);
    runner.must("ticket:return", { ticketId }, lan);
    expect(runner.ticket("A001").place.orderAt).toBe(runner.now);
  });

  it("[LIFE-7] refuses who is not absent, or not of the day", () => {
    const runner = called(1);
    const { id } = runner.ticket("A001");
    expect(codeOf(runner.send("ticket:return", { ticketId: id }, lan))).toBe("wrong_status");
    expect(codeOf(runner.send("ticket:return", { ticketId: "x" }, lan))).toBe("unknown_ticket");
  });

  it("[MOVE-5] comes back to the service's line when the officer it was sent to has left", () => {
    const runner = called(1);
    const to = { kind: "officer", id: "officer-c2" } as const;
    runner.must("ticket:transfer", { counterId: "c1", to, place: "head" }, lan);
    runner.must("ticket:call-next", { counterId: "c2" }, minh);
    runner.must("ticket:no-show", { counterId: "c2" }, minh);
    runner.must("counter:close", { counterId: "c2" }, minh);
    runner.must("ticket:return", { ticketId: runner.ticket("A001").id }, lan);
    expect(runner.ticket("A001").place.line).toBe("service:land");
  });
});

describe("ticket:park and ticket:resume", () => {
  const park = { counterId: "c1", reason: "copy" };

  it("[LIFE-8] frees the counter and keeps the ticket with it", () => {
    const runner = called(1);
    expect(codeOf(runner.send("ticket:park", park, lan))).toBe("wrong_status");
    runner.must("ticket:start", { counterId: "c1" }, lan);
    const whim = { counterId: "c1", reason: "whim" };
    expect(codeOf(runner.send("ticket:park", whim, lan))).toBe("unknown_reason");
    runner.must("ticket:park", park, lan);
    expect(runner.ticket("A001").place).toMatchObject({ status: "parked", counterId: "c1" });
    expect(runner.state.counters.get("c1")?.ticketId).toBeNull();
  });

  it("[LIFE-9] goes on at any free counter, and the visit counts from there", () => {
    const runner = called(2);
    runner.must("ticket:start", { counterId: "c1" }, lan);
    runner.must("ticket:park", park, lan);
    const { id } = runner.ticket("A001");
    runner.now += HOUR;
    runner.must("ticket:resume", { counterId: "c2", ticketId: id }, minh);
    expect(runner.ticket("A001")).toMatchObject({
      startedAt: runner.now,
      place: { status: "serving", counterId: "c2" },
    });
    const resume = (ticketId: string, counterId: string): string | null =>
      codeOf(runner.send("ticket:resume", { counterId, ticketId }, officerAt(counterId)));
    expect(resume(id, "c2")).toBe("counter_busy");
    expect(resume(id, "c1")).toBe("wrong_status");
    expect(resume("x", "c1")).toBe("unknown_ticket");
  });
});

describe("ticket:transfer", () => {
  it("[MOVE-1] keeps label and first issue time, and changes the service", () => {
    const runner = called(1);
    expect(transfer(runner, { kind: "service", id: "notary" }, "by_issue")).toBeNull();
    expect(runner.ticket("A001")).toMatchObject({
      label: "A001",
      issuedAt: T0,
      place: { serviceId: "notary", line: "service:notary", status: "waiting", counterId: null },
    });
    expect(runner.state.counters.get("c1")?.ticketId).toBeNull();
  });

  it.each([
    ["head", ["A001", "B001", "B002"]],
    ["by_issue", ["B001", "A001", "B002"]],
    ["tail", ["B001", "B002", "A001"]],
  ] as const)("[MOVE-2] stands at the %s of the new line", (place, order) => {
    const runner = hall();
    for (const service of ["notary", "land", "notary"]) {
      runner.issue(service, {});
      runner.now += SECOND;
    }
    runner.must("ticket:call-next", { counterId: "c1" }, lan);
    expect(transfer(runner, { kind: "service", id: "notary" }, place)).toBeNull();
    expect(lineOf(runner, "normal/service:notary")).toEqual(order);
  });

  it.each(["head", "tail", "by_issue"] as const)(
    "[MOVE-2] stands alone, sent to the %s",
    (place) => {
      const runner = called(1);
      expect(transfer(runner, { kind: "counter", id: "c2" }, place)).toBeNull();
      expect(lineOf(runner, "normal/counter:c2")).toEqual(["A001"]);
    },
  );

  it("[MOVE-3] leads only where somebody will call", () => {
    const runner = called(1);
    expect(transfer(runner, { kind: "service", id: "moon" }, "tail")).toBe("unknown_target");
    expect(transfer(runner, { kind: "counter", id: "c3" }, "tail")).toBe("unknown_target");
    expect(transfer(runner, { kind: "counter", id: "c9" }, "tail")).toBe("unknown_target");
    expect(transfer(runner, { kind: "officer", id: "hoa" }, "tail")).toBe("unknown_target");
    expect(transfer(runner, { kind: "officer", id: "officer-c2" }, "tail")).toBeNull();
    runner.must("ticket:call-next", { counterId: "c2" }, minh);
    expect(runner.ticket("A001").place.counterId).toBe("c2");
  });
});

describe("ticket:cancel", () => {
  it("[LIFE-10] is for the citizen, the kiosk that issued it, officers and the hub", () => {
    for (const [actor, reason] of [
      [device("kiosk"), "citizen"],
      [officer("lan"), "officer"],
      [HUB, "hub"],
    ] as const) {
      const runner = hall();
      const { id: ticketId } = runner.issue("land", {});
      const [cancelled] = runner.must("ticket:cancel", { ticketId }, actor);
      expect(cancelled).toMatchObject({ reason, to: { status: "cancelled" } });
      expect(lineOf(runner, "normal/service:land")).toEqual([]);
    }
    const runner = hall();
    const { id: ticketId } = runner.issue("land", {});
    const cancel = (actor: ReturnType<typeof citizen>): string | null =>
      codeOf(runner.send("ticket:cancel", { ticketId }, actor));
    expect(cancel(citizen("other"))).toBe("not_your_ticket");
    expect(cancel(device("other"))).toBe("not_your_ticket");
    expect(cancel(citizen(ticketId))).toBeNull();
    expect(cancel(citizen(ticketId))).toBe("wrong_status");
  });

  it("[LIFE-10] refuses a ticket at a counter, and one that is not of the day", () => {
    const runner = called(1);
    const { id } = runner.ticket("A001");
    expect(codeOf(runner.send("ticket:cancel", { ticketId: id }, lan))).toBe("wrong_status");
    expect(codeOf(runner.send("ticket:cancel", { ticketId: "x" }, lan))).toBe("unknown_ticket");
  });
});

describe("ticket:set-priority", () => {
  it("[MOVE-4] stands in the other class by first issue time, with its cap and reason", () => {
    const runner = hall();
    const { id } = runner.issue("land", {});
    runner.now += MINUTE;
    runner.issue("land", { class: "priority", reason: "elderly" });
    const wish = { ticketId: id, class: "priority", reason: "elderly" } as const;
    runner.must("ticket:set-priority", wish, lan);
    expect(lineOf(runner, "priority/service:land")).toEqual(["A001", "A002"]);
    expect(lineOf(runner, "normal/service:land")).toEqual([]);
    expect(runner.ticket("A001")).toMatchObject({ reason: "elderly", capAt: T0 + 30 * MINUTE });
  });

  it("[MOVE-4] takes priority away again", () => {
    const runner = hall();
    const { id } = runner.issue("land", { class: "priority", reason: "elderly" });
    runner.must("ticket:set-priority", { ticketId: id, class: "normal", reason: null }, lan);
    expect(runner.ticket("A001")).toMatchObject({ reason: null, place: { class: "normal" } });
  });

  it("[MOVE-4] refuses an unknown reason or ticket, and one that is called", () => {
    const runner = called(1);
    const { id } = runner.ticket("A001");
    const set = (ticketId: string, reason: string | null): string | null => {
      const wish = { ticketId, class: "priority", reason } as const;
      return codeOf(runner.send("ticket:set-priority", wish, lan));
    };
    expect(set(id, null)).toBe("unknown_reason");
    expect(set(id, "booked")).toBe("unknown_reason");
    expect(set("x", "elderly")).toBe("unknown_ticket");
    expect(set(id, "elderly")).toBe("wrong_status");
  });
});
