import { openRegister, openStore, registerKey, type RegisterReader, StoreError } from "@luot/store";
import { InProcessWriter } from "../dossiers/InProcessWriter.ts";
import { registerConfigOf, registerRules } from "../dossiers/registerRules.ts";
import type { RegisterWriter } from "../dossiers/RegisterWriter.ts";
import { Sources } from "../dossiers/sources/Sources.ts";

/** The dossiers of a folder whose hub does not run. */
export interface FolderDossiers {
  readonly register: RegisterReader;
  readonly writer: RegisterWriter;
  readonly sources: Sources;
}

/**
 * Opens the dossiers of a data folder for the command line, while no hub has them.
 *
 * @returns what `act` returns, or 1 when the folder can't be used; why was said then
 */
export async function withDossiers(
  data: string,
  act: (dossiers: FolderDossiers) => Promise<number>,
): Promise<number> {
  try {
    const store = openStore(data);
    try {
      const settings = store.settings.latest()?.settings;
      if (settings === undefined) {
        console.error("Import the centre's settings first: luot settings import FILE");
        return 1;
      }
      const config = registerConfigOf(settings);
      const rules = registerRules(config);
      const register = openRegister(data, { key: registerKey(data), rules, now: Date.now() });
      const writer = new InProcessWriter({ register, config, onProgress: () => undefined });
      try {
        const sources = new Sources(register, writer, () => undefined);
        return await act({ register, writer, sources });
      } finally {
        register.close();
      }
    } finally {
      store.close();
    }
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}
