import type { Clock } from "@luot/kit";
import type { Paper, PaperOutcome } from "@luot/printer";
import type { KioskBook } from "@luot/store";
import { Listeners, type OwnPrinter } from "./OwnPrinter.ts";

/** What a kiosk without a printer has instead: every paper fails at once. */
export function createNoPrinter(book: KioskBook, clock: Clock): OwnPrinter {
  const outcomes = new Listeners<[Paper, PaperOutcome]>();
  const settle = (paper: Paper, outcome: PaperOutcome): void => {
    book.papers.set(paper, outcome, clock.now());
    outcomes.tell(paper, outcome);
  };
  // It may have had a printer before: what was being sent then, nobody knows of.
  for (const paper of book.papers.unfinished())
    settle(paper, book.papers.stateOf(paper) === "sending" ? "unknown" : "failed");
  return {
    print: (paper) => {
      const state = book.papers.stateOf(paper);
      if (state === null || state === "queued") settle(paper, "failed");
    },
    state: () => null,
    onState: () => () => undefined,
    onOutcome: outcomes.add,
    close: async () => undefined,
  };
}
