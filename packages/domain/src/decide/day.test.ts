import { describe, expect, it } from "vitest";
import type { CentreSettings } from "../settings/CentreSettings.ts";
import { aCentre, DAY, HOUR, MINUTE, T0 } from "../testing/aCentre.ts";
import { HUB } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");
const c1 = { counterId: "c1" };

function without(change: (settings: CentreSettings) => Partial<CentreSettings>): CentreSettings {
  return aCentre({ version: 2, ...change(aCentre({})) });
}

describe("day:open", () => {
  it("[DAY-1] opens the calendar day of the centre's time zone, and no other", () => {
    const runner = new Runner(aCentre({}));
    const open = (day: string): string | null => codeOf(runner.send("day:open", { day }, HUB));
    runner.now = T0 - 8 * HOUR - 1;
    expect(open(DAY)).toBe("wrong_day");
    runner.now += 1;
    expect(open(DAY)).toBeNull();
    expect(runner.journal).toMatchObject([{ type: "day-opened", day: DAY, settingsVersion: 1 }]);
  });

  it("[DAY-3] opens one day at a time, and none twice", () => {
    const runner = openedRunner(aCentre({}), []);
    const open = (): string | null => codeOf(runner.send("day:open", { day: DAY }, HUB));
    expect(open()).toBe("day_already_open");
    runner.must("day:close", { day: DAY }, HUB);
    expect(open()).toBe("wrong_day");
    runner.now += 24 * HOUR;
    expect(codeOf(runner.send("day:open", { day: "2026-03-03" }, HUB))).toBeNull();
  });

  it("[DAY-3] begins with no ticket, all numbers and no officer, but knows how long visits take", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    runner.must("ticket:call-next", c1, lan);
    runner.now += MINUTE;
    runner.must("ticket:finish", { ...c1, outcome: "guided", dossierRefs: [] }, lan);
    runner.must("day:close", { day: DAY }, HUB);
    runner.now += 24 * HOUR;
    runner.openDay();
    const { tickets, counters, calls, totals, serviceTimes } = runner.state;
    expect([tickets.size, calls.length, totals.issued]).toEqual([0, 0, 0]);
    expect(counters.get("c1")?.status).toBe("closed");
    expect(serviceTimes.get("land")).toHaveLength(1);
    expect(runner.issue("land", {}).label).toBe("A001");
  });
});

describe("day:close", () => {
  it("[DAY-4] makes every ticket final and closes every counter", () => {
    const runner = openedRunner(aCentre({}), ["c1", "c2", "c3"]);
    for (const service of ["land", "land", "land", "birth", "notary"]) runner.issue(service, {});
    runner.must("ticket:call-next", c1, lan);
    runner.must("ticket:no-show", c1, lan);
    runner.must("ticket:call-next", c1, lan);
    runner.must("ticket:start", c1, lan);
    runner.must("ticket:park", { ...c1, reason: "copy" }, lan);
    runner.must("ticket:call-next", c1, lan);
    runner.must("ticket:start", c1, lan);
    runner.must("ticket:call-next", { counterId: "c2" }, officerAt("c2"));
    runner.must("ticket:cancel", { ticketId: runner.ticket("B002").id }, lan);
    runner.now += 20 * HOUR;
    const events = runner.must("day:close", { day: DAY }, HUB);
    expect(events.every(({ day }) => day === DAY)).toBe(true);
    const ends = ["A001", "A002", "A003", "B001", "B002"].map((label) => {
      const { place, outcome } = runner.ticket(label);
      return [place.status, outcome];
    });
    expect(ends).toEqual([
      ["expired", null],
      ["expired", null],
      ["done", "day_closed"],
      ["expired", null],
      ["cancelled", null],
    ]);
    expect([...runner.state.counters.values()].map(({ status }) => status)).toEqual([
      "closed",
      "closed",
      "closed",
    ]);
    expect(runner.state.serviceTimes.get("land")).toBeUndefined();
    expect(events.at(-1)?.type).toBe("day-closed");
  });

  it("[DAY-4] refuses another day than the open one, and a day that is closed already", () => {
    const runner = openedRunner(aCentre({}), []);
    const close = (day: string): string | null => codeOf(runner.send("day:close", { day }, HUB));
    expect(close("2026-03-01")).toBe("wrong_day");
    expect(close(DAY)).toBeNull();
    expect(close(DAY)).toBe("day_not_open");
  });

  it("[DAY-5] stamps what happens after midnight with the day that is still open", () => {
    const runner = openedRunner(aCentre({}), []);
    runner.now += 24 * HOUR;
    runner.issue("land", {});
    expect(runner.journal.at(-1)).toMatchObject({ day: DAY, at: runner.now });
  });
});

describe("settings:publish", () => {
  it("[SET-1] puts a known and newer version in force, also while no day is open", () => {
    const runner = new Runner(aCentre({}));
    const publish = (version: number): string | null =>
      codeOf(runner.send("settings:publish", { version, hash: "h" }, HUB));
    expect(publish(2)).toBe("settings_unknown");
    expect(publish(1)).toBe("settings_unknown");
    expect(codeOf(runner.publish(aCentre({ version: 2 })))).toBeNull();
    expect(runner.journal).toMatchObject([{ type: "settings-published", version: 2, day: DAY }]);
    expect(runner.state.settings.version).toBe(2);
  });

  const cases: readonly (readonly [string, string, CentreSettings])[] = [
    [
      "a service with tickets",
      "land",
      without(({ services }) => ({ services: services.filter(({ id }) => id !== "land") })),
    ],
    [
      "the series of a ticket",
      "a",
      without(({ series }) => ({ series: series.filter(({ id }) => id !== "a") })),
    ],
    [
      "the open counter",
      "c1",
      without(({ counters }) => ({ counters: counters.filter(({ id }) => id !== "c1") })),
    ],
    [
      "everybody who serves the service",
      "land",
      without(({ counters }) => ({
        counters: counters.map((counter) => ({ ...counter, tiers: [["birth", "notary"]] })),
      })),
    ],
  ];
  it.each(cases)("[SET-2] does not take away %s", (_, id, next) => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    const error = { code: "settings_in_use", details: { id } };
    expect(runner.publish(next)).toEqual({ ok: false, error });
    runner.must("day:close", { day: DAY }, HUB);
    expect(codeOf(runner.publish(next))).toBeNull();
  });

  it("[SET-2] does not take away the counter a ticket is parked at", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    runner.must("ticket:call-next", c1, lan);
    runner.must("ticket:start", c1, lan);
    runner.must("ticket:park", { ...c1, reason: "copy" }, lan);
    runner.must("counter:close", c1, lan);
    const counters = aCentre({}).counters.filter(({ id }) => id !== "c1");
    expect(codeOf(runner.publish(aCentre({ version: 2, counters })))).toBe("settings_in_use");
    runner.must("ticket:cancel", { ticketId: runner.ticket("A001").id }, lan);
    expect(codeOf(runner.publish(aCentre({ version: 2, counters })))).toBeNull();
    expect(runner.state.counters.has("c1")).toBe(false);
  });
});
