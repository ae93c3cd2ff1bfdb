import type { Vocabulary } from "./buildIndex.ts";
import { pairKey } from "./buildIndex.ts";
import { isFiller } from "./fillers.ts";
import { type FoldedWord, foldWords } from "./foldText.ts";
import { undoInputMethod } from "./inputMethods.ts";
import { matchWord, type WordMatches } from "./matchWord.ts";
import type { SynonymTable } from "./synonyms.ts";

/** A word of a query with what it may mean. */
export interface QueryWord extends WordMatches {
  /** With its accents, when it was typed with some; else `null`. */
  readonly accented: string | null;
  /** Part of how people ask: it helps to choose, and is not missed. */
  readonly isFiller: boolean;
}

/** One way to read a query. */
export interface Reading {
  readonly words: readonly QueryWord[];
  /** What a score by this reading is multiplied by. */
  readonly weight: number;
}

/** What a query is read with. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly synonyms: SynonymTable;
  /** Syllables of the synonyms' left sides: known, though no name holds them. */
  readonly spoken: ReadonlySet<string>;
}

/** More than an errand takes; a longer text is cut. */
const MAX_CHARACTERS = 200;
const MAX_WORDS = 24;
const LONGEST_SYNONYM = 4;
const SHORTEST_JOINED = 5;
const LONGEST_JOINED = 40;
/** The words themselves, where people's word for it stands in no name. */
const LITERAL_WEIGHT = 0.6;

/** The ways to read a query: as it stands, words pulled apart, people's words replaced. */
export function readQuery(text: string, knowledge: Knowledge): readonly Reading[] {
  const typed = foldWords(text.slice(0, MAX_CHARACTERS)).slice(0, MAX_WORDS);
  const words = typed.map((word) => understood(word, knowledge));
  const apart = words.flatMap((word) => pulledApart(word, knowledge)).slice(0, MAX_WORDS);
  const forms = apart.length === words.length ? [words] : [words, apart];
  return forms.flatMap((form) => readingsOf(form, knowledge));
}

function readingsOf(words: readonly FoldedWord[], knowledge: Knowledge): readonly Reading[] {
  const { words: replaced, isLiteral } = withSynonyms(words, knowledge);
  const literal = { words: matched(words, knowledge), weight: isLiteral ? 1 : LITERAL_WEIGHT };
  if (replaced === words) return [{ ...literal, weight: 1 }];
  return [literal, { words: matched(replaced, knowledge), weight: 1 }];
}

/** A word that nobody knows, as it reads without its input method, if that is known. */
function understood(word: FoldedWord, knowledge: Knowledge): FoldedWord {
  if (isKnown(word.plain, knowledge)) return word;
  const reading = undoInputMethod(word.plain).find((plain) => isKnown(plain, knowledge));
  return reading === undefined ? word : { plain: reading, accented: reading };
}

function isKnown(word: string, { vocabulary, spoken }: Knowledge): boolean {
  return vocabulary.ids.has(word) || spoken.has(word);
}

/** `dangky` as `dang ky`: the fewest known words of two letters or more that make up the whole. */
function pulledApart(word: FoldedWord, knowledge: Knowledge): readonly FoldedWord[] {
  const { plain } = word;
  if (plain.length < SHORTEST_JOINED || plain.length > LONGEST_JOINED || isKnown(plain, knowledge))
    return [word];
  const ways: (readonly string[] | undefined)[] = [[]];
  for (let end = 2; end <= plain.length; end++)
    for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
      const piece = plain.slice(start, end);
      const before = ways[start];
      if (before === undefined || !isKnown(piece, knowledge)) continue;
      if (before.length + 1 < (ways[end]?.length ?? Infinity)) ways[end] = [...before, piece];
    }
  const pieces = ways[plain.length];
  return pieces === undefined ? [word] : pieces.map((piece) => ({ plain: piece, accented: piece }));
}

/** Replaces what people say by what is written, the longest first; the same array when nothing is. */
function withSynonyms(
  words: readonly FoldedWord[],
  { synonyms, vocabulary }: Knowledge,
): { readonly words: readonly FoldedWord[]; readonly isLiteral: boolean } {
  const result: FoldedWord[] = [];
  let isReplaced = false;
  let isLiteral = true;
  for (let at = 0; at < words.length; ) {
    const found = synonymAt(words, at, synonyms);
    const word = words[at];
    if (found === null) {
      if (word !== undefined) result.push(word);
      at++;
      continue;
    }
    isReplaced = true;
    isLiteral &&= standsInAName(words.slice(at, at + found.length), vocabulary);
    for (const plain of found.written) result.push({ plain, accented: plain });
    at += found.length;
  }
  return isReplaced ? { words: result.slice(0, MAX_WORDS), isLiteral } : { words, isLiteral };
}

function synonymAt(
  words: readonly FoldedWord[],
  at: number,
  synonyms: SynonymTable,
): { readonly written: readonly string[]; readonly length: number } | null {
  for (let length = Math.min(LONGEST_SYNONYM, words.length - at); length > 0; length--) {
    const said = words
      .slice(at, at + length)
      .map(({ plain }) => plain)
      .join(" ");
    const written = synonyms.get(said);
    if (written !== undefined) return { written, length };
  }
  return null;
}

function standsInAName(words: readonly FoldedWord[], vocabulary: Vocabulary): boolean {
  return words.every(({ plain }, at) => {
    const next = words[at + 1];
    return next === undefined
      ? vocabulary.ids.has(plain)
      : areNeighbours(plain, next.plain, vocabulary);
  });
}

function areNeighbours(left: string, right: string, { ids, pairs }: Vocabulary): boolean {
  const [a, b] = [ids.get(left), ids.get(right)];
  return a !== undefined && b !== undefined && pairs.has(pairKey(a, b));
}

function matched(words: readonly FoldedWord[], { vocabulary }: Knowledge): readonly QueryWord[] {
  const fillers = words.map(({ plain }, at) => {
    const [before, after] = [words[at - 1]?.plain, words[at + 1]?.plain];
    const isPart =
      (before !== undefined && areNeighbours(before, plain, vocabulary)) ||
      (after !== undefined && areNeighbours(plain, after, vocabulary));
    return isFiller(plain, isPart);
  });
  const isAllFiller = !fillers.includes(false);
  return words
    .map(
      ({ plain, accented }, at): QueryWord => ({
        ...matchWord(plain, at === words.length - 1, vocabulary),
        accented: accented === plain ? null : accented,
        isFiller: !isAllFiller && fillers[at] === true,
      }),
    )
    .filter(({ weights, abbreviation }) => weights.size > 0 || abbreviation !== null);
}
