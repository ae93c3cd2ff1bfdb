import type { Clock, Logger } from "@luot/kit";
import type { PrinterState } from "@luot/printer";
import type { IdentityStore, OfflineSeriesStore, SqliteJournal } from "@luot/store";
import type { Alarms } from "../Alarms.ts";
import type { Core } from "../core.ts";
import type { DeviceHealth } from "../DeviceHealth.ts";
import type { CentreEngine } from "../engine/CentreEngine.ts";
import type { OfficerDesk } from "../identity/OfficerDesk.ts";
import type { Pairing } from "../identity/Pairing.ts";
import type { DossierDesk } from "./dossierCommands.ts";
import type { Limits } from "./limits.ts";

/** What the socket side of the hub is handed. */
export interface SocketDeps {
  readonly engine: CentreEngine;
  readonly journal: SqliteJournal;
  readonly identities: IdentityStore;
  readonly officers: OfficerDesk;
  readonly pairing: Pairing;
  readonly series: OfflineSeriesStore;
  readonly dossiers: DossierDesk;
  readonly alarms: Alarms;
  readonly health: DeviceHealth;
  /** The hub's own printer; `none` without one. */
  readonly printerState: () => PrinterState | "none";
  readonly limits: Limits;
  /** When the last fact of the run before was written, epoch ms. */
  readonly lastEventAt: number | null;
  readonly asHub: Core["asHub"];
  readonly epoch: string;
  /** Key of the tokens on papers. */
  readonly masterKey: Buffer;
  /** Origins besides the hub's own that may connect. */
  readonly allowedOrigins: readonly string[];
  /** In a demonstration screens on the hub's own machine are paired without a question. */
  readonly isAutoPaired: boolean;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Logger;
}
