import type { CentreSettings, CounterSettings, Series, Service } from "./CentreSettings.ts";

/** Settings by id, and the lines each counter calls from, tier by tier. */
export interface SettingsIndex {
  readonly services: ReadonlyMap<string, Service>;
  readonly series: ReadonlyMap<string, Series>;
  readonly counters: ReadonlyMap<string, CounterSettings>;
}

/** Prepares the look-ups that every command makes. */
export function indexSettings(settings: CentreSettings): SettingsIndex {
  return {
    services: byId(settings.services),
    series: byId(settings.series),
    counters: byId(settings.counters),
  };
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
