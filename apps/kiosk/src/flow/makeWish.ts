import type { DossierView, PrinterState } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import type { Language } from "@luot/i18n";
import { canPrint } from "./paperStanding.ts";
import type { Wish } from "./Screen.ts";

/** What a number is wished for. */
export interface Wanted {
  /** A fresh id of the hub client. */
  readonly id: string;
  readonly serviceId: string;
  /** Why somebody goes first; `undefined` for nobody. */
  readonly reason: CentreSettings["priorityReasons"][number] | undefined;
  readonly language: Language;
  readonly printer: PrinterState | null;
  /** The dossier it is taken for. */
  readonly dossier: Pick<DossierView, "ref"> | null;
}

/** The wish that is sent for a number. A paper is wanted where one can come out. Pure. */
export function makeWish({ id, serviceId, reason, language, printer, dossier }: Wanted): Wish {
  return {
    id,
    payload: {
      serviceId,
      class: reason?.class ?? "normal",
      reason: reason?.id ?? null,
      language,
      print: canPrint(printer),
      ...(dossier === null ? {} : { dossierRef: dossier.ref }),
    },
    printer,
  };
}
