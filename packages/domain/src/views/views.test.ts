import { describe, expect, it } from "vitest";
import type { Event } from "../events.ts";
import { aCentre } from "../testing/aCentre.ts";
import { officerAt, openedRunner, type Runner } from "../testing/Runner.ts";
import { projectFrame } from "./projectFrame.ts";
import type { ViewEvent, ViewKind } from "./ViewEvent.ts";
import { applyView, viewOf } from "./views.ts";

const KINDS: readonly ViewKind[] = ["kiosk", "counter", "display", "console"];
const PRIORITY = { class: "priority", reason: "elderly" } as const;

/** A visit of somebody with priority, parked, ended as rejected, and taken back. */
function visit(): Runner {
  const runner = openedRunner(aCentre({}), ["c1"]);
  const lan = officerAt("c1");
  const c1 = { counterId: "c1" };
  const { id: ticketId } = runner.issue("land", PRIORITY);
  runner.must("ticket:set-priority", { ticketId, ...PRIORITY }, lan);
  runner.must("ticket:call-next", c1, lan);
  runner.must("ticket:recall", c1, lan);
  runner.must("ticket:start", c1, lan);
  runner.must("ticket:park", { ...c1, reason: "copy" }, lan);
  runner.must("ticket:resume", { ...c1, ticketId }, lan);
  const end = { ...c1, outcome: "rejected", dossierRefs: ["ref-1"] } as const;
  runner.must("ticket:finish", end, lan);
  runner.must("counter:undo", c1, lan);
  runner.must("ticket:finish", end, lan);
  return runner;
}

function shownTo(kind: ViewKind, { journal, state }: Runner): readonly ViewEvent[] {
  return projectFrame(kind, journal, state);
}

describe("projectFrame", () => {
  it.each(KINDS)("[VIEW-2] tells a %s neither who did it nor the dossiers", (kind) => {
    const told = JSON.stringify(shownTo(kind, visit()));
    for (const hidden of ["actor", "cause", "basis", "dossierRefs", "deviceId", "ref-1"])
      expect(told).not.toContain(`"${hidden}"`);
  });

  it.each(["kiosk", "display"] as const)(
    "[I11] tells a %s neither why somebody has priority nor how a visit ended",
    (kind) => {
      const told = JSON.stringify(shownTo(kind, visit()));
      for (const hidden of ["elderly", "rejected", "copy", "officer-c1"])
        expect(told).not.toContain(hidden);
    },
  );

  it("[VIEW-2] tells officers the reasons, the outcome and who sits where", () => {
    const told = JSON.stringify(shownTo("counter", visit()));
    for (const shown of ["elderly", "rejected", "copy", "officer-c1"])
      expect(told).toContain(shown);
  });

  it("[VIEW-2] spares kiosks the calls, and everybody the copies", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const lan = officerAt("c1");
    const { id: ticketId } = runner.issue("land", { print: true });
    const told = (type: Event["type"]): readonly ViewKind[] =>
      KINDS.filter((kind) => shownTo(kind, runner).some((event) => event.type === type));
    for (const outcome of ["failed", "confirmed"] as const)
      runner.must("ticket:confirm-print", { ticketId, outcome }, lan);
    runner.must("ticket:reprint", { ticketId }, lan);
    runner.must("ticket:call-next", { counterId: "c1" }, lan);
    runner.must("ticket:recall", { counterId: "c1" }, lan);
    expect(told("ticket-print-failed")).toEqual(["counter", "console"]);
    expect(told("ticket-print-confirmed")).toEqual(["counter", "console"]);
    expect(told("ticket-recalled")).toEqual(["counter", "console"]);
    expect(shownTo("display", runner).map(({ type }) => type)).toContain("hall-changed");
    expect(told("ticket-reprinted")).toEqual([]);
  });
});

describe("views", () => {
  it("[VIEW-3] of the hall hold no reason, and show only who may be seen", () => {
    const { state } = visit();
    for (const kind of ["kiosk", "display"] as const)
      expect(JSON.stringify(viewOf(kind, state))).not.toMatch(/elderly|rejected|officer-c1/u);
    expect(viewOf("display", state).counters).toEqual({
      c1: { status: "open", ticketId: null, label: null, isServing: false },
    });
  });

  it("[VIEW-3] show officers the reason that was set last", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const { id: ticketId } = runner.issue("land", {});
    runner.must("ticket:set-priority", { ticketId, ...PRIORITY }, officerAt("c1"));
    expect(viewOf("counter", runner.state).tickets[ticketId]?.reason).toBe("elderly");
  });

  it.each(KINDS)("[VIEW-1] of a %s stay as they are at a fact they do not know", (kind) => {
    const { state } = visit();
    const view = viewOf(kind, state);
    const unknown = { type: "coffee-served", seq: 99 } as unknown as ViewEvent;
    expect(applyView(kind, view, unknown)).toEqual(view);
  });

  it("[VIEW-1] of desks refuse to invent a ticket they never saw", () => {
    const seen = visit();
    const { state } = seen;
    const finished = shownTo("counter", seen).find(({ type }) => type === "ticket-parked");
    if (finished === undefined) throw new Error("a parked ticket was expected");
    expect(() => applyView("counter", viewOf("counter", state), finished)).toThrow(/not in the/u);
  });
});
