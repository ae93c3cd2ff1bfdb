const CODE_QUERY = /^\s*[0-9][0-9.\s-]{2,}(?:[A-Y][0-9]{2})?\s*$/i;
const FEWEST_DIGITS = 4;

/**
 * Procedures by the digits of their code, typed with or without its dots: `1.001193`, `1001193`,
 * `1.001193.H56`, or the beginning of one.
 *
 * @returns places and scores; none when the query is no code
 */
export function codeHits(
  query: string,
  procedures: readonly { readonly code: string }[],
): readonly (readonly [number, number])[] {
  if (query.length > 40 || !CODE_QUERY.test(query)) return [];
  const digits = query.replace(/[A-Y]\d{2}\s*$/i, "").replace(/\D/g, "");
  if (digits.length < FEWEST_DIGITS) return [];
  const national = digits.slice(0, 7);
  return [...procedures.entries()]
    .filter(([, { code }]) => code.replace(/\D/g, "").startsWith(national))
    .map(([at]) => [at, 1] as const);
}
