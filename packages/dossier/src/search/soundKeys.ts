/** Spellings of one sound, by region, at the start of a syllable. Longer ones first. */
const INITIALS: readonly (readonly [string, string])[] = [
  ["ngh", "ng"],
  ["gh", "g"],
  ["gi", "z"],
  ["tr", "c"],
  ["ch", "c"],
  ["ph", "f"],
  ["qu", "qu"],
  ["kh", "kh"],
  ["ng", "ng"],
  ["nh", "nh"],
  ["th", "th"],
  ["k", "k"],
  ["c", "k"],
  ["x", "s"],
  ["d", "z"],
  ["r", "z"],
  ["v", "z"],
  ["j", "z"],
  ["n", "l"],
];

/**
 * One key for all spellings of a syllable that sound alike somewhere: ch/tr, s/x, d/gi/r/v, l/n, i/y,
 * c/k, ngh/ng, gh/g, f/ph.
 */
export function soundKey(syllable: string): string {
  for (const [initial, key] of INITIALS)
    if (syllable.startsWith(initial)) {
      const rest = syllable.slice(initial.length);
      return key + rhymeKey(initial === "gi" && !/^[aeou]/.test(rest) ? `i${rest}` : rest);
    }
  return rhymeKey(syllable);
}

/** As {@link soundKey}, and also one for endings that the South does not tell apart: n/ng/nh, t/c/ch. */
export function looseSoundKey(syllable: string): string {
  return soundKey(syllable)
    .replace(/(?:ng|nh)$/, "n")
    .replace(/(?:ch|c)$/, "t");
}

function rhymeKey(rhyme: string): string {
  return rhyme.replaceAll("y", "i").replace("uou", "ieu").replace("uu", "iu").replace("ieu", "iu");
}

const SYLLABLE =
  /^(?:ngh|ng|gh|gi|qu|kh|tr|ch|ph|nh|th|[bcdghklmnprstvx])?[aeiouy]{1,4}(?:ch|ng|nh|[cmnpt])?$/;

/** Whether a word can be a Vietnamese syllable; what can't may be an abbreviation. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}
