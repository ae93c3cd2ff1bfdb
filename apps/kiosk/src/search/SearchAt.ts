import type { CatalogueProcedure } from "@luot/contract";

/** Where somebody is in the search for a procedure. Kept by the flow, so that going back is exact. */
export interface SearchAt {
  /** What was typed. */
  readonly query: string;
  /** Page of the hits, from 0. */
  readonly page: number;
  /** The opened procedure, also when a newer catalogue has come; `null` while hits are listed. */
  readonly procedure: CatalogueProcedure | null;
  /** Page of its papers, from 0. */
  readonly papersPage: number;
}

/** Nothing typed yet. */
export const SEARCH_START: SearchAt = { query: "", page: 0, procedure: null, papersPage: 0 };

/** More than anybody types by touch. */
const MAX_QUERY_CHARACTERS = 80;

/** Another text in the field: its hits begin on the first page. Pure. */
export function asking(at: SearchAt, text: string): SearchAt {
  // A blank in front finds nothing and only puzzles; one at the end is about to be a word.
  const query = text.normalize("NFC").trimStart().slice(0, MAX_QUERY_CHARACTERS);
  return query === at.query ? at : { ...SEARCH_START, query };
}

/** Opens a procedure, and keeps what it was found by. Pure. */
export function opening(at: SearchAt, procedure: CatalogueProcedure): SearchAt {
  return { ...at, procedure, papersPage: 0 };
}
