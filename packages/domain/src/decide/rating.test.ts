import { describe, expect, it } from "vitest";
import { aCentre, SECOND } from "../testing/aCentre.ts";
import { citizen, device } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");

/** A hall with one number, called to counter c1. */
function called(): { readonly runner: Runner; readonly ticketId: string } {
  const runner = openedRunner(aCentre({}), ["c1"]);
  const { id } = runner.issue("land", {});
  runner.must("ticket:call-next", { counterId: "c1" }, lan);
  return { runner, ticketId: id };
}

function finish(runner: Runner): void {
  runner.must("ticket:finish", { counterId: "c1", outcome: "guided", dossierRefs: [] }, lan);
}

describe("feedback:rate", () => {
  it("[RATE-1] keeps what the citizen says of a visit that ended, and moves nothing", () => {
    const { runner, ticketId } = called();
    finish(runner);
    const { place } = runner.ticket("A001");
    const [rated, ...others] = runner.must(
      "feedback:rate",
      { ticketId, score: "satisfied" },
      citizen(ticketId),
    );
    expect(others).toEqual([]);
    expect(rated).toMatchObject({ type: "ticket-rated", ticketId, label: "A001" });
    expect(runner.ticket("A001")).toMatchObject({ score: "satisfied", place });
  });

  it("[RATE-1] is taken once, and not before the end", () => {
    const { runner, ticketId } = called();
    const wish = { ticketId, score: "neutral" } as const;
    expect(codeOf(runner.send("feedback:rate", wish, citizen(ticketId)))).toBe("wrong_status");
    finish(runner);
    runner.must("feedback:rate", wish, citizen(ticketId));
    expect(codeOf(runner.send("feedback:rate", wish, citizen(ticketId)))).toBe("wrong_status");
  });

  it("[RATE-1] is nobody else's: no officer, no device, no other citizen rates a visit", () => {
    const { runner, ticketId } = called();
    finish(runner);
    const wish = { ticketId, score: "very_satisfied" } as const;
    for (const actor of [lan, device("kiosk"), citizen("another")])
      expect(codeOf(runner.send("feedback:rate", wish, actor))).toBe("not_your_ticket");
  });

  it("[RATE-1] blocks no undo of the officer's end", () => {
    const { runner, ticketId } = called();
    finish(runner);
    runner.must("feedback:rate", { ticketId, score: "dissatisfied" }, citizen(ticketId));
    runner.now += 5 * SECOND;
    runner.must("counter:undo", { counterId: "c1" }, lan);
    expect(runner.ticket("A001").place.status).toBe("called");
  });
});
