import { openStore, StoreError } from "@luot/store";
import { isDataFolder } from "./isDataFolder.ts";

/** `luot journal verify`: recomputes the chain of hashes. The hub must be stopped. */
export function journalCommand(data: string): number {
  if (!isDataFolder(data)) return 1;
  try {
    const store = openStore(data);
    const audit = store.journal.audit();
    store.close();
    if (audit.isWhole) {
      console.log(`The journal is whole: ${audit.events} events, head ${audit.head}.`);
      return 0;
    }
    console.error(
      `The journal was tampered with or damaged at event ${audit.atSeq}: ${audit.what}.`,
    );
    return 1;
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    console.error(cause.message);
    return 1;
  }
}
