import { type I18n, setupI18n } from "@lingui/core";
import type { Language } from "./Language.ts";
import { messages as en } from "./locales/en.po";
import { messages as vi } from "./locales/vi.po";

/**
 * Makes the source of all words on a screen, with both catalogues in it, so that the language
 * changes at once and without the network.
 */
export function createI18n(language: Language): I18n {
  return setupI18n({ locale: language, messages: { vi, en } });
}
