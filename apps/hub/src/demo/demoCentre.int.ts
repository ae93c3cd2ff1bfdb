import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SettingsSchema } from "@luot/contract";
import { describe, expect, it } from "vitest";

const CENTRE = join(import.meta.dirname, "../../demo/centre.json");

const text = readFileSync(CENTRE, "utf8");
const raw: unknown = JSON.parse(text);

describe("the demonstration's centre", () => {
  it("is a valid settings document, and parsing changes nothing in it", () => {
    const parsed = SettingsSchema.safeParse(raw);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(raw);
  });

  it("says that it is a demonstration, in its name and for the screens", () => {
    const { centre, calendar } = SettingsSchema.parse(raw);
    expect(centre).toMatchObject({ id: "demo", isDemo: true });
    expect(centre.name.vi).toContain("bản dùng thử");
    expect(centre.name.en).toContain("demonstration");
    expect(calendar.alwaysOpen).toBe(true);
  });

  it("has a provincial hall: 20 counters, many services, eight series", () => {
    const { counters, series, services, agencies } = SettingsSchema.parse(raw);
    expect(counters.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(counters.map(({ id }) => id)).toEqual(
      counters.map(({ number }) => `q${String(number).padStart(2, "0")}`),
    );
    expect(services.length).toBeGreaterThanOrEqual(14);
    expect(series.map(({ prefix }) => prefix).join("")).toBe("ABCHKLMX");
    expect(
      idsNotIn(
        services.map(({ seriesId }) => seriesId),
        series,
      ),
    ).toEqual([]);
    expect(
      idsNotIn(
        services.map(({ agencyId }) => agencyId),
        agencies,
      ),
    ).toEqual([]);
  });

  it("has every kind of service, and several that share the series of results", () => {
    const { services } = SettingsSchema.parse(raw);
    expect(new Set(services.map(({ kind }) => kind))).toEqual(
      new Set(["submit", "supplement", "collect", "pay", "guidance"]),
    );
    const collecting = services.filter(({ kind }) => kind === "collect");
    expect(collecting.length).toBeGreaterThan(1);
    expect(new Set(collecting.map(({ seriesId }) => seriesId))).toEqual(new Set(["k"]));
  });

  it("serves every service first at some counter, so that no line lives on left-over time", () => {
    const { counters, services } = SettingsSchema.parse(raw);
    const first = new Set(counters.flatMap(({ tiers }) => tiers[0] ?? []));
    expect(services.map(({ id }) => id).filter((id) => !first.has(id))).toEqual([]);
  });

  it("serves most services at two counters or more, so that one may close", () => {
    const { counters, services } = SettingsSchema.parse(raw);
    const countersOf = (id: string): number =>
      counters.filter(({ tiers }) => tiers.flat().includes(id)).length;
    const doubled = services.filter(({ id }) => countersOf(id) >= 2);
    expect(doubled.length).toBeGreaterThan(services.length / 2);
  });

  it("has reasons for what officers must give one for", () => {
    const { priorityReasons, ...settings } = SettingsSchema.parse(raw);
    const classes = priorityReasons.map((reason) => reason.class);
    expect(classes.filter((id) => id === "priority")).toHaveLength(5);
    expect(classes.filter((id) => id === "appointment")).toHaveLength(1);
    expect(settings.pauseReasons).not.toEqual([]);
    expect(settings.callReasons).not.toEqual([]);
    expect(settings.parkReasons).not.toEqual([]);
  });

  it("names everything in Vietnamese and in English, and not in one for both", () => {
    const texts = bilingualTextsOf(raw);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(({ vi, en }) => vi.trim() === "" || en.trim() === "")).toEqual([]);
    expect(texts.filter(({ vi, en }) => vi === en)).toEqual([]);
  });

  it("is written in composed letters (NFC), as the search and the printer expect", () => {
    expect(text).toBe(text.normalize("NFC"));
  });
});

function idsNotIn(ids: readonly string[], list: readonly { readonly id: string }[]): string[] {
  const known = new Set(list.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** Every text in two languages, however deep it stands. */
function bilingualTextsOf(value: unknown): { readonly vi: string; readonly en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("vi" in value && "en" in value) return [{ vi: String(value.vi), en: String(value.en) }];
  return Object.values(value).flatMap(bilingualTextsOf);
}
