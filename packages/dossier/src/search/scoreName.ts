import type { IndexedName, Vocabulary } from "./buildIndex.ts";
import type { QueryWord } from "./readQuery.ts";

/** For a word right behind the one before; half of it for one place further, and so on. */
const NEIGHBOUR = 0.6;
const NEAR = 4;
const NEXT_FITS = 0.25;
const OPENS = 0.2;
const FILLER = 0.25;
const SAME_ACCENTS = 1.05;
const OTHER_ACCENTS = 0.85;
const SHARE_POWER = 1.5;
/** How surely letters in a row mean the syllables that begin with them. */
const ABBREVIATED = 0.7;
/** Rare syllables would make any chance row of letters win. */
const ABBREVIATED_IDF = 3;

interface Place {
  readonly at: number;
  readonly length: number;
  readonly gain: number;
  /** How surely the word was found, up to 1. */
  readonly weight: number;
}

/**
 * How well a name answers the words of a query. Each word takes one syllable of its own, so that a
 * word said twice must stand there twice.
 *
 * @returns 0 when none is found
 */
export function scoreName(
  words: readonly QueryWord[],
  name: IndexedName,
  vocabulary: Vocabulary,
): number {
  const used = new Set<number>();
  let previous = -Infinity;
  let total = 0;
  let found = 0;
  let wanted = 0;
  words.forEach((word, index) => {
    const importance = importanceIn(word);
    if (!word.isFiller) wanted += importance;
    const place = bestPlace(word, words[index + 1], { name, used, previous }, vocabulary);
    if (place === null) return;
    for (let at = place.at; at < place.at + place.length; at++) used.add(at);
    const isOpening = total === 0 && place.at === name.opensAt;
    const bonus = nearness(place.at - previous) + (isOpening ? OPENS : 0);
    total += place.gain * (1 + bonus) * (word.isFiller ? FILLER : 1);
    if (!word.isFiller) found += importance * place.weight;
    previous = place.at + place.length - 1;
  });
  const share = wanted === 0 ? 1 : Math.min(1, found / wanted);
  return total * share ** SHARE_POWER * name.weight;
}

function importanceIn({ abbreviation, importance }: QueryWord): number {
  return abbreviation === null
    ? importance
    : Math.max(importance, ABBREVIATED_IDF * abbreviation.length);
}

function bestPlace(
  word: QueryWord,
  next: QueryWord | undefined,
  {
    name,
    used,
    previous,
  }: {
    readonly name: IndexedName;
    readonly used: ReadonlySet<number>;
    readonly previous: number;
  },
  vocabulary: Vocabulary,
): Place | null {
  let best: Place | null = abbreviatedPlace(word, name, vocabulary);
  let bestValue = best?.gain ?? 0;
  const { syllables } = name;
  const { byId } = word;
  for (let at = 0; at < syllables.length; at++) {
    const id = syllables[at] ?? 0;
    const weight = byId[id] ?? 0;
    if (weight === 0 || used.has(at)) continue;
    const gain = (vocabulary.idf[id] ?? 0) * weight * accentFactor(word, name, at);
    const nextWeight = next?.byId[syllables[at + 1] ?? -1] ?? 0;
    const value = gain * (1 + nearness(at - previous) + NEXT_FITS * nextWeight);
    if (value > bestValue) {
      bestValue = value;
      best = { at, length: 1, gain, weight };
    }
  }
  return best;
}

function nearness(steps: number): number {
  return steps < 1 || steps > NEAR ? 0 : NEIGHBOUR / steps;
}

function accentFactor({ accented }: QueryWord, { accents }: IndexedName, at: number): number {
  if (accented === null) return 1;
  return accented === accents[at] ? SAME_ACCENTS : OTHER_ACCENTS;
}

function abbreviatedPlace(
  { abbreviation }: QueryWord,
  { initials, syllables }: IndexedName,
  { idf }: Vocabulary,
): Place | null {
  const at = abbreviation === null ? -1 : initials.indexOf(abbreviation);
  if (abbreviation === null || at < 0) return null;
  const { length } = abbreviation;
  const gain = syllables
    .slice(at, at + length)
    .reduce((sum, id) => sum + Math.min(idf[id] ?? 0, ABBREVIATED_IDF) * ABBREVIATED, 0);
  return { at, length, gain, weight: ABBREVIATED };
}
