/** A dossier of the exchange has some sixty values, its papers and fees included. */
const MAX_VALUES = 2_000;
const MAX_DEPTH = 16;

/**
 * Whether a record parsed from JSON is as small as a dossier's may be. What is larger is not read:
 * each field of a mapping looks through all names of its record.
 */
export function isWithinBounds(record: unknown): boolean {
  let level: readonly unknown[] = [record];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    const under: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      const values: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      count += values.length;
      if (count > MAX_VALUES) return false;
      under.push(...values);
    }
    level = under;
  }
  return true;
}
