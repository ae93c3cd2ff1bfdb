/** The languages the product speaks. */
export type Language = "vi" | "en";

/** Each language by its own name, in the order in which screens offer them. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "vi", name: "Tiếng Việt" },
  { id: "en", name: "English" },
];

/** Whether a text from outside (an address, a store) names a language. */
export function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some(({ id }) => id === text);
}
