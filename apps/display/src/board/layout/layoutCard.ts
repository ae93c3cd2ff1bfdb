import { COLUMN_GAP, LINE, type Room } from "./layoutTable.ts";
import { evenest, pack } from "./pack.ts";
import { lineCount, longestWord, type Measure, textWidth } from "./wrap.ts";

/** A figure with its name, and what it is a part of. */
export interface CardLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly note: string | null;
}

/** Lines that stay together: a sum and its parts. */
export interface CardBlock {
  readonly lines: readonly CardLine[];
}

export interface Card {
  readonly id: string;
  /** Empty for none. */
  readonly title: string;
  readonly blocks: readonly CardBlock[];
}

/** What one page of a card shows: its blocks in columns beside each other. */
export interface CardPage {
  readonly kind: "card";
  readonly id: string;
  readonly title: string;
  readonly columns: readonly (readonly CardBlock[])[];
}

const MAX_COLUMNS = 3;
/** Between blocks, and between columns, in ems of the base size. */
export const BLOCK_GAP = 0.35;
export const CARD_GAP = 1.2;
const MAX_LABEL_LINES = 2;

/**
 * Lays one card out in pages: in the number of columns that needs the fewest, of equals the most, as
 * long as no name takes more than two lines. Pure.
 *
 * @returns `null` where a block does not fit on a page
 */
export function layoutCard(card: Card, room: Room): readonly CardPage[] | null {
  const title =
    card.title === "" ? 0 : lineCount(card.title, room.widthPx, measure(room, room.basePx, true));
  const heightPx = room.heightPx - title * LINE * room.basePx;
  let best: readonly CardPage[] | null = null;
  for (let columns = 1; columns <= MAX_COLUMNS; columns += 1) {
    const pages = pagesWith(card, columns, { ...room, heightPx });
    if (pages !== null && (best === null || pages.length <= best.length)) best = pages;
  }
  return best;
}

function pagesWith(card: Card, columns: number, room: Room): readonly CardPage[] | null {
  const widthPx = (room.widthPx - (columns - 1) * CARD_GAP * room.basePx) / columns;
  const heights = card.blocks.map((block) => blockHeight(block, widthPx, room));
  const boxes = pack(heights, room.heightPx);
  if (boxes === null) return null;
  const pages: CardPage[] = [];
  for (let at = 0; at < boxes.length; at += columns) {
    const indices = boxes.slice(at, at + columns).flat();
    const own = indices.map((index) => heights[index] ?? 0);
    const even = evenest(own, columns, room.heightPx) ?? [];
    pages.push({
      kind: "card",
      id: card.id,
      title: card.title,
      columns: even.map((box) => box.flatMap((i) => card.blocks[indices[i] ?? -1] ?? [])),
    });
  }
  return pages;
}

/** The height of a block, px; `Infinity` where its names don't fit beside its figures. */
export function blockHeight({ lines }: CardBlock, widthPx: number, room: Room): number {
  const heights = lines.map((line) => lineHeight(line, widthPx, room));
  return heights.reduce((all, one) => all + one, BLOCK_GAP * room.basePx);
}

function lineHeight({ label, value, note }: CardLine, widthPx: number, room: Room): number {
  // Sums are bold.
  const small = measure(room, room.smallPx, true);
  const figure = textWidth(value, measure(room, room.basePx, true));
  const left = widthPx - figure - COLUMN_GAP * room.basePx;
  const labels = longestWord([label], small) > left ? Infinity : lineCount(label, left, small);
  if (labels > MAX_LABEL_LINES) return Infinity;
  const notes = note === null ? 0 : lineCount(note, widthPx, small);
  return LINE * (Math.max(room.basePx, labels * room.smallPx) + notes * room.smallPx);
}

function measure({ widthOf }: Room, fontPx: number, isBold: boolean): Measure {
  return { widthOf, fontPx, isBold };
}
