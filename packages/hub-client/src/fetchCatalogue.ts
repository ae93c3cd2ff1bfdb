import { type Catalogue, CatalogueSchema } from "@luot/contract";

/**
 * Fetches the catalogue of procedures.
 *
 * @param baseUrl where the hub is, without a slash at the end; empty for the page's own origin
 * @returns `null` where the centre has none
 * @throws when the hub does not answer, or not with a catalogue
 */
export async function fetchCatalogue(baseUrl: string): Promise<Catalogue | null> {
  const address = `${baseUrl}/api/procedures`;
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return CatalogueSchema.parse(await response.json());
}
