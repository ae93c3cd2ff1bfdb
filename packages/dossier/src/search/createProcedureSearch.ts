import { buildIndex, type NameIndex, type SearchedProcedure } from "./buildIndex.ts";
import { codeHits } from "./codeHits.ts";
import { type Knowledge, type Reading, readQuery } from "./readQuery.ts";
import { roughScores } from "./roughScores.ts";
import { scoreName } from "./scoreName.ts";
import { synonymTable } from "./synonyms.ts";

/** A procedure that answers a query. */
export interface Hit {
  readonly code: string;
  /** Only to compare within one answer. */
  readonly score: number;
  /** Place in the list the search was made of: a code may name several procedures. */
  readonly index: number;
}

/** A search over the names of procedures. */
export interface ProcedureSearch {
  /**
   * The procedures that answer a query, best first, at most `limit`. Of a query at most 200
   * characters are read. Spelling, missing accents, an input method that was not on and words of
   * spoken requests are coped with; a procedure's code is found too.
   */
  readonly search: (query: string, limit: number) => readonly Hit[];
}

/** What scores less than this share of the best is not shown. */
const LEAST_SHARE = 0.2;

/**
 * Makes the search, once for a catalogue. Pure: the same input gives the same answer.
 *
 * @param synonyms as people say it → as it is written, besides the built-in ones and before them
 */
export function createProcedureSearch(
  procedures: readonly SearchedProcedure[],
  synonyms: Readonly<Record<string, string>> = {},
): ProcedureSearch {
  const index = buildIndex(procedures);
  const table = synonymTable(synonyms);
  const spoken = new Set([...table.keys()].flatMap((said) => said.split(" ")));
  const knowledge: Knowledge = { vocabulary: index.vocabulary, synonyms: table, spoken };
  const search = (query: string, limit: number): readonly Hit[] => {
    const byCode = codeHits(query, procedures);
    const found = byCode.length > 0 ? byCode : hitsByName(query, index, knowledge);
    return found
      .slice(0, Math.max(0, limit))
      .map(([at, score]) => ({ code: procedures[at]?.code ?? "", score, index: at }));
  };
  return { search };
}

/** Places and scores, best first; of equal ones the earlier in the catalogue. */
function hitsByName(
  query: string,
  index: NameIndex,
  knowledge: Knowledge,
): readonly (readonly [number, number])[] {
  const scores = new Map<number, number>();
  for (const reading of readQuery(query, knowledge))
    for (const [at, score] of scoresOf(reading, index))
      if (score > (scores.get(at) ?? 0)) scores.set(at, score);
  const sorted = [...scores].toSorted(([a, x], [b, y]) => y - x || a - b);
  const least = (sorted[0]?.[1] ?? 0) * LEAST_SHARE;
  return sorted.filter(([, score]) => score >= least);
}

function scoresOf(
  { words, weight }: Reading,
  index: NameIndex,
): readonly (readonly [number, number])[] {
  return roughScores(words, index).flatMap((at) => {
    const name = index.names[at];
    const score = name === undefined ? 0 : scoreName(words, name, index.vocabulary) * weight;
    return score > 0 ? [[at, score] as const] : [];
  });
}
