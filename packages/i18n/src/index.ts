export type { I18n } from "@lingui/core";
export { I18nProvider as LanguageProvider } from "@lingui/react";
export { createI18n } from "./createI18n.ts";
export { countersText } from "./formats/countersText.ts";
export {
  formatMinutesRange,
  minutesRange,
  type MinutesRange,
} from "./formats/formatMinutesRange.ts";
export { formatCount, formatRatio } from "./formats/formatCount.ts";
export { formatMoney } from "./formats/formatMoney.ts";
export {
  formatClock,
  formatDate,
  formatDateTime,
  formatDay,
  formatElapsed,
  formatIsoDate,
} from "./formats/formatTime.ts";
export { isLanguage, type Language, LANGUAGES } from "./Language.ts";
export { textOf } from "./textOf.ts";
export { type LanguageInUse, useLanguage } from "./useLanguage.ts";
export {
  type BoardFigureWord,
  boardFigureText,
  boardOutOfText,
  boardPeriodText,
} from "./words/boardWords.ts";
export { SCORE_WORDS, scoreText, type ScoreWord } from "./words/ratingWords.ts";
export {
  type ConnectionWord,
  connectionText,
  counterStatusText,
  counterText,
  type DeviceRoleWord,
  deviceRoleText,
  officerRoleText,
} from "./words/placeWords.ts";
export {
  daysLeftText,
  dossierLightText,
  type DossierLightWord,
  dossierStatusText,
  type DossierStatusWord,
  dossierStepText,
  type DossierStepWord,
} from "./words/dossierWords.ts";
export { importFieldText, importReasonText, mappingFaultText } from "./words/importWords.ts";
export { adminRefusalText, type AdminRefusalWord } from "./words/adminRefusals.ts";
export { hubRefusalText, type HubRefusalWord } from "./words/hubRefusals.ts";
export { refusalText, type RefusalWord } from "./words/refusals.ts";
export { classText, kindText, outcomeText, statusText } from "./words/ticketWords.ts";
