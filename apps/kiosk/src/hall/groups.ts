import type { CentreSettings, Service } from "@luot/hub-client";

type Agency = CentreSettings["agencies"][number];

/** A first choice: an agency and its services, in the order of the settings. */
export interface Group {
  readonly agency: Agency;
  readonly services: readonly Service[];
}

/** The agencies that have something to offer. */
export function groupsOf({ agencies, services }: CentreSettings): readonly Group[] {
  return agencies
    .map((agency) => ({
      agency,
      services: services.filter(({ agencyId }) => agencyId === agency.id),
    }))
    .filter((group) => group.services.length > 0);
}

/** At most this many choices at a time, so that nobody has to search or scroll. */
export const CHOICES_PER_PAGE = 6;

/** A page of choices. `page` beyond the last gives the last. */
export function pageOf<T>(
  items: readonly T[],
  page: number,
): { readonly items: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / CHOICES_PER_PAGE));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  const from = shown * CHOICES_PER_PAGE;
  return { items: items.slice(from, from + CHOICES_PER_PAGE), page: shown, pages };
}
