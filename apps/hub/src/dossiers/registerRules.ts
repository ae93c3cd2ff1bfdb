import { contributionOf, isPastPurpose, isStep, maskHolder, maskPhone } from "@luot/dossier";
import { type CentreSettings, type DossierSettings, localTime } from "@luot/domain";
import type { RegisterRules } from "@luot/store";
import { dossierSettingsOf } from "./dossierSettings.ts";

/** What of a centre's settings the register goes by. Plain data: it crosses to the thread. */
export interface RegisterConfig extends Pick<DossierSettings, "extraCodes" | "maskHolder"> {
  readonly timeZone: string;
  readonly keep: { readonly holderDays: number; readonly dossierDays: number };
}

/** What the register has to know of a centre. */
export function registerConfigOf(settings: CentreSettings): RegisterConfig {
  const { extraCodes, maskHolder, keep } = dossierSettingsOf(settings);
  const { holderDays, dossierDays } = keep;
  const { timeZone } = settings.calendar;
  return { timeZone, extraCodes, maskHolder, keep: { holderDays, dossierDays } };
}

/** Raised when what is counted for a board changes: kept sums are then counted anew. */
const BOARD_RULES = 1;
/** The same for masks. */
const MASK_RULES = 1;

/** Binds the rules of dossiers to a centre's settings. */
export function registerRules(config: RegisterConfig): RegisterRules {
  const { timeZone, maskHolder: rule, keep } = config;
  return {
    boardId: `${BOARD_RULES} ${timeZone}`,
    contributionOf: (record) => contributionOf(record, timeZone),
    maskId: `${MASK_RULES} ${rule}`,
    maskName: (name) => maskHolder(name, rule),
    maskPhone: (phone) => maskPhone(phone),
    isStep: (from, to, at) => isStep(from, to, localTime(at, timeZone).date),
    isPastPurpose: (record, now) => isPastPurpose(record, now, keep),
  };
}
