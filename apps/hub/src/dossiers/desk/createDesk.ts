import type { Core } from "../../core.ts";
import { refusal } from "../../engine/CentreEngine.ts";
import type { HubOptions } from "../../HubOptions.ts";
import type { DossierDesk } from "../../sockets/dossierCommands.ts";
import type { Dossiers } from "../startDossiers.ts";
import { createLookUpLog } from "./createLookUpLog.ts";
import { createProcedureLines } from "./createProcedureLines.ts";
import { LookUpDesk } from "./LookUpDesk.ts";

/** The desk of a hub; without a register it answers that it can't. */
export function createDesk(
  { clock, log, limits }: HubOptions,
  { engine, alarms, store }: Core,
  dossiers: Dossiers | null,
): DossierDesk {
  if (dossiers === null)
    return { answer: async () => refusal("unavailable", "the register is not open") };
  const { register, writer } = dossiers;
  return new LookUpDesk({
    register,
    log: createLookUpLog(writer, { clock, log }),
    procedureLines: createProcedureLines(store.catalogue),
    state: () => engine.state,
    limits,
    alarms,
    clock,
    logger: log,
  });
}
