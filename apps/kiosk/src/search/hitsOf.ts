import type { CatalogueProcedure } from "@luot/contract";
import { CHOICES_PER_PAGE } from "../hall/groups.ts";
import type { Shelf } from "./CatalogueShelf.ts";

/** Five pages: what is not among them is found by another word, not by turning. */
const MAX_HITS = 30;

/**
 * What is listed for what was typed, best first; a page of common ones while nothing is typed.
 *
 * @returns empty when nothing answers the query
 */
export function hitsOf(
  { catalogue, search }: Extract<Shelf, { readonly kind: "ready" }>,
  query: string,
): readonly CatalogueProcedure[] {
  const { procedures } = catalogue;
  if (query.trim() === "")
    return procedures.filter(({ isCommon }) => isCommon).slice(0, CHOICES_PER_PAGE);
  return search(query, MAX_HITS).flatMap(({ index }) => procedures[index] ?? []);
}
