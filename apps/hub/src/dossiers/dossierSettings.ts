import type { CentreSettings, DossierSettings } from "@luot/domain";

/** For a centre that says nothing of dossiers. */
const DEFAULTS: DossierSettings = {
  staleAfterMinutes: 24 * 60,
  dueSoonDays: 1,
  extraCodes: [],
  hiddenProcedures: [],
  generalServices: [],
  maskHolder: "initials",
  ratioOf: "resolved",
  boardOnWall: false,
  keep: { holderDays: 90, dossierDays: 1_825, lookUpDays: 30 },
};

/** What a centre decides about dossiers. */
export function dossierSettingsOf({ dossiers }: CentreSettings): DossierSettings {
  return dossiers ?? DEFAULTS;
}
