/** An AIM identifier that a scanner may put before the data, e.g. `]C1` or `]Q3`. */
const AIM = /^\][A-Za-z][0-9A-Za-z]/;
/** Is spelt so already: what most sources write. */
const PLAIN = /^[0-9A-Z.-]{1,64}$/;
const DASHES = /[\u2010-\u2015\u2212_]/g;

/** Takes off what is around a scanned text: blanks, the scanner's AIM identifier. */
export function withoutAim(text: string): string {
  return text.trim().replace(AIM, "").trim();
}

/**
 * One spelling of a code, however it was typed: composed letters, full-width ones made plain,
 * capitals, and one hyphen for a dash or an underscore, without blanks around it. The blanks are
 * trimmed part by part: a pattern with blanks on both sides takes quadratic time on a run of them.
 */
export function normaliseCode(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = withoutAim(text).normalize("NFKC").toUpperCase().replace(DASHES, "-");
  return plain
    .split("-")
    .map((part) => part.trim())
    .join("-");
}
