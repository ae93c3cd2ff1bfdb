import type { Logger } from "@luot/kit";
import type { PrinterState } from "@luot/printer";
import type { Store } from "@luot/store";
import type { Alarms } from "../Alarms.ts";
import type { DeviceHealth } from "../DeviceHealth.ts";
import type { HubDossiers } from "../dossiers/openDossiers.ts";
import type { CentreEngine } from "../engine/CentreEngine.ts";
import type { DayClock } from "../engine/DayClock.ts";
import type { DemoAccount } from "../identity/demoAccounts.ts";
import type { Pairing } from "../identity/Pairing.ts";
import type { Metrics } from "../metrics.ts";
import type { SettingsPublisher } from "../settings/SettingsPublisher.ts";
import type { RollMeter } from "../printing/RollMeter.ts";
import type { SocketHub } from "../sockets/SocketHub.ts";

/** What the HTTP side of the hub is handed. */
export interface HttpDeps {
  readonly store: Store;
  /** `null` when their register can't be opened. */
  readonly dossiers: HubDossiers | null;
  readonly engine: CentreEngine;
  readonly sockets: () => SocketHub;
  readonly pairing: Pairing;
  readonly alarms: Alarms;
  readonly dayClock: DayClock;
  readonly settings: SettingsPublisher;
  readonly metrics: Metrics;
  readonly accounts: readonly DemoAccount[];
  readonly printerState: () => PrinterState | "none";
  readonly health: DeviceHealth;
  /** The paper in the hub's own printer. */
  readonly roll: RollMeter;
  /** Where the virtual printer shows its roll, in a demonstration. */
  readonly printerRollUrl: string | null;
  /** The hub's data folder. */
  readonly data: string;
  /** Folders of the built screens and of the voice pack. */
  readonly screensFolder: string;
  readonly voiceFolder: string;
  /** Origins of screens that are not served by the hub. */
  readonly allowedOrigins: readonly string[];
  readonly version: string;
  readonly epoch: string;
  readonly startedAt: number;
  readonly isLoadTest: boolean;
  readonly now: () => number;
  readonly log: Logger;
}
