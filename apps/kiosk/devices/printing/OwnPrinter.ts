import type { PrinterState } from "@luot/contract";
import type { Paper, PaperOutcome } from "@luot/printer";

/**
 * The kiosk's own printer, with its papers kept in the book. What stands on a paper it looks up
 * there by the ticket's id, so that a paper can be printed after a restart too.
 */
export interface OwnPrinter {
  /** Prints after the papers asked for before. Asked twice, it is printed once. */
  readonly print: (paper: Paper) => void;
  /** What it last said of itself; `null` for a kiosk without a printer. */
  readonly state: () => PrinterState | null;
  /** Told at each change. @returns the stop function */
  readonly onState: (listener: (state: PrinterState) => void) => () => void;
  /** Told each outcome once it is in the book. @returns the stop function */
  readonly onOutcome: (listener: (paper: Paper, outcome: PaperOutcome) => void) => () => void;
  /** Lets the paper in hand finish; others are printed after the next start. */
  readonly close: () => Promise<void>;
}

/** Listeners of one kind. The first is told what there was to tell before it came. */
export class Listeners<T extends readonly unknown[]> {
  readonly #all = new Set<(...news: T) => void>();
  #early: T[] = [];

  add = (listener: (...news: T) => void): (() => void) => {
    this.#all.add(listener);
    for (const news of this.#early.splice(0)) listener(...news);
    return () => this.#all.delete(listener);
  };

  tell(...news: T): void {
    if (this.#all.size === 0) this.#early.push(news);
    for (const listener of this.#all) listener(...news);
  }
}
