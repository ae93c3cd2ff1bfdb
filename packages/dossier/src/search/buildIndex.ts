import { type FoldedWord, foldWords } from "./foldText.ts";
import { looseSoundKey, soundKey } from "./soundKeys.ts";

/** What the search is made of. */
export interface SearchedProcedure {
  readonly code: string;
  readonly name: string;
  /** Asked for often: wins over an equal one. */
  readonly isCommon?: boolean;
}

/** A name, taken apart. */
export interface IndexedName {
  /** Syllables by their number in the vocabulary, as they stand. */
  readonly syllables: readonly number[];
  readonly accents: readonly string[];
  /** First letters of the syllables, for abbreviations. */
  readonly initials: string;
  /** Where the name begins behind "Thủ tục". */
  readonly opensAt: number;
  /** What every score of this name is multiplied by: often asked for, and short. */
  readonly weight: number;
}

/** Every syllable of the names, and where it stands. */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly syllables: readonly string[];
  /** How much a syllable tells: rare ones more. */
  readonly idf: readonly number[];
  /** The names that hold it, each once, in order. */
  readonly postings: readonly (readonly number[])[];
  readonly bySound: ReadonlyMap<string, readonly number[]>;
  readonly byLooseSound: ReadonlyMap<string, readonly number[]>;
  /** Pairs that stand side by side in some name, as `pairKey` writes them. */
  readonly pairs: ReadonlySet<number>;
}

/** Names and their vocabulary. */
export interface NameIndex {
  readonly names: readonly IndexedName[];
  readonly vocabulary: Vocabulary;
}

/** More syllables than a catalogue can have. */
const PAIR_BASE = 1 << 20;
const COMMON_WEIGHT = 1.15;
const LENGTH_COSTS = 0.03;
/** From here on a longer name is no worse: official names say what they are about first, and go on. */
const LONGEST_COUNTED = 9;

/**
 * The procedures that most people ask for, where a catalogue does not say: births, marriages, deaths,
 * extracts, certified copies and signatures, residence, companies, unemployment benefit.
 */
const ASKED_OFTEN: ReadonlySet<string> = new Set([
  "1.001193",
  "1.000894",
  "1.004873",
  "1.000656",
  "2.000635",
  "2.000815",
  "2.000884",
  "1.004222",
  "2.001583",
  "2.001199",
  "2.002043",
  "1.001978",
]);

/** A pair of neighbouring syllables as one number. */
export function pairKey(left: number, right: number): number {
  return left * PAIR_BASE + right;
}

/** Takes all names apart, once. */
export function buildIndex(procedures: readonly SearchedProcedure[]): NameIndex {
  const ids = new Map<string, number>();
  const postings: number[][] = [];
  const pairs = new Set<number>();
  const names = procedures.map((procedure, nameIndex): IndexedName => {
    const words = foldWords(procedure.name);
    const syllables = words.map(({ plain }) => {
      const id = ids.get(plain) ?? ids.size;
      ids.set(plain, id);
      const list = (postings[id] ??= []);
      if (list.at(-1) !== nameIndex) list.push(nameIndex);
      return id;
    });
    syllables.forEach((id, at) => {
      const next = syllables[at + 1];
      if (next !== undefined) pairs.add(pairKey(id, next));
    });
    return indexedName(procedure, words, syllables);
  });
  const all = [...ids.keys()];
  const idf = postings.map((list) => Math.log(1 + procedures.length / list.length));
  const bySound = grouped(all, soundKey);
  const byLooseSound = grouped(all, looseSoundKey);
  return {
    names,
    vocabulary: { ids, syllables: all, idf, postings, bySound, byLooseSound, pairs },
  };
}

function indexedName(
  { code, isCommon }: SearchedProcedure,
  words: readonly FoldedWord[],
  syllables: readonly number[],
): IndexedName {
  const opensAt = words[0]?.plain === "thu" && words[1]?.plain === "tuc" ? 2 : 0;
  const counted = Math.min(syllables.length - opensAt, LONGEST_COUNTED);
  const popularity = (isCommon ?? ASKED_OFTEN.has(code.slice(0, 8))) ? COMMON_WEIGHT : 1;
  return {
    syllables,
    accents: words.map(({ accented }) => accented),
    initials: words.map(({ plain }) => plain[0]).join(""),
    opensAt,
    weight: popularity / (1 + LENGTH_COSTS * counted),
  };
}

function grouped(
  syllables: readonly string[],
  keyOf: (syllable: string) => string,
): ReadonlyMap<string, readonly number[]> {
  return Map.groupBy(syllables.keys(), (id) => keyOf(syllables[id] ?? ""));
}
