import { describe, expect, it } from "vitest";
import { aCentre } from "../testing/aCentre.ts";
import { device, officer } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");
const c1 = { counterId: "c1" };

function busy(): Runner {
  const runner = openedRunner(aCentre({}), ["c1"]);
  runner.issue("land", {});
  runner.must("ticket:call-next", c1, lan);
  return runner;
}

describe("counter:open", () => {
  it("[DESK-1] seats one officer at one counter", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const open = (counterId: string, actor = lan): string | null =>
      codeOf(runner.send("counter:open", { counterId }, actor));
    expect(runner.state.counters.get("c1")).toMatchObject({
      status: "open",
      officerId: "officer-c1",
    });
    expect(open("c9")).toBe("unknown_counter");
    expect(open("c1", officer("minh"))).toBe("counter_taken");
    expect(open("c2")).toBe("officer_elsewhere");
    expect(open("c2", device("pc-2"))).toBe("not_your_counter");
    expect(open("c2", officer("minh"))).toBeNull();
  });
});

describe("counter:close", () => {
  it("[DESK-3] is refused while somebody stands there", () => {
    const runner = busy();
    expect(codeOf(runner.send("counter:close", c1, lan))).toBe("counter_busy");
    runner.must("ticket:no-show", c1, lan);
    expect(codeOf(runner.send("counter:close", c1, lan))).toBeNull();
    expect(runner.state.counters.get("c1")).toMatchObject({ status: "closed", officerId: null });
  });

  it.each([
    ["counter", "c1"],
    ["officer", "officer-c1"],
  ] as const)(
    "[DESK-3] sends those who waited for the %s back to the service's line",
    (kind, id) => {
      const runner = openedRunner(aCentre({}), ["c1", "c2"]);
      runner.issue("birth", { class: "appointment" });
      runner.must("ticket:call-next", { counterId: "c2" }, officerAt("c2"));
      const wish = { counterId: "c2", to: { kind, id }, place: "tail" } as const;
      runner.must("ticket:transfer", wish, officerAt("c2"));
      const events = runner.must("counter:close", c1, lan);
      expect(events.map(({ type }) => type)).toEqual(["ticket-transferred", "counter-closed"]);
      const ticket = runner.ticket("B001");
      expect(ticket.place).toMatchObject({ line: "service:birth", orderAt: ticket.issuedAt });
    },
  );

  it("[DESK-3] is possible from a break", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.must("counter:pause", { ...c1, reason: "break" }, lan);
    expect(codeOf(runner.send("counter:close", c1, lan))).toBeNull();
    expect(runner.state.counters.get("c1")?.pauseReason).toBeNull();
  });
});

describe("counter:pause and counter:resume", () => {
  it("[DESK-4] needs a reason the centre knows, and nobody at the counter", () => {
    const runner = busy();
    const pause = (reason: string): string | null =>
      codeOf(runner.send("counter:pause", { ...c1, reason }, lan));
    expect(pause("whim")).toBe("unknown_reason");
    expect(pause("break")).toBe("counter_busy");
    runner.must("ticket:no-show", c1, lan);
    expect(pause("break")).toBeNull();
    expect(runner.state.counters.get("c1")).toMatchObject({
      status: "paused",
      pauseReason: "break",
    });
  });

  it("[DESK-5] ends the break, when there is one", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const resume = (): string | null => codeOf(runner.send("counter:resume", c1, lan));
    expect(resume()).toBe("counter_not_paused");
    runner.must("counter:pause", { ...c1, reason: "break" }, lan);
    expect(resume()).toBeNull();
    expect(runner.state.counters.get("c1")).toMatchObject({ status: "open", pauseReason: null });
  });
});
