/** Where somebody is in the search for a procedure. Kept by the flow, so that going back is exact. */
export interface SearchAt {
  /** What was typed. */
  readonly query: string;
  /** Page of the hits, from 0. */
  readonly page: number;
  /** Index of the opened procedure in the catalogue; `null` while only hits are listed. */
  readonly procedure: number | null;
}

/** Nothing typed yet. */
export const SEARCH_START: SearchAt = { query: "", page: 0, procedure: null };
