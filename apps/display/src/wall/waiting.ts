import type { CentreSettings, DisplayView, DisplayWaiting } from "@luot/hub-client";
import { isCallable } from "@luot/hub-client";

/** How many wait for an agency. */
export interface AgencyWaiting {
  readonly agencyId: string;
  readonly count: number;
}

/** The lines of a hall, by service. */
export type Lines = DisplayView["lines"];

/** The lines that the counters of a wall call from. */
export function linesOf({ lines }: DisplayView, counters: CentreSettings["counters"]): Lines {
  const served = new Set(counters.flatMap(({ tiers }) => tiers.flat()));
  return Object.fromEntries(Object.entries(lines).filter(([serviceId]) => served.has(serviceId)));
}

/** How many wait in all. */
export function totalWaiting(lines: Lines): number {
  return Object.values(lines).reduce((sum, { waiting }) => sum + waiting, 0);
}

/** How many wait for each agency, in the order of the settings; without those nobody waits for. */
export function waitingByAgency(
  lines: Lines,
  { agencies, services }: CentreSettings,
): readonly AgencyWaiting[] {
  const counts = new Map<string, number>();
  for (const { id, agencyId } of services)
    counts.set(agencyId, (counts.get(agencyId) ?? 0) + (lines[id]?.waiting ?? 0));
  return agencies
    .map(({ id: agencyId }) => ({ agencyId, count: counts.get(agencyId) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/**
 * The next of the hall, line by line: the heads of all lines, then the second of each, and so on.
 * Who can be called stands before who can't yet; of equals who took the number first.
 */
export function nextUp(lines: Lines, now: number, count: number): readonly DisplayWaiting[] {
  return Object.values(lines)
    .flatMap(({ next }) => next.map((entry, place) => ({ entry, place })))
    .toSorted(
      (a, b) =>
        Number(isCallable(b.entry, now)) - Number(isCallable(a.entry, now)) ||
        a.place - b.place ||
        a.entry.issuedAt - b.entry.issuedAt,
    )
    .slice(0, count)
    .map(({ entry }) => entry);
}

/** The page to show of something with `pages` pages, each for `pageMs`. */
export function pageAt(now: number, pages: number, pageMs: number): number {
  return pages <= 1 ? 0 : Math.floor(now / pageMs) % pages;
}
