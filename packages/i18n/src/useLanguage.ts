import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import type { Language } from "./Language.ts";

/** The words of a screen and the language they are in. */
export interface LanguageInUse {
  readonly i18n: I18n;
  readonly language: Language;
  /** Changes all words at once, without a reload. */
  readonly setLanguage: (language: Language) => void;
}

/** The language of the nearest `LanguageProvider`; the component follows each change. */
export function useLanguage(): LanguageInUse {
  const { i18n } = useLingui();
  return {
    i18n,
    language: i18n.locale === "en" ? "en" : "vi",
    setLanguage: (language) => i18n.activate(language),
  };
}
