import type { HubClient } from "@luot/hub-client";
import type { Clock, Logger } from "@luot/kit";
import type { KioskBook } from "@luot/store";
import type { OwnPrinter } from "../printing/OwnPrinter.ts";

/** What the kiosk's hub is made of. */
export interface OfflineHubDeps {
  /** The connection, made with the book's token and series; closed with the offline hub. */
  readonly hub: HubClient<"kiosk">;
  /** Stays open: it is the caller's. */
  readonly book: KioskBook;
  /** Stays open: it is the caller's. */
  readonly printer: OwnPrinter;
  /** Both times of this machine, ms. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** A hub that answers a wish for a number within two seconds, whether the real one does or not. */
export type OfflineHub = HubClient<"kiosk">;
