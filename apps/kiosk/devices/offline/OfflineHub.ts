import type { PaperNews, PrinterState } from "@luot/contract";
import type { HubClient } from "@luot/hub-client";
import type { Clock, Logger } from "@luot/kit";
import type { Paper, PaperOutcome } from "@luot/printer";
import type { KioskBook } from "@luot/store";

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

/** What the kiosk's hub is made of. */
export interface OfflineHubDeps {
  /** The connection, made with the book's token and series; closed by `OfflineHub.close`. */
  readonly hub: HubClient<"kiosk">;
  /** Stays open after `close`: it is the caller's. */
  readonly book: KioskBook;
  /** Stays open after `close`: it is the caller's. */
  readonly printer: OwnPrinter;
  /** Both times of this machine, ms. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** A hub that answers within two seconds, whether the real one does or not. */
export interface OfflineHub extends HubClient<"kiosk"> {
  /** What became of the last paper. */
  readonly lastPaper: () => PaperNews | null;
}
