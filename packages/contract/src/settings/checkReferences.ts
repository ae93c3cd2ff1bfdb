import type { CentreSettings } from "@luot/domain";
import type { z } from "zod";

type Report = (path: readonly (string | number)[], message: string) => void;

/** What no single field can say: that ids are unique and that every reference leads somewhere. */
export function checkReferences(settings: CentreSettings, context: z.core.$RefinementCtx): void {
  const report: Report = (path, message) =>
    context.addIssue({ code: "custom", path: [...path], message });
  checkUnique(settings, report);
  checkServices(settings, report);
  checkCounters(settings, report);
  checkDossiers(settings, report);
  checkCalendar(settings, report);
  for (const [index, { class: classId }] of settings.priorityReasons.entries())
    if (classId === "normal")
      report(["priorityReasons", index, "class"], "the class normal needs no reason");
}

function checkUnique(settings: CentreSettings, report: Report): void {
  const lists = [
    "agencies",
    "series",
    "services",
    "counters",
    "priorityReasons",
    "pauseReasons",
    "callReasons",
    "parkReasons",
  ] as const;
  for (const list of lists)
    repeated(settings[list].map(({ id }) => id)).forEach(([index, id]) =>
      report([list, index, "id"], `the id "${id}" is used twice`),
    );
  repeated(settings.series.map(({ prefix }) => prefix)).forEach(([index, prefix]) =>
    report(
      ["series", index, "prefix"],
      `the prefix "${prefix}" is used twice: two numbers would be alike`,
    ),
  );
  const codes = settings.agencies.flatMap(({ codes: own = [] }, index) =>
    own.map((code, place) => ({ code, path: ["agencies", index, "codes", place] })),
  );
  repeated(codes.map(({ code }) => code)).forEach(([index, code]) =>
    report(codes[index]?.path ?? [], `the identifier "${code}" is used twice`),
  );
  repeated(settings.counters.map(({ number }) => number)).forEach(([index, number]) =>
    report(["counters", index, "number"], `counter number ${number} is used twice`),
  );
}

/** Where values stand that stood before already. */
function repeated<T>(values: readonly T[]): readonly (readonly [number, T])[] {
  const seen = new Set<T>();
  return [...values.entries()].filter(([, value]) => seen.size === seen.add(value).size);
}

function checkServices({ agencies, series, services }: CentreSettings, report: Report): void {
  for (const [index, { from, to }] of series.entries())
    if (from > to) report(["series", index, "to"], `"to" is below "from" (${from})`);
  for (const [index, service] of services.entries()) {
    if (!agencies.some(({ id }) => id === service.agencyId))
      report(["services", index, "agencyId"], `no agency "${service.agencyId}"`);
    if (!series.some(({ id }) => id === service.seriesId))
      report(["services", index, "seriesId"], `no series "${service.seriesId}"`);
  }
}

function checkDossiers({ services, dossiers }: CentreSettings, report: Report): void {
  const known = new Set(services.map(({ id }) => id));
  for (const [index, id] of (dossiers?.generalServices ?? []).entries())
    if (!known.has(id)) report(["dossiers", "generalServices", index], `no service "${id}"`);
}

function checkCounters({ services, counters }: CentreSettings, report: Report): void {
  const known = new Set(services.map(({ id }) => id));
  for (const [index, { tiers }] of counters.entries())
    for (const [tier, ids] of tiers.entries())
      for (const [place, id] of ids.entries()) {
        const path = ["counters", index, "tiers", tier, place];
        if (!known.has(id)) report(path, `no service "${id}"`);
        else if (tiers.flat().indexOf(id) < tiers.slice(0, tier).flat().length + place)
          report(path, `service "${id}" is already served by this counter`);
      }
  const served = new Set(counters.flatMap(({ tiers }) => tiers.flat()));
  for (const [index, { id }] of services.entries())
    if (!served.has(id)) report(["services", index, "id"], `no counter serves "${id}"`);
}

function checkCalendar({ calendar }: CentreSettings, report: Report): void {
  if (!calendar.alwaysOpen && calendar.seasons.length === 0)
    report(["calendar", "seasons"], "without a season the centre is never open");
  for (const [index, { weekly, makeUp }] of calendar.seasons.entries()) {
    const plans = [...Object.entries(weekly), ["makeUp", makeUp] as const];
    for (const [day, sessions] of plans) {
      const path = ["calendar", "seasons", index, ...(day === "makeUp" ? [day] : ["weekly", day])];
      for (const [place, { opens, closes }] of sessions.entries()) {
        if (opens >= closes)
          report([...path, place, "closes"], `it closes before it opens (${opens})`);
        const before = sessions[place - 1];
        if (before !== undefined && before.closes > opens)
          report([...path, place, "opens"], "it opens before the session before it closes");
      }
    }
  }
}
