import type { FitRule } from "../text/fitText.ts";
import type { FontWeight } from "../text/fonts.ts";
import type { PartLook, PartSize } from "./TicketTemplate.ts";

/** How one kind of text stands on the ticket. Sizes and lengths in dots. */
export interface TextStyle extends FitRule {
  readonly weight: FontWeight;
}

/** All measures of a ticket. A style is chosen by the width of the paper. */
export interface TicketStyle {
  readonly marginDots: number;
  readonly gapDots: number;
  readonly qrDotsPerModule: number;
  readonly centre: TextStyle;
  readonly title: TextStyle;
  readonly label: TextStyle;
  readonly reprint: TextStyle;
  readonly service: TextStyle;
  readonly agency: TextStyle;
  readonly classLine: TextStyle;
  readonly counters: TextStyle;
  readonly waiting: TextStyle;
  readonly notice: TextStyle;
  readonly small: TextStyle;
  /** Words that a centre puts on all its tickets. */
  readonly fixed: TextStyle;
}

const SIZE_FACTORS: Readonly<Record<PartSize, number>> = {
  small: 0.8,
  normal: 1,
  large: 1.25,
  huge: 1.6,
};
/** The smallest size at which stacked marks (Ẵ, Ễ, Ộ) stay legible on paper. */
const LEGIBLE_PX = 22;

const style = (
  weight: FontWeight,
  [maxPx, minPx]: readonly [number, number],
  [idealLines, maxLines]: readonly [number, number],
): TextStyle => ({ weight, maxPx, minPx, idealLines, maxLines });

const WIDE: TicketStyle = {
  marginDots: 16,
  gapDots: 16,
  qrDotsPerModule: 6,
  centre: style("bold", [30, 24], [2, 6]),
  title: style("bold", [32, 22], [1, 2]),
  label: style("bold", [156, 60], [1, 1]),
  reprint: style("bold", [34, 22], [1, 2]),
  service: style("bold", [34, 24], [2, 12]),
  agency: style("regular", [26, 22], [2, 6]),
  classLine: style("bold", [28, 22], [1, 4]),
  counters: style("bold", [36, 24], [1, 4]),
  waiting: style("regular", [28, 22], [1, 4]),
  notice: style("bold", [26, 22], [1, 4]),
  small: style("regular", [24, 22], [1, 4]),
  fixed: style("regular", [26, 22], [2, 6]),
};

const NARROW: TicketStyle = {
  ...WIDE,
  marginDots: 8,
  gapDots: 12,
  centre: style("bold", [26, 22], [3, 8]),
  title: style("bold", [26, 22], [1, 3]),
  label: style("bold", [116, 44], [1, 1]),
  reprint: style("bold", [28, 22], [1, 3]),
  service: style("bold", [28, 22], [3, 16]),
  agency: style("regular", [24, 22], [2, 8]),
  classLine: style("bold", [24, 22], [2, 5]),
  counters: style("bold", [30, 22], [1, 5]),
  waiting: style("regular", [24, 22], [1, 5]),
  notice: style("bold", [24, 22], [1, 5]),
  small: style("regular", [22, 22], [1, 5]),
  fixed: style("regular", [24, 22], [3, 8]),
};

/** The measures for a paper width: 80 mm paper has 512 or 576 dots, 58 mm paper 384. */
export function ticketStyle(widthDots: number): TicketStyle {
  return widthDots >= 480 ? WIDE : NARROW;
}

/** A style in the size and weight that a template asks for; never too small to be read. */
export function resized(style: TextStyle, { size, weight }: PartLook): TextStyle {
  // Sizes shrink in steps of two, so that they stay even.
  const wanted = 2 * Math.round((style.maxPx * SIZE_FACTORS[size ?? "normal"]) / 2);
  const maxPx = Math.max(LEGIBLE_PX, wanted);
  return {
    ...style,
    weight: weight ?? style.weight,
    maxPx,
    minPx: Math.min(style.minPx, maxPx),
  };
}
