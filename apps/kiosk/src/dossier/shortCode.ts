/**
 * The end of a dossier's code, by which who holds the receipt knows it and who looks over a shoulder
 * learns nothing: `…0003`.
 */
export function shortCode(code: string): string {
  return `…${code.slice(-4)}`;
}
