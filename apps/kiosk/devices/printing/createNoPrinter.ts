import type { Clock } from "@luot/kit";
import type { Paper, PaperOutcome } from "@luot/printer";
import type { KioskBook } from "@luot/store";
import { Listeners, type OwnPrinter } from "./OwnPrinter.ts";

/** What a kiosk without a printer has instead: every paper fails at once. */
export function createNoPrinter(book: KioskBook, clock: Clock): OwnPrinter {
  const outcomes = new Listeners<[Paper, PaperOutcome]>();
  return {
    print: (paper) => {
      const state = book.papers.stateOf(paper);
      if (state !== null && state !== "queued") return;
      book.papers.set(paper, "failed", clock.now());
      outcomes.tell(paper, "failed");
    },
    state: () => null,
    onState: () => () => undefined,
    onOutcome: outcomes.add,
    close: async () => undefined,
  };
}
