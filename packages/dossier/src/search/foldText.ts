/** A word of a text, without and with its accents. */
export interface FoldedWord {
  /** Lower-case `a-z 0-9` only. */
  readonly plain: string;
  /** Comparable with its accents: letters with their hooks, then the tone. */
  readonly accented: string;
}

const MARKS = /\p{M}/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const NOT_PLAIN = /[^a-z0-9]/g;

/** The words of a text as the search compares them; `đ` has no mark to strip and is made `d` by hand. */
export function foldWords(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const [word] of text.normalize("NFKC").toLowerCase().matchAll(WORDS)) {
    const apart = word.normalize("NFD");
    const plain = apart.replace(MARKS, "").replaceAll("đ", "d").replace(NOT_PLAIN, "");
    if (plain !== "") words.push({ plain, accented: accentedForm(apart) });
  }
  return words;
}

/** The words of a text joined by one blank, without accents: "Đăng ký" is `dang ky`. */
export function foldText(text: string): string {
  return foldWords(text)
    .map(({ plain }) => plain)
    .join(" ");
}

/** The tone goes to the end, so that "hoà" and "hòa" are the same. */
function accentedForm(apart: string): string {
  const tones = apart.match(TONES);
  return tones === null ? apart : apart.replace(TONES, "") + tones.join("");
}
