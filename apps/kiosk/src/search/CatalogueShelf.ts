import type { Catalogue } from "@luot/contract";
import { createProcedureSearch, type Hit, type ProcedureSearch } from "@luot/dossier";

/** What the kiosk knows of procedures. */
export type Shelf =
  | { readonly kind: "loading" }
  /** The centre has no catalogue. */
  | { readonly kind: "none" }
  /** It could not be had, and none is kept. */
  | { readonly kind: "failed" }
  | {
      readonly kind: "ready";
      readonly catalogue: Catalogue;
      readonly search: (query: string, limit: number) => readonly Hit[];
    };

type Load = () => Promise<Catalogue | null>;

/** A catalogue is asked for again after so long, ms. */
export const FRESH_FOR_MS = 10 * 60_000;

/**
 * Keeps the catalogue while the page lives, and the index that is made of it at the first search.
 * What is kept serves on when the hub does not answer.
 */
export class CatalogueShelf {
  readonly #load: Load;
  readonly #listeners = new Set<() => void>();
  #state: Shelf = { kind: "loading" };
  #readAt: number | null = null;
  #isLoading = false;

  /** @param load rejects when the hub does not answer; `null`: there is no catalogue */
  constructor(load: Load) {
    this.#load = load;
  }

  getState = (): Shelf => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for the catalogue where what is kept is old or nothing is. `now`: monotonic ms. */
  refresh = async (now: number): Promise<void> => {
    const isFresh = this.#readAt !== null && now - this.#readAt < FRESH_FOR_MS;
    if (this.#isLoading || isFresh) return;
    this.#isLoading = true;
    const answer = await this.#load().then(
      (catalogue) => ({ catalogue }),
      () => null,
    );
    this.#isLoading = false;
    // No catalogue is asked for again at once: one may be imported at any moment.
    if (answer !== null && answer.catalogue !== null) this.#readAt = now;
    this.#set(this.#after(answer));
  };

  #after(answer: { readonly catalogue: Catalogue | null } | null): Shelf {
    const kept = this.#state;
    if (answer === null) return kept.kind === "ready" ? kept : { kind: "failed" };
    const { catalogue } = answer;
    if (catalogue === null) return { kind: "none" };
    // The same catalogue keeps its index, and the list of somebody who looks at it.
    if (kept.kind === "ready" && JSON.stringify(kept.catalogue) === JSON.stringify(catalogue))
      return kept;
    return { kind: "ready", catalogue, search: lateSearch(catalogue) };
  }

  #set(next: Shelf): void {
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Makes the index when somebody searches: most people never do. */
function lateSearch({ procedures, synonyms }: Catalogue): ProcedureSearch["search"] {
  let made: ProcedureSearch | null = null;
  return (query, limit) => {
    made ??= createProcedureSearch(procedures, synonyms);
    return made.search(query, limit);
  };
}
