/** Something to choose by its code or by name. */
export interface Choice {
  readonly id: string;
  /** Digits to type. */
  readonly code: string;
  readonly name: string;
  readonly note?: string;
}

/** Choices numbered from 1 in their order. */
export function numbered(
  choices: readonly { readonly id: string; readonly name: string }[],
): readonly Choice[] {
  return choices.map(({ id, name }, i) => ({ id, name, code: String(i + 1) }));
}

/**
 * The choices that fit what was typed: digits are the start of a code, the exact code first; all
 * else is looked for in the names, with or without accents. Pure.
 */
export function matchChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const query = typed.trim();
  if (query === "") return choices;
  if (/^\d+$/.test(query))
    return choices
      .filter(({ code }) => code.startsWith(query))
      .toSorted((a, b) => Number(b.code === query) - Number(a.code === query));
  const words = plain(query);
  return choices.filter(({ name }) => plain(name).includes(words));
}

function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** The number in a label without its zeros: A012 is 12. */
export function digitsOf(label: string): string {
  return label.replaceAll(/\D/g, "").replace(/^0+(?=\d)/, "");
}
