import type { CentreSettings } from "@luot/domain";
import type { Clock, Logger } from "@luot/kit";
import type { PrinterAddress, TicketTemplate } from "@luot/printer";
import type { Limits } from "./sockets/limits.ts";

/** How a hub is started. */
export interface HubOptions {
  /** Data folder, or `:memory:` for tests. */
  readonly data: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Settings for a new data folder; without them a new folder is refused. */
  readonly firstSettings: CentreSettings | null;
  /** Catalogue of procedures for a data folder that has none yet; `null`: it stays without. */
  readonly firstCatalogueFile: string | null;
  /** Demo accounts, and screens on this machine paired without a question. */
  readonly isDemo: boolean;
  readonly printer: PrinterAddress | null;
  /** What stands where on a ticket. */
  readonly ticketTemplate: TicketTemplate;
  /** Length of a new paper roll in that printer, mm; 0 when it is not to be counted. */
  readonly rollMm: number;
  /** Where a virtual printer shows its roll. */
  readonly printerRollUrl: string | null;
  /** Base of the address in a ticket's QR code; the hub's own by default. */
  readonly publicUrl: string | null;
  /** Origins of screens that are not served by the hub, e.g. those of the shell. */
  readonly allowedOrigins: readonly string[];
  readonly limits: Limits;
  readonly screensFolder: string;
  readonly voiceFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
}
