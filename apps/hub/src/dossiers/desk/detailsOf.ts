import type { DossierDetails } from "@luot/contract";
import type { KeptDossier, StatusChange } from "@luot/store";

/** What a second factor opens of a dossier: the mask of the phone, the place, the way so far. Pure. */
export function detailsOf(kept: KeptDossier, history: readonly StatusChange[]): DossierDetails {
  return {
    phone: kept.holder?.phone ?? null,
    resultPlace: kept.record.resultPlace,
    history: history.map(({ status, at }) => ({ status, at })),
  };
}
