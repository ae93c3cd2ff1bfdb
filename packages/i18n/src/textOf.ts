import type { Language } from "./Language.ts";

/** A text of the settings, in the language asked for. */
export function textOf(
  text: { readonly vi: string; readonly en: string },
  language: Language,
): string {
  return text[language];
}
