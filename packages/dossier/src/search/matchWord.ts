import type { Vocabulary } from "./buildIndex.ts";
import { undoInputMethod } from "./inputMethods.ts";
import { isOneLetterOff } from "./isOneLetterOff.ts";
import { isSyllable, looseSoundKey, soundKey } from "./soundKeys.ts";

/** What a word of a query may mean among the syllables of the names. */
export interface WordMatches {
  /** Syllable → how surely the word means it, up to 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** The same by the syllable's number, 0 for what it can't mean: read once for each place of a name. */
  readonly byId: Float64Array;
  /** How much finding this word counts, in the measure of idf. */
  readonly importance: number;
  /** Letters that may stand for as many syllables in a row, e.g. `attp`; else `null`. */
  readonly abbreviation: string | null;
}

const SURE = { input: 0.95, sound: 0.8, prefix: 0.75, looseSound: 0.65, letter: 0.55, doubt: 0.35 };
const NUMERALS = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
const SHORTEST_WITH_ERROR = 3;
const SHORTEST_DOUBTED = 4;
const ABBREVIATION = /^[a-z]{3,6}$/;

/**
 * All syllables that a word may mean: itself, what sounds alike, what it was before an input method
 * was forgotten, one letter off; of the last word also what it may become.
 */
export function matchWord(word: string, isLast: boolean, vocabulary: Vocabulary): WordMatches {
  const weights = new Map<number, number>();
  const add = (id: number | undefined, weight: number): void => {
    if (id !== undefined && weight > (weights.get(id) ?? 0)) weights.set(id, weight);
  };
  const { ids, bySound, byLooseSound } = vocabulary;
  const isKnown = ids.has(word);
  add(ids.get(word), 1);
  add(ids.get(NUMERALS[Number(word)] ?? ""), SURE.input);
  for (const id of bySound.get(soundKey(word)) ?? []) add(id, SURE.sound);
  for (const id of byLooseSound.get(looseSoundKey(word)) ?? []) add(id, SURE.looseSound);
  if (!isKnown)
    for (const reading of undoInputMethod(word)) {
      add(ids.get(reading), SURE.input);
      for (const id of bySound.get(soundKey(reading)) ?? []) add(id, SURE.sound * SURE.input);
    }
  addNearby(word, { isKnown, isLast }, vocabulary, add);
  const byId = new Float64Array(vocabulary.syllables.length);
  for (const [id, weight] of weights) byId[id] = weight;
  return {
    weights,
    byId,
    importance: importanceOf(weights, vocabulary),
    abbreviation: !isKnown && ABBREVIATION.test(word) && !isSyllable(word) ? word : null,
  };
}

function addNearby(
  word: string,
  { isKnown, isLast }: { readonly isKnown: boolean; readonly isLast: boolean },
  { syllables }: Vocabulary,
  add: (id: number, weight: number) => void,
): void {
  const shortest = isKnown ? SHORTEST_DOUBTED : SHORTEST_WITH_ERROR;
  const mayHaveError = word.length >= shortest && !/\d/.test(word);
  syllables.forEach((syllable, id) => {
    if (isLast && syllable.startsWith(word)) add(id, SURE.prefix);
    if (mayHaveError && isOneLetterOff(word, syllable)) add(id, isKnown ? SURE.doubt : SURE.letter);
  });
}

/** That of the likeliest meaning; of equal ones, that of the rarest. */
function importanceOf(weights: ReadonlyMap<number, number>, { idf }: Vocabulary): number {
  let best = 0;
  let importance = 0;
  for (const [id, weight] of weights) {
    const value = idf[id] ?? 0;
    if (weight > best || (weight === best && value > importance)) importance = value;
    best = Math.max(best, weight);
  }
  return importance;
}
