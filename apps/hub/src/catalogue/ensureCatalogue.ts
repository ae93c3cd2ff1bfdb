import { readFileSync } from "node:fs";
import type { Catalogue } from "@luot/contract";
import { localTime } from "@luot/domain";
import type { Store } from "@luot/store";
import type { HubOptions } from "../HubOptions.ts";
import { importCatalogue } from "./importCatalogue.ts";

/**
 * Gives a data folder without a catalogue its first: the procedures that its settings held in an
 * earlier release, else the given file. One that does not fit the settings is left out, and logged.
 */
export function ensureCatalogue(
  { firstCatalogueFile, clock, log }: HubOptions,
  { catalogue, settings }: Store,
): void {
  const latest = settings.latest();
  if (latest === null || catalogue.hash() !== null) return;
  const old = settings.oldProcedures();
  const today = localTime(clock.now(), latest.settings.calendar.timeZone).date;
  const first =
    old.length > 0
      ? catalogueOf(old, today)
      : firstCatalogueFile === null
        ? null
        : readJson(firstCatalogueFile);
  if (first === null) return;
  const imported = importCatalogue(first, catalogue, latest.settings, clock.now());
  if (imported.ok) log.info("first catalogue", { ...imported.value });
  else log.warn("the first catalogue does not fit the settings", { faults: imported.error });
}

function catalogueOf(
  old: ReturnType<Store["settings"]["oldProcedures"]>,
  today: string,
): Catalogue {
  const unknown = { field: null, papers: [], fee: null, time: null, portal: null };
  return {
    asOf: today,
    procedures: old.map(({ code, name, serviceId }) => ({
      code,
      name,
      serviceId,
      ...unknown,
      isCommon: false,
      isDemo: false,
    })),
    synonyms: {},
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
