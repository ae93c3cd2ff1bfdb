import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import {
  aCalendar,
  aCentre,
  aService,
  capsOf,
  HOUR,
  MINUTE,
  SECOND,
  T0,
} from "../testing/aCentre.ts";
import { aTicketFor, device, fakeId, officer } from "../testing/commands.ts";
import { codeOf, openedRunner, Runner } from "../testing/Runner.ts";

const WORKDAYS = [{ opens: "07:30", closes: "11:30" }];
const officeHours = aCalendar({
  alwaysOpen: false,
  lastTicketMinutes: 15,
  seasons: [
    {
      from: "01-01",
      to: "12-31",
      makeUp: WORKDAYS,
      weekly: {
        sunday: [],
        monday: WORKDAYS,
        tuesday: WORKDAYS,
        wednesday: WORKDAYS,
        thursday: WORKDAYS,
        friday: WORKDAYS,
        saturday: [],
      },
    },
  ],
});

describe("a number taken for a dossier", () => {
  it("[ISSUE-6] keeps its opaque reference, and without one says nothing of dossiers", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    expect(runner.issue("land", { dossierRef: "ref-0001" }).dossierRefs).toEqual(["ref-0001"]);
    expect(runner.issue("land", {}).dossierRefs).toEqual([]);
    const [first, second] = runner.journal.filter(({ type }) => type === "ticket-issued");
    expect(first).toMatchObject({ dossierRefs: ["ref-0001"] });
    expect(second).not.toHaveProperty("dossierRefs");
  });
});

describe("ticket:issue", () => {
  it("[ISSUE-1] gives one waiting ticket, with all that its life needs", () => {
    const runner = openedRunner(aCentre({}), []);
    const ticket = runner.issue("land", { print: true, language: "en" });
    expect(ticket).toMatchObject({
      label: "A001",
      issuedAt: T0,
      language: "en",
      deviceId: "kiosk",
      print: "pending",
      callableAt: T0 + 5 * SECOND,
      capAt: T0 + HOUR,
      place: { status: "waiting", line: "service:land", class: "normal", orderAt: T0 },
    });
    expect(runner.state.totals.issued).toBe(1);
  });

  it("[ISSUE-1] may be called at once when no paper is expected", () => {
    expect(openedRunner(aCentre({}), []).issue("land", {})).toMatchObject({
      print: "none",
      callableAt: T0,
    });
  });

  it("[ISSUE-2] refuses outside the sessions and in their last minutes", () => {
    const runner = openedRunner(aCentre({ calendar: officeHours }), []);
    const issueAt = (now: number): string | null => {
      runner.now = now;
      return codeOf(runner.send("ticket:issue", aTicketFor("land", {}), device("kiosk")));
    };
    expect(issueAt(T0 - 31 * MINUTE)).toBe("centre_closed");
    expect(issueAt(T0 - 30 * MINUTE)).toBeNull();
    expect(issueAt(T0 + 3 * HOUR + 14 * MINUTE)).toBeNull();
    expect(issueAt(T0 + 3 * HOUR + 15 * MINUTE)).toBe("last_ticket_passed");
    expect(issueAt(T0 + 3 * HOUR + 30 * MINUTE)).toBe("centre_closed");
  });

  it("[ISSUE-2] refuses beyond the session's quota of the service, and of it alone", () => {
    const services = [{ ...aService("land", "a"), sessionQuota: 1 }, aService("birth", "b")];
    const runner = openedRunner(aCentre({ services, counters: [] }), []);
    runner.issue("land", {});
    const again = runner.send("ticket:issue", aTicketFor("land", {}), device("kiosk"));
    expect(again).toEqual({
      ok: false,
      error: { code: "quota_reached", details: { serviceId: "land", quota: 1 } },
    });
    runner.issue("birth", {});
  });

  it.each([
    ["no reason for priority", { class: "priority", reason: null }],
    ["a reason nobody knows", { class: "priority", reason: "tall" }],
    ["the reason of another class", { class: "priority", reason: "booked" }],
    ["a reason for no class at all", { class: "normal", reason: "elderly" }],
  ] as const)("[ISSUE-3] refuses %s", (_, wish) => {
    const runner = openedRunner(aCentre({}), []);
    const refused = runner.send("ticket:issue", aTicketFor("land", wish), device("kiosk"));
    expect(codeOf(refused)).toBe("unknown_reason");
  });

  it("[ISSUE-3] accepts a reason of the class, and keeps it with the class's cap", () => {
    const runner = openedRunner(aCentre({}), []);
    const ticket = runner.issue("land", { class: "priority", reason: "elderly" });
    expect(ticket).toMatchObject({ reason: "elderly", capAt: T0 + 30 * MINUTE });
    expect(runner.issue("land", { class: "appointment" }).place.class).toBe("appointment");
  });

  it("[ISSUE-4] goes behind all who wait, also when the clock went back", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    runner.now -= HOUR;
    runner.issue("land", {});
    runner.issue("land", {});
    runner.now += HOUR;
    runner.issue("land", {});
    const line = runner.state.lines.get("normal/service:land")?.tickets ?? [];
    expect(line.map(({ label }) => label)).toEqual(["A001", "A002", "A003", "A004"]);
  });

  it("[ISSUE-4] goes behind those of the same millisecond, whatever the ids say", () => {
    const runner = openedRunner(aCentre({}), []);
    runner.issue("land", {});
    const smaller = fakeId(0);
    const command = {
      id: runner.nextId(),
      type: "ticket:issue",
      payload: aTicketFor("land", {}),
      actor: device("kiosk"),
      deviceId: "kiosk",
    } as const;
    const decision = decide(runner.state, command, { now: T0, ids: [smaller] });
    if (decision.ok) runner.fold(decision.value);
    const line = runner.state.lines.get("normal/service:land")?.tickets ?? [];
    expect(line.map(({ label }) => label)).toEqual(["A001", "A002"]);
  });

  it("[ISSUE-5] refuses a service nobody knows, and any wish while no day is open", () => {
    const runner = openedRunner(aCentre({}), []);
    const unknown = runner.send("ticket:issue", aTicketFor("moon", {}), device("kiosk"));
    expect(codeOf(unknown)).toBe("unknown_service");
    const closed = new Runner(aCentre({}));
    const early = closed.send("ticket:issue", aTicketFor("land", {}), device("kiosk"));
    expect(codeOf(early)).toBe("day_not_open");
  });
});

describe("labels", () => {
  it("[SERIES-1] shares one row of numbers among the services of a series", () => {
    const runner = openedRunner(aCentre({}), []);
    const labels = ["land", "birth", "notary", "land"].map((id) => runner.issue(id, {}).label);
    expect(labels).toEqual(["A001", "B001", "B002", "A002"]);
  });

  it("[SERIES-2] passes over labels that another series gave before settings changed", () => {
    const runner = openedRunner(aCentre({}), []);
    for (let i = 0; i < 3; i++) runner.issue("land", {});
    const [a, b] = runner.state.settings.series;
    if (a === undefined || b === undefined) throw new Error("two series");
    const swapped = [
      { ...a, prefix: "B" },
      { ...b, prefix: "A" },
    ];
    expect(codeOf(runner.publish(aCentre({ version: 2, series: swapped })))).toBeNull();
    expect(runner.issue("birth", {}).label).toBe("A004");
    expect(runner.issue("land", {}).label).toBe("B004");
  });

  it("[SERIES-3] ends with its last number, or goes on beyond it when the series says so", () => {
    const series = [{ id: "a", prefix: "A", from: 9, to: 9, digits: 1, overflow: false }];
    const short = aCentre({ series, services: [aService("land", "a")], counters: [] });
    const runner = openedRunner(short, []);
    expect(runner.issue("land", {}).label).toBe("A9");
    const refused = runner.send("ticket:issue", aTicketFor("land", {}), device("kiosk"));
    expect(codeOf(refused)).toBe("series_exhausted");
    const overflowing = series.map((one) => ({ ...one, overflow: true }));
    const long = openedRunner({ ...short, series: overflowing }, []);
    expect([long.issue("land", {}).label, long.issue("land", {}).label]).toEqual(["A9", "A10"]);
  });
});

describe("papers", () => {
  it("[PRINT-1] lets a ticket be called as soon as its paper is out", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const { id } = runner.issue("land", { print: true });
    expect(codeOf(call(runner))).toBe("queue_empty");
    runner.now += SECOND;
    runner.must("ticket:confirm-print", { ticketId: id, outcome: "confirmed" }, device("kiosk"));
    expect(runner.ticket("A001")).toMatchObject({ print: "confirmed", callableAt: T0 });
    expect(codeOf(call(runner))).toBeNull();
  });

  it.each(["failed", "unknown"] as const)(
    "[PRINT-2] keeps a %s print on record, and waits as without an answer",
    (outcome) => {
      const runner = openedRunner(aCentre({}), ["c1"]);
      const { id } = runner.issue("land", { print: true });
      runner.must("ticket:confirm-print", { ticketId: id, outcome }, device("kiosk"));
      expect(runner.ticket("A001").print).toBe(outcome);
      runner.now += 5 * SECOND - 1;
      expect(codeOf(call(runner))).toBe("queue_empty");
      runner.must("ticket:confirm-print", { ticketId: id, outcome: "confirmed" }, device("kiosk"));
      expect(codeOf(call(runner))).toBeNull();
    },
  );

  it("[PRINT-2] refuses an answer nobody waits for", () => {
    const runner = openedRunner(aCentre({}), []);
    const confirm = (ticketId: string): string | null =>
      codeOf(
        runner.send("ticket:confirm-print", { ticketId, outcome: "confirmed" }, device("kiosk")),
      );
    expect(confirm(runner.issue("land", {}).id)).toBe("wrong_status");
    const { id } = runner.issue("land", { print: true });
    expect([confirm(id), confirm(id), confirm("x")]).toEqual([
      null,
      "wrong_status",
      "unknown_ticket",
    ]);
  });

  it("[PRINT-3] counts copies, until the ticket is final", () => {
    const runner = openedRunner(aCentre({}), []);
    const { id } = runner.issue("land", {});
    const reprint = (): string | null =>
      codeOf(runner.send("ticket:reprint", { ticketId: id }, officer("lan")));
    expect([reprint(), reprint(), runner.ticket("A001").copies]).toEqual([null, null, 2]);
    runner.must("ticket:cancel", { ticketId: id }, officer("lan"));
    expect(reprint()).toBe("wrong_status");
    const unknown = runner.send("ticket:reprint", { ticketId: "x" }, officer("lan"));
    expect(codeOf(unknown)).toBe("unknown_ticket");
  });

  it("[PRINT-4] hears only the kiosk that issued the ticket", () => {
    const runner = openedRunner(aCentre({}), []);
    const { id: ticketId } = runner.issue("land", { print: true });
    const other = device("other");
    expect(codeOf(runner.send("ticket:reprint", { ticketId }, other))).toBe("not_your_ticket");
    const confirmed = runner.send(
      "ticket:confirm-print",
      { ticketId, outcome: "confirmed" },
      other,
    );
    expect(codeOf(confirmed)).toBe("not_your_ticket");
    expect(codeOf(runner.send("ticket:reprint", { ticketId }, device("kiosk")))).toBeNull();
  });
});

it("[ISSUE-1] takes the wait caps of the version in force", () => {
  const runner = openedRunner(aCentre({}), []);
  const classes = capsOf({ normal: 2 * HOUR, others: HOUR });
  const { policy } = runner.state.settings;
  runner.publish(aCentre({ version: 2, policy: { ...policy, classes } }));
  expect(runner.issue("land", {}).capAt).toBe(T0 + 2 * HOUR);
});

function call(runner: Runner): ReturnType<Runner["send"]> {
  return runner.send("ticket:call-next", { counterId: "c1" }, officer("officer-c1"));
}
