/** Marks that print nothing, but can hide or turn around what does. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Cn}]/gu;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Most texts hold nothing that has to be changed; asking is faster than changing. */
const CLEAN = /^[!-~À-ỹ](?:[ !-~À-ỹ]*[!-~À-ỹ])?$/;

/**
 * A text of a source as it is kept: composed letters (NFC), single blanks, nothing invisible, and no
 * longer than `max` characters; what is cut ends in "…".
 */
export function cleanText(text: string, max: number): string {
  // What lies far beyond the bound is not looked at: a cell may hold megabytes.
  const short = text.length > 4 * max ? text.slice(0, 4 * max) : text;
  const isClean = short.length <= max && CLEAN.test(short) && !short.includes("  ");
  const clean = isClean ? short.normalize("NFC") : tidy(short);
  const characters = clean.length > max ? Array.from(clean) : null;
  if (characters === null || characters.length <= max) return clean;
  return `${characters
    .slice(0, max - 1)
    .join("")
    .trimEnd()}…`;
}

function tidy(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(INVISIBLE, "")
    .replaceAll(CONTROLS, " ");
  return plain.split(/\s/).filter(Boolean).join(" ");
}
