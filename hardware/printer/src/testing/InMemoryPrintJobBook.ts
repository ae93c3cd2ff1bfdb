import type { Paper, PrintJobBook, PrintJobState } from "../jobs/PrintJobBook.ts";

/** A book that lasts as long as the object: what a process that is restarted would find. */
export class InMemoryPrintJobBook implements PrintJobBook {
  /** Each state that was set, in order, as `ticket/copy state`. */
  readonly written: string[] = [];
  readonly #states = new Map<string, { readonly paper: Paper; readonly state: PrintJobState }>();

  stateOf({ ticketId, copy }: Paper): PrintJobState | null {
    return this.#states.get(`${ticketId}/${copy}`)?.state ?? null;
  }

  set(paper: Paper, state: PrintJobState): void {
    this.written.push(`${paper.ticketId}/${paper.copy} ${state}`);
    this.#states.set(`${paper.ticketId}/${paper.copy}`, { paper, state });
  }

  unfinished(): readonly Paper[] {
    return [...this.#states.values()]
      .filter(({ state }) => state === "queued" || state === "sending")
      .map(({ paper }) => paper);
  }
}
