import type { CentreSettings, Season } from "@luot/domain";
import { aCalendar, aCentre, aPolicy, aService } from "@luot/domain/testing";
import { describe, expect, it } from "vitest";
import { SettingsSchema } from "./SettingsSchema.ts";

/** Paths of the faults found, each as `services.0.agencyId`. */
function faultsOf(document: unknown): readonly string[] {
  const parsed = SettingsSchema.safeParse(document);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

const GOOD = aCentre({});
const [AGENCY] = GOOD.agencies;
const [A, B] = GOOD.series;
const [C1] = GOOD.counters;
const [ELDERLY] = GOOD.priorityReasons;
if (!AGENCY || !A || !B || !C1 || !ELDERLY) throw new Error("the centre is empty");

const MORNING = { opens: "07:30", closes: "11:30" };
const WEEK: Season["weekly"] = {
  sunday: [],
  monday: [MORNING],
  tuesday: [MORNING],
  wednesday: [MORNING],
  thursday: [MORNING],
  friday: [MORNING],
  saturday: [],
};
const SEASON: Season = { from: "01-01", to: "12-31", weekly: WEEK, makeUp: [MORNING] };

const withSeason = (season: unknown): unknown => ({
  ...GOOD,
  calendar: { ...aCalendar({ alwaysOpen: false }), seasons: [season] },
});
const withMonday = (...monday: readonly unknown[]): unknown =>
  withSeason({ ...SEASON, weekly: { ...WEEK, monday } });

describe("a settings document", () => {
  it("is taken as it is when it is good, with sessions or always open", () => {
    expect(SettingsSchema.parse(GOOD)).toEqual(GOOD);
    expect(faultsOf(withSeason(SEASON))).toEqual([]);
  });

  it("is stored as JSON and read again without a difference", () => {
    expect(SettingsSchema.parse(JSON.parse(JSON.stringify(GOOD)))).toEqual(GOOD);
  });

  it("brings texts into one form: no blanks around them, composed letters", () => {
    const agency = { ...AGENCY, name: { vi: "  Ủy ban ".normalize("NFD"), en: "x" } };
    const parsed = SettingsSchema.parse({ ...GOOD, agencies: [agency] });
    expect(parsed.agencies[0]?.name.vi).toBe("Ủy ban".normalize("NFC"));
  });

  it.each(["__proto__", "constructor", "extra"])("refuses the unknown key %s", (key) => {
    const raw = JSON.stringify(GOOD).replace(/\}$/, `,"${key}":{}}`);
    expect(SettingsSchema.safeParse(JSON.parse(raw)).success).toBe(false);
  });

  it("refuses what is no document", () => {
    const odd = [null, [], "", 1, JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`)];
    expect(odd.filter((document) => SettingsSchema.safeParse(document).success)).toEqual([]);
  });
});

type Change = Partial<Record<keyof CentreSettings, unknown>>;

describe("a fault between parts is reported where it stands", () => {
  it.each<[string, Change, readonly string[]]>([
    ["two agencies of one id", { agencies: [AGENCY, AGENCY] }, ["agencies.1.id"]],
    ["two series of one id", { series: [A, B, { ...A, prefix: "C" }] }, ["series.2.id"]],
    ["one prefix twice", { series: [A, { ...B, prefix: "A" }] }, ["series.1.prefix"]],
    ["a range turned round", { series: [{ ...A, from: 9, to: 1 }, B] }, ["series.0.to"]],
    [
      "two services of one id",
      { services: [...GOOD.services, aService("land", "a")] },
      ["services.3.id"],
    ],
    [
      "an unknown series and agency",
      {
        services: [
          ...GOOD.services.slice(1),
          { ...aService("land", "nowhere"), agencyId: "nobody" },
        ],
      },
      ["services.2.agencyId", "services.2.seriesId"],
    ],
    [
      "a service no counter serves",
      { services: [...GOOD.services, aService("spare", "a")] },
      ["services.3.id"],
    ],
    [
      "a counter with an unknown service",
      { counters: [...GOOD.counters, { ...C1, id: "c4", number: 4, tiers: [["land"], ["x"]] }] },
      ["counters.3.tiers.1.0"],
    ],
    [
      "a counter with a service twice",
      { counters: [...GOOD.counters, { ...C1, id: "c4", number: 4, tiers: [["land"], ["land"]] }] },
      ["counters.3.tiers.1.0"],
    ],
    [
      "two counters of one id",
      { counters: [...GOOD.counters, { ...C1, number: 4 }] },
      ["counters.3.id"],
    ],
    [
      "two counters of one number",
      { counters: [...GOOD.counters, { ...C1, id: "c4" }] },
      ["counters.3.number"],
    ],
    ["a reason twice", { priorityReasons: [ELDERLY, ELDERLY] }, ["priorityReasons.1.id"]],
    [
      "a reason for the normal class",
      { priorityReasons: [ELDERLY, { ...ELDERLY, id: "none", class: "normal" }] },
      ["priorityReasons.1.class"],
    ],
    ["a pause reason twice", twice("pauseReasons"), ["pauseReasons.1.id"]],
    ["a call reason twice", twice("callReasons"), ["callReasons.1.id"]],
    ["a park reason twice", twice("parkReasons"), ["parkReasons.1.id"]],
    [
      "an identifier of two agencies",
      {
        agencies: [
          { ...AGENCY, codes: ["H56.29", "000.00.29.H56"] },
          { ...AGENCY, id: "other", codes: ["H56.29"] },
        ],
      },
      ["agencies.1.codes.0"],
    ],
  ])("%s", (_name, change, paths) => {
    expect(faultsOf({ ...GOOD, ...change })).toEqual(paths);
  });

  function twice(list: "pauseReasons" | "callReasons" | "parkReasons"): Change {
    return { [list]: [...GOOD[list], ...GOOD[list]] };
  }
});

describe("a calendar", () => {
  const seasons = "calendar.seasons";

  it.each<[string, unknown, readonly string[]]>([
    ["that never opens", { ...GOOD, calendar: aCalendar({ alwaysOpen: false }) }, [seasons]],
    [
      "with a session that closes before it opens",
      withMonday({ opens: "11:30", closes: "07:30" }),
      [`${seasons}.0.weekly.monday.0.closes`],
    ],
    [
      "with sessions that overlap",
      withMonday(MORNING, { opens: "11:00", closes: "17:00" }),
      [`${seasons}.0.weekly.monday.1.opens`],
    ],
    [
      "with a make-up day that ends before it begins",
      withSeason({ ...SEASON, makeUp: [{ opens: "09:00", closes: "09:00" }] }),
      [`${seasons}.0.makeUp.0.closes`],
    ],
    [
      "with an hour that is none",
      withMonday({ opens: "07:30", closes: "24:01" }),
      [`${seasons}.0.weekly.monday.0.closes`],
    ],
    [
      "without a Sunday",
      withSeason({ ...SEASON, weekly: { ...WEEK, sunday: undefined } }),
      [`${seasons}.0.weekly.sunday`],
    ],
    ["with a month that is none", withSeason({ ...SEASON, to: "13-01" }), [`${seasons}.0.to`]],
    [
      "in a time zone that is none",
      { ...GOOD, calendar: aCalendar({ timeZone: "Asia/Nowhere" }) },
      ["calendar.timeZone"],
    ],
    [
      "with a holiday that is no date",
      { ...GOOD, calendar: aCalendar({ holidays: ["2026-02-30"] }) },
      ["calendar.holidays.0"],
    ],
  ])("%s is refused there", (_name, document, paths) => {
    expect(faultsOf(document)).toEqual(paths);
  });
});

describe("single fields", () => {
  it.each<[string, Change, string]>([
    ["a prefix in small letters", { series: [{ ...A, prefix: "a" }, B] }, "series.0.prefix"],
    [
      "a cap below a minute",
      { policy: aPolicy({ callableAfterMs: -1 }) },
      "policy.callableAfterMs",
    ],
    ["no agency", { agencies: [] }, "agencies"],
    ["an empty notice", { ticketNotice: { vi: " ", en: "x" } }, "ticketNotice.vi"],
    ["one language", { ticketFooter: { vi: "x" } }, "ticketFooter.en"],
    ["a class without a policy", { policy: withoutReturning() }, "policy.classes.returning"],
  ])("%s is refused", (_name, change, path) => {
    expect(faultsOf({ ...GOOD, ...change })).toContain(path);
  });
});

describe("junk at any place", () => {
  const junk = [null, 7, -1, "", "x", [], [null], {}, true];

  it("is refused or taken, and never breaks the check", () => {
    const paths = pathsIn(GOOD, []);
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths)
      for (const value of junk)
        expect(() => SettingsSchema.safeParse(replaced(GOOD, path, value))).not.toThrow();
  });
});

function withoutReturning(): unknown {
  const { returning: _, ...classes } = GOOD.policy.classes;
  return { ...GOOD.policy, classes };
}

/** Every place in a document, the inner ones too. */
function pathsIn(part: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof part !== "object" || part === null) return [path];
  return [path, ...Object.entries(part).flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

/** A copy of a document with another value at one place. */
function replaced(part: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const put = (name: string, child: unknown): unknown =>
    name === key ? replaced(child, rest, value) : child;
  if (Array.isArray(part)) return part.map((child: unknown, index) => put(String(index), child));
  return Object.fromEntries(
    Object.entries(part ?? {}).map(([name, child]) => [name, put(name, child)]),
  );
}
