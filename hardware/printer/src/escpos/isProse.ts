/** A printer's words are single bytes; so many letters in a row are somebody else's. */
const LETTERS = 12;

/**
 * Whether bytes are text, as a web server or a terminal answers: whoever sits behind a printer's
 * address and speaks so is no printer, though some of its letters look like status bytes. Pure.
 */
export function isProse(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    run = byte >= 0x20 && byte <= 0x7e ? run + 1 : 0;
    if (run >= LETTERS) return true;
  }
  return false;
}
