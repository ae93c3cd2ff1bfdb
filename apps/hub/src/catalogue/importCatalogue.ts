import { type CentreSettings, localTime } from "@luot/domain";
import { err, ok, type Result } from "@luot/kit";
import type { CatalogueStore } from "@luot/store";
import { faultLines, readCatalogue } from "./readCatalogue.ts";

/** What came of an import. */
export interface CatalogueImport {
  readonly procedures: number;
  /** Those that no line takes: they are sent to guidance. */
  readonly withoutLine: number;
}

/**
 * Keeps a document as the centre's catalogue, whole or not at all.
 *
 * @returns what was taken, or every fault on a line of its own
 */
export function importCatalogue(
  raw: unknown,
  store: CatalogueStore,
  { services, calendar }: CentreSettings,
  atMs: number,
): Result<CatalogueImport, string> {
  const read = readCatalogue(raw, {
    serviceIds: new Set(services.map(({ id }) => id)),
    stored: store.read(),
    today: localTime(atMs, calendar.timeZone).date,
  });
  if (!read.ok) return err(faultLines(read.error));
  store.replace(read.value, atMs);
  const { procedures } = read.value;
  const withoutLine = procedures.filter(({ serviceId }) => serviceId === null).length;
  return ok({ procedures: procedures.length, withoutLine });
}
