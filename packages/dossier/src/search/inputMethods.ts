const VOWEL = /[aeiouy]/;

/**
 * What a word may mean that was typed for an input method which was not on: Telex (`ddawng kys`) or
 * VNI (`d9a8ng ky1`). Only worth asking for a word that no name holds.
 *
 * @returns readings without accents, likeliest first; none when nothing had to be undone
 */
export function undoInputMethod(word: string): readonly string[] {
  const readings = new Set<string>();
  if (/^[a-z]+\d/.test(word)) readings.add(word.replace(/\d/g, ""));
  const telex = undoTelex(word);
  readings.add(telex);
  // A circumflex or a bar may be typed at the end: `nhana`, `dangd`.
  const last = telex.at(-1) ?? "";
  if (/[aeod]/.test(last) && telex.indexOf(last) < telex.length - 1)
    readings.add(telex.slice(0, -1));
  readings.delete(word);
  readings.delete("");
  return [...readings];
}

/** No Vietnamese syllable has s, f, r, x, j or w behind its first vowel: there they are keys. */
function undoTelex(word: string): string {
  const doubled = word
    .replaceAll("dd", "d")
    .replaceAll("aa", "a")
    .replaceAll("ee", "e")
    .replaceAll("oo", "o");
  // A `w` alone is the vowel ư.
  const voiced = VOWEL.test(doubled) ? doubled : doubled.replace("w", "u");
  const first = voiced.search(VOWEL) + 1;
  return voiced.slice(0, first) + voiced.slice(first).replace(/[sfrxjw]/g, "");
}
