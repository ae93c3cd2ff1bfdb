import { describe, expect, it } from "vitest";
import type { CommandPayloads } from "../commands.ts";
import { pickNext } from "../policy/pickNext.ts";
import { aCentre, HOUR, MINUTE, SECOND, T0 } from "../testing/aCentre.ts";
import { device, fakeId, HUB } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const KIOSK = device("kiosk");
const TICKET = fakeId(700_001);
const WISH = fakeId(700_002);

function entry(
  overrides: Partial<CommandPayloads["ticket:enter"]>,
): CommandPayloads["ticket:enter"] {
  return {
    ticketId: TICKET,
    label: "AK2-07",
    serviceId: "land",
    class: "normal",
    reason: null,
    language: "vi",
    arrivedAt: T0,
    supersedes: null,
    print: "confirmed",
    ...overrides,
  };
}

function hall(): Runner {
  const runner = openedRunner(aCentre({}), ["c1"]);
  runner.now = T0 + 10 * MINUTE;
  return runner;
}

/** A number that the hub gave to a kiosk which never heard of it. */
function ghostOf(runner: Runner): string {
  const command = {
    id: WISH,
    type: "ticket:issue",
    payload: { serviceId: "land", class: "normal", reason: null, language: "vi", print: true },
    actor: KIOSK,
    deviceId: "kiosk",
  } as const;
  const decision = runner.run(command);
  if (!decision.ok) throw new Error(decision.error.code);
  return runner.state.wishes.get(WISH) ?? "";
}

const statusOf = (runner: Runner, id: string): string | undefined =>
  runner.state.tickets.get(id)?.place.status;

describe("a number given offline", () => {
  it("[OFF-1] stands where its citizen arrived, before numbers of the hub given later", () => {
    const runner = hall();
    const online = runner.issue("land", {});
    runner.must("ticket:enter", entry({ arrivedAt: T0 + 5 * MINUTE }), KIOSK);
    expect(pickNext(runner.state, "c1", runner.now)?.ticket.label).toBe("AK2-07");
    expect(runner.ticket("AK2-07")).toMatchObject({
      issuedAt: T0 + 5 * MINUTE,
      capAt: T0 + 5 * MINUTE + runner.state.settings.policy.classes.normal.capMs,
      print: "confirmed",
      wishId: null,
    });
    runner.must("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
    expect(statusOf(runner, online.id)).toBe("waiting");
  });

  it("[ISSUE-6] keeps the dossier that it was taken for", () => {
    const runner = hall();
    const [entered] = runner.must("ticket:enter", entry({ dossierRef: "ref-0001" }), KIOSK);
    expect(entered).toMatchObject({ type: "ticket-entered", dossierRefs: ["ref-0001"] });
    expect(runner.ticket("AK2-07").dossierRefs).toEqual(["ref-0001"]);
  });

  it("[OFF-1][HOLD-1] is not held when its kiosk is cut off right after", () => {
    const runner = hall();
    runner.must("ticket:enter", entry({ arrivedAt: runner.now }), KIOSK);
    const since = runner.now - 4 * SECOND;
    expect(codeOf(runner.send("kiosk:part", { deviceId: "kiosk", since }, HUB))).toBe(
      "nothing_held",
    );
  });

  it("[OFF-1] arrives now at the latest, whatever the clock of its kiosk says", () => {
    const runner = hall();
    runner.must("ticket:enter", entry({ arrivedAt: runner.now + 24 * HOUR }), KIOSK);
    expect(runner.ticket("AK2-07").issuedAt).toBe(runner.now);
  });

  it("[OFF-1] keeps its class when the settings lost its reason", () => {
    const runner = hall();
    runner.must("ticket:enter", entry({ class: "priority", reason: "gone" }), KIOSK);
    expect(runner.ticket("AK2-07")).toMatchObject({ reason: null, place: { class: "priority" } });
  });

  it("[OFF-1] takes no number of the hub's own series, and its quota counts it", () => {
    const runner = hall();
    const before = runner.state.nextNumbers.get("a");
    runner.must("ticket:enter", entry({ arrivedAt: runner.now }), KIOSK);
    expect(runner.state.nextNumbers.get("a")).toBe(before);
    expect([...runner.state.issued.values()]).toEqual([1]);
  });

  it("[OFF-1] refuses a label that is there, and a service that is not", () => {
    const runner = hall();
    runner.must("ticket:enter", entry({}), KIOSK);
    const again = entry({ ticketId: fakeId(700_009) });
    expect(codeOf(runner.send("ticket:enter", again, KIOSK))).toBe("label_taken");
    const other = entry({ label: "AK2-08" });
    expect(codeOf(runner.send("ticket:enter", other, KIOSK))).toBe("label_taken");
    const moon = entry({ ticketId: fakeId(700_009), label: "AK2-09", serviceId: "moon" });
    expect(codeOf(runner.send("ticket:enter", moon, KIOSK))).toBe("unknown_service");
  });

  it("[OFF-2][OFF-3] cancels the number it supersedes in the same breath", () => {
    const runner = hall();
    const ghost = ghostOf(runner);
    const facts = runner.must("ticket:enter", entry({ supersedes: WISH }), KIOSK);
    expect(facts.map(({ type }) => type)).toEqual([
      "wish-superseded",
      "ticket-cancelled",
      "ticket-entered",
    ]);
    expect(statusOf(runner, ghost)).toBe("cancelled");
  });

  it("[OFF-3] frees the counter that called the number nobody holds", () => {
    const runner = hall();
    const ghost = ghostOf(runner);
    runner.now += 6 * SECOND;
    runner.must("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
    expect(statusOf(runner, ghost)).toBe("called");
    runner.must("ticket:enter", entry({ supersedes: WISH }), KIOSK);
    expect(runner.state.counters.get("c1")?.ticketId).toBeNull();
    runner.must("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
    expect(statusOf(runner, TICKET)).toBe("called");
  });

  it("[OFF-3] refuses the superseded wish when it arrives after its number", () => {
    const runner = hall();
    runner.must("ticket:enter", entry({ supersedes: WISH }), KIOSK);
    expect(() => ghostOf(runner)).toThrow("superseded");
  });

  it("[OFF-3][UNDO-3] has no undo bring back a number that was replaced meanwhile", () => {
    const runner = hall();
    const ghost = ghostOf(runner);
    runner.now += 6 * SECOND;
    runner.must("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
    const finish = { counterId: "c1", outcome: "accepted", dossierRefs: [] } as const;
    runner.must("ticket:finish", finish, officerAt("c1"));
    runner.must("ticket:enter", entry({ supersedes: WISH }), KIOSK);
    const undone = runner.send("counter:undo", { counterId: "c1" }, officerAt("c1"));
    expect(codeOf(undone)).toBe("undo_touched");
    expect(statusOf(runner, ghost)).toBe("done");
  });

  it("[OFF-3] lets a kiosk end its own wishes alone", () => {
    const runner = hall();
    ghostOf(runner);
    const refused = runner.send("ticket:enter", entry({ supersedes: WISH }), device("other"));
    expect(codeOf(refused)).toBe("not_your_ticket");
    expect(codeOf(runner.send("ticket:withdraw", { wishId: WISH }, device("other")))).toBe(
      "not_your_ticket",
    );
  });

  it("[OFF-4] of the day before enters under that day, and nobody waits for it", () => {
    const runner = hall();
    runner.must("day:close", { day: runner.state.day ?? "" }, HUB);
    const yesterday = runner.state.day;
    runner.now += 24 * HOUR;
    runner.openDay();
    const [fact] = runner.must("ticket:enter", entry({ arrivedAt: runner.now - 24 * HOUR }), KIOSK);
    expect(fact).toMatchObject({ type: "ticket-entered-late", day: yesterday, label: "AK2-07" });
    expect(runner.state.tickets.size).toBe(0);
  });

  it("[OFF-5] a wish that the kiosk gave up leaves no number behind", () => {
    const runner = hall();
    const ghost = ghostOf(runner);
    runner.must("ticket:withdraw", { wishId: WISH }, KIOSK);
    expect(statusOf(runner, ghost)).toBe("cancelled");
    expect(codeOf(runner.send("ticket:withdraw", { wishId: WISH }, KIOSK))).toBe("superseded");
  });
});
