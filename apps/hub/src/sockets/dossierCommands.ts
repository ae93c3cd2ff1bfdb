import type { Ack, PayloadOf, WireCommandType } from "@luot/contract";
import type { Connection } from "./Connection.ts";

/** Queries about dossiers: they never enter the journal. */
export type DossierCommandType = Extract<WireCommandType, `dossier:${string}`>;

/** Answers what is asked of dossiers; each answer says no more than its asker may know. */
export interface DossierDesk {
  readonly answer: <T extends DossierCommandType>(
    type: T,
    payload: PayloadOf<T>,
    connection: Connection,
  ) => Promise<Ack>;
}

/** Whether a command is one about dossiers. */
export function isDossierCommand(type: WireCommandType): type is DossierCommandType {
  return type.startsWith("dossier:");
}
