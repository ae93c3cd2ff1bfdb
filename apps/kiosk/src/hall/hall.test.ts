import { describe, expect, it } from "vitest";
import { aCentre, aHall, T0 } from "../testing/aCentre.ts";
import { groupsOf, pageOf } from "./groups.ts";
import { hallStanding } from "./hallStanding.ts";
import { canTake, prospectOf, standingOf } from "./serviceStanding.ts";

const HOUR_MS = 3_600_000;
const service = (id: string) => {
  const found = aCentre({}).services.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
};

describe("standingOf", () => {
  it("counts all who wait, and names the open counters", () => {
    expect(standingOf(service("a-submit"), aHall({}))).toMatchObject({
      waiting: 10,
      counters: [1, 2],
      availability: "open",
    });
  });

  it("gives numbers before a counter has opened, and names those that will serve", () => {
    const standing = standingOf(service("a-submit"), aHall({ counters: {} }));
    expect(standing).toMatchObject({ availability: "no_open_counter", counters: [1, 2, 3, 5] });
    expect(canTake(standing)).toBe(true);
  });

  it("gives none when the quota of this session is gone, but counts no other session", () => {
    const hall = aHall({ issued: { "finance-submit/1": 3 } });
    expect(canTake(standingOf(service("finance-submit"), hall))).toBe(false);
    const afternoon = { ...hall, sessionId: "2" };
    expect(canTake(standingOf(service("finance-submit"), afternoon))).toBe(true);
  });
});

describe("prospectOf", () => {
  it("tells a normal ticket all who wait, and a priority ticket those who take turns with it", () => {
    const hall = aHall({ waiting: { "a-submit": { normal: 40, priority: 2 } } });
    expect(prospectOf(service("a-submit"), "normal", hall).ahead).toBe(42);
    expect(prospectOf(service("a-submit"), "priority", hall).ahead).toBe(2 + 3 * 3);
  });

  it("divides the wait by the counters that are open", () => {
    const one = prospectOf(service("a-submit"), "normal", aHall({ counters: { q01: "open" } }));
    const two = prospectOf(service("a-submit"), "normal", aHall({}));
    expect(one.estimate?.middleMs).toBe(2 * (two.estimate?.middleMs ?? 0));
  });

  it("can't tell a wait while no counter is open", () => {
    expect(prospectOf(service("a-submit"), "normal", aHall({ counters: {} })).estimate).toBeNull();
  });
});

describe("a hall that can't be asked", () => {
  const hall = { ...aHall({ issued: { "finance-submit/1": 3 } }), isCurrent: false };

  it("offers every service of the settings at all its counters, and counts nobody", () => {
    for (const offered of hall.settings.services)
      expect(canTake(standingOf(offered, hall))).toBe(true);
    expect(standingOf(service("a-submit"), hall)).toMatchObject({
      availability: "open",
      counters: [1, 2, 3, 5],
      waiting: null,
    });
    expect(prospectOf(service("a-submit"), "normal", hall)).toEqual({
      ahead: null,
      estimate: null,
    });
  });
});

describe("hallStanding", () => {
  const { view } = aHall({});

  it("is open in a session", () => {
    expect(hallStanding(T0, aCentre({}), view)).toEqual({ kind: "open", sessionId: "1" });
  });

  it("gives no numbers in the last minutes, and says when it goes on", () => {
    const closing = hallStanding(T0 + 2.4 * HOUR_MS, aCentre({}), view);
    expect(closing).toMatchObject({ kind: "closing", next: { opens: "13:30", isToday: true } });
  });

  it("says after hours when the next day opens", () => {
    const closed = hallStanding(T0 + 9 * HOUR_MS, aCentre({}), view);
    expect(closed).toMatchObject({
      kind: "closed",
      next: { date: "2025-11-25", opens: "07:30", isToday: false },
    });
  });

  it("waits for the hub to begin the day", () => {
    const { kind } = hallStanding(T0, aCentre({}), { ...view, isOpen: false });
    expect(kind).toBe("not_started");
  });
});

describe("choices", () => {
  it("leave out agencies that offer nothing", () => {
    const settings = aCentre({});
    const services = settings.services.filter(({ agencyId }) => agencyId === "health");
    expect(groupsOf({ ...settings, services }).map(({ agency }) => agency.id)).toEqual(["health"]);
  });

  it("come six at a time, and a page that is gone shows the last", () => {
    const items = [1, 2, 3, 4, 5, 6, 7];
    expect(pageOf(items, 0)).toEqual({ items: [1, 2, 3, 4, 5, 6], page: 0, pages: 2 });
    expect(pageOf(items, 5)).toEqual({ items: [7], page: 1, pages: 2 });
    expect(pageOf([], 0)).toEqual({ items: [], page: 0, pages: 1 });
  });
});
