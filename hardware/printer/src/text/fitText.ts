/** How one kind of line may give way when its text is long. */
export interface FitRule {
  readonly maxPx: number;
  readonly minPx: number;
  /** Shrink until the text stands on this many lines. */
  readonly idealLines: number;
  /** At the smallest size, wrap to at most this many lines; only then cut with an ellipsis. */
  readonly maxLines: number;
}

export interface FittedText {
  readonly sizePx: number;
  readonly lines: readonly string[];
}

/** The width of a line in dots at a size. */
export type Measure = (line: string, sizePx: number) => number;

const STEP_PX = 2;
const ELLIPSIS = "…";
const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/**
 * Fits a cleaned text into a width: first it shrinks, then it wraps, and only at the smallest size
 * and the last line does it end with an ellipsis. No line is ever wider than `widthDots`.
 *
 * Pure: `measure` is passed in. "" gives no lines.
 */
export function fitText(
  text: string,
  rule: FitRule,
  widthDots: number,
  measure: Measure,
): FittedText {
  if (text === "") return { sizePx: rule.maxPx, lines: [] };
  for (let sizePx = rule.maxPx; sizePx >= rule.minPx; sizePx -= STEP_PX) {
    const fits = (line: string): boolean => measure(line, sizePx) <= widthDots;
    const lines = wrap(text, fits);
    if (lines.length <= rule.idealLines && !hasBrokenWord(text, lines))
      return { sizePx, lines: balance(text, lines.length, widthDots, measure, sizePx) };
  }
  const sizePx = rule.minPx;
  const fits = (line: string): boolean => measure(line, sizePx) <= widthDots;
  const lines = wrap(text, fits);
  if (lines.length <= rule.maxLines)
    return { sizePx, lines: balance(text, lines.length, widthDots, measure, sizePx) };
  const kept = lines.slice(0, rule.maxLines);
  kept.push(shorten(kept.pop() ?? "", fits));
  return { sizePx, lines: kept };
}

/** Fills each line in turn. A word that is wider than a line is broken between letters. */
function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = fits(word) ? [word] : breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== "" && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const hasBrokenWord = (text: string, lines: readonly string[]): boolean => lines.join(" ") !== text;

/** Wraps to the narrowest width that needs no more lines: centred lines of even length. */
function balance(
  text: string,
  lineCount: number,
  widthDots: number,
  measure: Measure,
  sizePx: number,
): string[] {
  let low = 0;
  let high = widthDots;
  const wrapTo = (width: number): string[] => wrap(text, (line) => measure(line, sizePx) <= width);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const lines = wrapTo(middle);
    const isGood = lines.length <= lineCount && !hasBrokenWord(text, lines);
    if (isGood) high = middle;
    else low = middle;
  }
  return wrapTo(high);
}

function shorten(line: string, fits: (line: string) => boolean): string {
  const letters = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (letters.length > 0 && !fits(letters.join("") + ELLIPSIS)) letters.pop();
  return letters.join("").trimEnd() + ELLIPSIS;
}
