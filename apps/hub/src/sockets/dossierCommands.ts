import type { Ack, DeviceRole, PayloadOf, WireCommandType } from "@luot/contract";
import type { Device, Officer } from "@luot/store";

/** Queries about dossiers: they never enter the journal. */
export type DossierCommandType = Extract<WireCommandType, `dossier:${string}`>;

/** Who asks; a connection is one. */
export interface DossierAsker {
  readonly view: DeviceRole | null;
  readonly device: Pick<Device, "id" | "name"> | null;
  readonly signedIn: { readonly officer: Pick<Officer, "id"> } | null;
}

/** Answers what is asked of dossiers; each answer says no more than its asker may know. */
export interface DossierDesk {
  readonly answer: <T extends DossierCommandType>(
    type: T,
    payload: PayloadOf<T>,
    asker: DossierAsker,
  ) => Promise<Ack>;
}

/** Whether a command is one about dossiers. */
export function isDossierCommand(type: WireCommandType): type is DossierCommandType {
  return type.startsWith("dossier:");
}
