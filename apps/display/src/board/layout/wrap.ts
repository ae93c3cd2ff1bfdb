/** How wide a text is in ems of its font. */
export type WidthOf = (text: string, isBold: boolean) => number;

/** Letters come out a little wider on some screens than they were measured. */
const SLACK = 1.03;
/** Of sums of widths, px. */
const ROUNDING = 1e-6;

/** A text of one size and weight. */
export interface Measure {
  readonly widthOf: WidthOf;
  readonly fontPx: number;
  readonly isBold: boolean;
}

/** The width of a text on one line, px. */
export function textWidth(text: string, { widthOf, fontPx, isBold }: Measure): number {
  return widthOf(text, isBold) * fontPx * SLACK;
}

/** The width of the longest word of some texts, px: less room breaks a word. */
export function longestWord(texts: readonly string[], measure: Measure): number {
  const words = texts.flatMap((text) => text.split(" "));
  return Math.max(0, ...words.map((word) => textWidth(word, measure)));
}

/**
 * How many lines a text takes in a width, filled as a browser does; `Infinity` where a word is
 * wider than that. A non-breaking space does not break.
 */
export function lineCount(text: string, widthPx: number, measure: Measure): number {
  const room = widthPx + ROUNDING;
  let lines = 1;
  let line = "";
  for (const word of text.split(" ")) {
    if (textWidth(word, measure) > room) return Infinity;
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, measure) <= room) line = longer;
    else {
      lines += 1;
      line = word;
    }
  }
  return lines;
}
