import { describe, expect, it } from "vitest";
import type { CommandType } from "../commands.ts";
import { aCentre, MINUTE, SECOND } from "../testing/aCentre.ts";
import { HUB, officer } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";
import { PAPER_MODE_REASON } from "./calling.ts";

const lan = officerAt("c1");

function hall(): Runner {
  return openedRunner(aCentre({}), ["c1", "c2"]);
}

function callAt(runner: Runner, counterId: string): string | null {
  runner.must("ticket:call-next", { counterId }, officerAt(counterId));
  const ticketId = runner.state.counters.get(counterId)?.ticketId ?? "";
  return runner.state.tickets.get(ticketId)?.label ?? null;
}

function chosen(runner: Runner, ticketId: string): ReturnType<Runner["send"]> {
  return runner.send("ticket:call", { counterId: "c1", ticketId, reason: "urgent" }, lan);
}

describe("ticket:call-next", () => {
  it("[CALL-1] brings the next ticket to the counter, and says why", () => {
    const runner = hall();
    const { id } = runner.issue("land", {});
    const [called] = runner.must("ticket:call-next", { counterId: "c1" }, lan);
    expect(called).toMatchObject({
      type: "ticket-called",
      ticketId: id,
      from: { status: "waiting" },
      to: { status: "called", counterId: "c1", line: "service:land" },
      basis: {
        rule: "only",
        tier: 0,
        stream: "normal",
        normals: 0,
        priorityWaiting: false,
        heads: [{ line: "service:land", class: "normal", ticketId: id }],
        reason: null,
      },
    });
    expect(runner.state.counters.get("c1")?.ticketId).toBe(id);
    expect(runner.state.calls[0]).toMatchObject({ label: "A001", counterId: "c1", count: 0 });
  });

  it("[I3] refuses while the counter has a ticket", () => {
    const runner = hall();
    runner.issue("land", {});
    runner.issue("land", {});
    callAt(runner, "c1");
    expect(codeOf(runner.send("ticket:call-next", { counterId: "c1" }, lan))).toBe("counter_busy");
  });

  it("[CALL-1] refuses when nobody whom the counter serves waits", () => {
    const runner = hall();
    runner.issue("notary", {});
    expect(codeOf(runner.send("ticket:call-next", { counterId: "c1" }, lan))).toBe("queue_empty");
  });
});

describe("ticket:call", () => {
  it("[CALL-7] calls out of the order, for a reason that is kept with what stood there", () => {
    const runner = hall();
    const { id: head } = runner.issue("land", {});
    const { id } = runner.issue("land", { print: true });
    const decision = chosen(runner, id);
    expect(decision.ok && decision.value[0]).toMatchObject({
      ticketId: id,
      basis: { rule: "chosen", reason: "urgent", heads: [{ ticketId: head }] },
    });
  });

  it("[CALL-7] calls absent tickets and those of other counters' lines", () => {
    const runner = hall();
    const { id } = runner.issue("notary", {});
    callAt(runner, "c2");
    runner.must("ticket:no-show", { counterId: "c2" }, officerAt("c2"));
    expect(codeOf(chosen(runner, id))).toBeNull();
    expect(runner.ticket("B001").place).toMatchObject({ status: "called", counterId: "c1" });
  });

  it("[CALL-9] does not count for whose turn it is", () => {
    const runner = hall();
    const { id } = runner.issue("land", {});
    runner.issue("land", { class: "priority", reason: "elderly" });
    chosen(runner, id);
    expect(runner.state.counters.get("c1")?.normals).toBe(0);
  });

  it("[CALL-7] refuses an unknown reason or ticket, a busy counter and a ticket that is called", () => {
    const runner = hall();
    const { id } = runner.issue("land", {});
    const wish = { counterId: "c1", ticketId: id, reason: "whim" };
    expect(codeOf(runner.send("ticket:call", wish, lan))).toBe("unknown_reason");
    expect(codeOf(chosen(runner, "x"))).toBe("unknown_ticket");
    chosen(runner, id);
    expect(codeOf(chosen(runner, id))).toBe("counter_busy");
    const other = { counterId: "c2", ticketId: id, reason: "urgent" };
    expect(codeOf(runner.send("ticket:call", other, officerAt("c2")))).toBe("wrong_status");
  });
});

describe("what was called while the hub was gone", () => {
  it("[CALL-7] is told under a reason that no centre has to list", () => {
    const runner = hall();
    const { id: ticketId } = runner.issue("land", {});
    const wish = { counterId: "c1", ticketId, reason: PAPER_MODE_REASON };
    runner.send("ticket:call", wish, lan);
    expect(runner.ticket("A001")).toMatchObject({
      place: { status: "called", counterId: "c1" },
      basis: { rule: "chosen", reason: "paper-mode" },
    });
  });
});

describe("ticket:recall", () => {
  it("[CALL-8] counts, and changes neither place nor label", () => {
    const runner = hall();
    runner.issue("land", {});
    callAt(runner, "c1");
    const { place } = runner.ticket("A001");
    runner.now += 3 * SECOND;
    runner.must("ticket:recall", { counterId: "c1" }, lan);
    runner.must("ticket:recall", { counterId: "c1" }, lan);
    expect(runner.ticket("A001")).toMatchObject({ place, recalls: 2 });
    expect(runner.state.calls).toHaveLength(1);
    expect(runner.state.calls[0]).toMatchObject({ count: 2, at: runner.now });
  });

  it("[CALL-8] refuses once the visit began", () => {
    const runner = hall();
    runner.issue("land", {});
    callAt(runner, "c1");
    runner.must("ticket:start", { counterId: "c1" }, lan);
    expect(codeOf(runner.send("ticket:recall", { counterId: "c1" }, lan))).toBe("wrong_status");
  });
});

describe("ticket:put-back", () => {
  it("[LIFE-5] puts the ticket at its old place, and the call counts for nothing", () => {
    const runner = hall();
    runner.issue("land", { class: "priority", reason: "elderly" });
    for (let i = 0; i < 5; i++) runner.issue("land", {});
    const labels = ["A002", "A003", "A004"].map(() => {
      const label = callAt(runner, "c1");
      runner.must("ticket:no-show", { counterId: "c1" }, lan);
      return label;
    });
    expect(labels).toEqual(["A002", "A003", "A004"]);
    expect(callAt(runner, "c1")).toBe("A001");
    runner.must("ticket:put-back", { counterId: "c1" }, lan);
    const ticket = runner.ticket("A001");
    expect(ticket).toMatchObject({ calledAt: null, calledSeq: null, basis: null, recalls: 0 });
    expect(ticket.place.status).toBe("waiting");
    expect(runner.state.calls.some(({ label }) => label === "A001")).toBe(false);
    expect(callAt(runner, "c1")).toBe("A001");
  });

  it("[LIFE-5] refuses once the visit began", () => {
    const runner = hall();
    runner.issue("land", {});
    callAt(runner, "c1");
    runner.must("ticket:start", { counterId: "c1" }, lan);
    expect(codeOf(runner.send("ticket:put-back", { counterId: "c1" }, lan))).toBe("wrong_status");
  });

  it("[MOVE-5] leads to the service's line when nobody sits at the desk it came from", () => {
    const runner = hall();
    const { id } = runner.issue("birth", {});
    callAt(runner, "c1");
    const to = { kind: "counter", id: "c2" } as const;
    runner.must("ticket:transfer", { counterId: "c1", to, place: "tail" }, lan);
    runner.must("ticket:call", { counterId: "c1", ticketId: id, reason: "urgent" }, lan);
    runner.must("counter:close", { counterId: "c2" }, officerAt("c2"));
    runner.must("ticket:put-back", { counterId: "c1" }, lan);
    const { place, issuedAt } = runner.ticket("B001");
    expect(place).toMatchObject({ line: "service:birth", orderAt: issuedAt, status: "waiting" });
  });
});

describe("commands at a counter", () => {
  const COMMANDS = [
    "ticket:call-next",
    "ticket:recall",
    "ticket:put-back",
    "ticket:start",
    "ticket:finish",
    "ticket:finish-and-call",
    "ticket:no-show",
    "ticket:park",
    "ticket:transfer",
    "ticket:call",
    "ticket:resume",
    "counter:pause",
    "counter:undo",
  ] as const satisfies readonly CommandType[];
  const more = {
    outcome: "guided",
    dossierRefs: [],
    reason: "urgent",
    ticketId: "x",
    to: { kind: "service", id: "land" },
    place: "tail",
  } as const;

  it.each(COMMANDS)("[DESK-2] %s needs an open counter, and the officer who sits there", (type) => {
    const runner = hall();
    const wish = (counterId: string, actor = lan): string | null =>
      codeOf(runner.send(type, { counterId, ...more }, actor));
    expect(wish("c9")).toBe("unknown_counter");
    expect(wish("c3")).toBe("counter_closed");
    expect(wish("c2")).toBe("not_your_counter");
    expect(wish("c1", officer("minh"))).toBe("not_your_counter");
    expect(wish("c1", { kind: "device", id: "officer-c1" })).toBe("not_your_counter");
    runner.must("counter:pause", { counterId: "c1", reason: "break" }, lan);
    expect(wish("c1")).toBe("counter_paused");
  });

  const ON_TICKET = [
    "ticket:recall",
    "ticket:put-back",
    "ticket:start",
    "ticket:finish",
    "ticket:no-show",
    "ticket:park",
    "ticket:transfer",
  ] as const satisfies readonly CommandType[];
  it.each(ON_TICKET)("[LIFE-2] %s needs a ticket at the counter", (type) => {
    const decision = hall().send(type, { counterId: "c1", ...more }, lan);
    expect(codeOf(decision)).toBe("no_current_ticket");
  });

  it.each([...COMMANDS, "counter:close", "counter:open", "counter:resume"] as const)(
    "[DAY-2] %s needs an open day",
    (type) => {
      const runner = hall();
      runner.now += MINUTE;
      runner.must("day:close", { day: runner.state.day ?? "" }, HUB);
      const decision = runner.send(type, { counterId: "c1", ...more }, lan);
      expect(codeOf(decision)).toBe("day_not_open");
    },
  );
});
