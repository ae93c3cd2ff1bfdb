/**
 * Makes any text safe and uniform to draw on one line of a ticket.
 *
 * - NFC, so that every Vietnamese letter is one glyph of the font.
 * - Runs of blanks and line ends become one space; no-break spaces stay and hold words together.
 * - Control, format, surrogate, private and unassigned characters (Unicode category C) are
 *   dropped: they draw nothing, and XML 1.0 refuses most of them.
 *
 * @returns the text without outer blanks; "" when nothing is left to draw
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\t\n\r\v\f\u0085\u2028\u2029 ]+/g, " ")
    .replaceAll(/\p{C}/gu, "")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

const XML_NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Escapes the five characters that mean something in XML. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => XML_NAMES[character] ?? "");
}
