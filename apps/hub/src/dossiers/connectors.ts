import type { DossierSource } from "@luot/contract";
import type { Clock, Logger } from "@luot/kit";
import type { RegisterReader } from "@luot/store";
import type { Alarms } from "../Alarms.ts";
import type { RegisterWriter } from "./RegisterWriter.ts";

/** What a connector works with. */
export interface ConnectorTools {
  readonly register: RegisterReader;
  readonly writer: RegisterWriter;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What fetches dossiers over the network. One serves all sources of its kind. */
export interface SourceConnector {
  /** Told at the start, and whenever an administrator changed sources: all there are, of any kind. */
  readonly useSources: (sources: readonly DossierSource[]) => void;
  /** Reads a source at once, beside its schedule. @returns whether it has one of that id */
  readonly runNow: (id: string) => boolean;
  readonly close: () => Promise<void>;
}

/** Makes a connector once the register is open. */
export type CreateConnector = (tools: ConnectorTools) => SourceConnector;
