import { type Card, type CardPage, layoutCard } from "./layoutCard.ts";
import { layoutTable, LINE, type Room, type TablePage, type TableWish } from "./layoutTable.ts";
import { fontPx, type HungScreen, MINIMUM_ARCMIN, PREFERRED_ARCMIN } from "./sizes.ts";
import { lineCount, textWidth, type WidthOf } from "./wrap.ts";

/** Nothing moves by itself faster than this. */
export const PAGE_MS = 8_000;
/** A round of all pages should not take longer; somebody who waits sees it all. */
const ROUND_MS = 180_000;
/** Around everything, and around header and footer, in ems of the small size. */
const EDGE = 0.3;
const BAR_PAD = 0.2;

/** Words that stand at the left and at the right of a line, or below each other. */
export type Bar = readonly [left: string, right: string];

/** All that a board says. */
export interface BoardWish {
  /** The first that fits on one line is taken, or else the last. */
  readonly headers: readonly [Bar, Bar];
  readonly footer: Bar;
  /** Where only the whole centre is shown. */
  readonly brief: { readonly header: Bar; readonly footer: Bar };
  readonly total: Card;
  readonly agencies: TableWish;
  /** The same figures, one agency a page. */
  readonly cards: readonly Card[];
}

/** A board laid out for a screen, px. */
export interface BoardLayout {
  readonly basePx: number;
  readonly smallPx: number;
  readonly edgePx: number;
  readonly barPadPx: number;
  readonly header: string;
  /** The agencies don't fit: the whole centre alone. */
  readonly isBrief: boolean;
  readonly pages: readonly (TablePage | CardPage)[];
}

/**
 * Lays a board out so that all of it can be read in the farthest seat: figures and names at 22 minutes
 * of arc, heads and notes at 16. Where a round of its pages would take more than three minutes, the
 * figures are smaller, 16 at the least. The agencies stand in a table, or, where that takes fewer
 * pages, one by one. Where they don't fit at all, the whole centre is shown alone. Pure.
 *
 * @returns `null` where the screen is too small for that too
 */
export function layoutBoard(
  wish: BoardWish,
  screen: HungScreen,
  widthOf: WidthOf,
): BoardLayout | null {
  return smallest(wish, screen, widthOf, fullPages) ?? smallest(wish, screen, widthOf, briefPages);
}

/** What screens are sold as, inches. */
const DIAGONALS = [24, 27, 32, 40, 43, 50, 55, 65, 75, 86, 98, 110, 136];

/** The smallest screen of that shape on which all is shown, inches; `null` where none is. */
export function diagonalNeeded(
  wish: BoardWish,
  screen: HungScreen,
  widthOf: WidthOf,
): number | null {
  const fits = (diagonalInches: number): boolean =>
    layoutAt(wish, { ...screen, diagonalInches }, MINIMUM_ARCMIN, widthOf, fullPages) !== null;
  return DIAGONALS.find(fits) ?? null;
}

type PagesOf = (wish: BoardWish, room: Room) => Omit<BoardLayout, keyof Sizes> | null;
type Sizes = Pick<BoardLayout, "basePx" | "smallPx" | "edgePx" | "barPadPx">;

/** The largest figures with which a round is short enough, or else the shortest round. */
function smallest(
  wish: BoardWish,
  screen: HungScreen,
  widthOf: WidthOf,
  pagesOf: PagesOf,
): BoardLayout | null {
  let shortest: BoardLayout | null = null;
  for (let arcmin = PREFERRED_ARCMIN; arcmin >= MINIMUM_ARCMIN; arcmin -= 1) {
    const layout = layoutAt(wish, screen, arcmin, widthOf, pagesOf);
    if (layout === null) continue;
    if (layout.pages.length * PAGE_MS <= ROUND_MS) return layout;
    if (shortest === null || layout.pages.length < shortest.pages.length) shortest = layout;
  }
  return shortest;
}

function layoutAt(
  wish: BoardWish,
  screen: HungScreen,
  arcmin: number,
  widthOf: WidthOf,
  pagesOf: PagesOf,
): BoardLayout | null {
  const basePx = fontPx(screen, arcmin);
  const smallPx = fontPx(screen, MINIMUM_ARCMIN);
  const sizes: Sizes = { basePx, smallPx, edgePx: EDGE * smallPx, barPadPx: BAR_PAD * smallPx };
  const widthPx = screen.widthPx - 2 * sizes.edgePx;
  const heightPx = screen.heightPx - 2 * sizes.edgePx;
  const laid = pagesOf(wish, { widthPx, heightPx, basePx, smallPx, widthOf });
  return laid === null ? null : { ...sizes, ...laid };
}

function fullPages(wish: BoardWish, room: Room): ReturnType<PagesOf> {
  const [long, short] = wish.headers;
  const header = isOneLine(long, room) ? long : short;
  const inside = between(header, wish.footer, room);
  const total = layoutCard(wish.total, inside);
  if (total === null) return null;
  const table = layoutTable(wish.agencies, inside);
  const cards = wish.cards.map((card) => layoutCard(card, inside));
  const single = cards.includes(null) ? null : cards.flatMap((pages) => pages ?? []);
  if (table === null && single === null) return null;
  const isShorter = single !== null && (table === null || single.length < table.length);
  return {
    header: header[0],
    isBrief: false,
    pages: [...total, ...((isShorter ? single : table) ?? [])],
  };
}

/** Each figure of the whole centre for itself, as many as fit on a page. */
function briefPages(wish: BoardWish, room: Room): ReturnType<PagesOf> {
  const lines = wish.total.blocks.flatMap((block) => block.lines);
  const card = { id: wish.total.id, title: "", blocks: lines.map((line) => ({ lines: [line] })) };
  const { header, footer } = wish.brief;
  const pages = layoutCard(card, between(header, footer, room));
  return pages === null ? null : { header: header[0], isBrief: true, pages };
}

/** The room between a header and a footer; none where their words are too wide. */
function between(header: Bar, footer: Bar, room: Room): Room {
  const bars = barHeight(header, room) + barHeight(footer, room);
  return { ...room, heightPx: Math.max(0, room.heightPx - bars) };
}

function barHeight(bar: Bar, room: Room): number {
  const lines = isOneLine(bar, room) ? 1 : linesOf(bar, room);
  return (lines * LINE + 2 * BAR_PAD) * room.smallPx;
}

function isOneLine([left, right]: Bar, { widthPx, smallPx, widthOf }: Room): boolean {
  const measure = { widthOf, fontPx: smallPx, isBold: true };
  const gap = right === "" ? 0 : smallPx;
  return textWidth(left, measure) + gap + textWidth(right, measure) <= widthPx;
}

function linesOf(bar: Bar, { widthPx, smallPx, widthOf }: Room): number {
  const measure = { widthOf, fontPx: smallPx, isBold: true };
  const lines = bar.map((text) => (text === "" ? 0 : lineCount(text, widthPx, measure)));
  return lines.reduce((all, one) => all + one, 0);
}
