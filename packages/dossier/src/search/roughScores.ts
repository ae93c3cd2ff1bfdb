import type { NameIndex } from "./buildIndex.ts";
import type { QueryWord } from "./readQuery.ts";

/** How many names are looked at closely. */
const CLOSELY = 64;

/**
 * The names worth a closer look: those that hold most of the words, whatever their order.
 *
 * @returns places in the index
 */
export function roughScores(words: readonly QueryWord[], index: NameIndex): readonly number[] {
  const { names, vocabulary } = index;
  const scores = new Float64Array(names.length);
  const best = new Float64Array(names.length);
  for (const { weights, abbreviation, isFiller } of words) {
    best.fill(0);
    for (const [id, weight] of weights) {
      const gain = (vocabulary.idf[id] ?? 0) * weight;
      for (const at of vocabulary.postings[id] ?? []) if (gain > (best[at] ?? 0)) best[at] = gain;
    }
    if (abbreviation !== null)
      names.forEach(({ initials }, at) => {
        if (initials.includes(abbreviation)) best[at] = abbreviation.length * 2;
      });
    const counts = isFiller ? 0.25 : 1;
    for (let at = 0; at < best.length; at++)
      scores[at] = (scores[at] ?? 0) + (best[at] ?? 0) * counts;
  }
  // A name that holds more of the words gains twice, by its score and by its share of them.
  names.forEach(({ weight }, at) => (scores[at] = (scores[at] ?? 0) ** 2 * weight));
  const least = scores.toSorted().at(-CLOSELY) ?? 0;
  const chosen: number[] = [];
  for (let at = 0; at < scores.length && chosen.length < CLOSELY * 2; at++)
    if ((scores[at] ?? 0) > 0 && (scores[at] ?? 0) >= least) chosen.push(at);
  return chosen;
}
