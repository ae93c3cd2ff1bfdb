import { packEvenly } from "./pack.ts";
import { lineCount, longestWord, type Measure, textWidth, type WidthOf } from "./wrap.ts";

/** Room for text, and the two sizes of it, px. */
export interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Figures and names. */
  readonly basePx: number;
  /** Heads and notes. */
  readonly smallPx: number;
  readonly widthOf: WidthOf;
}

export const LINE = 1.25;
/** Above and below a row, and between columns, in ems of the base size. */
const ROW_PAD = 0.2;
export const COLUMN_GAP = 0.55;
/** Left of names and right of the last figures, likewise. */
const SIDE_PAD = 0.25;
const MAX_NAME_LINES = 4;

/** Columns that belong together under one head; `null`: each stands alone. */
export interface ColumnGroup {
  readonly head: string | null;
  readonly columns: readonly { readonly key: string; readonly head: string }[];
}

export interface TableRow {
  readonly id: string;
  readonly name: string;
  /** By the keys of the columns. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface TableWish {
  readonly groups: readonly ColumnGroup[];
  readonly rows: readonly TableRow[];
  /** Over the names. */
  readonly nameHead: string;
}

/** What one page of a table shows. */
export interface TablePage {
  readonly kind: "table";
  readonly namePx: number;
  readonly groups: readonly (ColumnGroup & { readonly widthsPx: readonly number[] })[];
  readonly rows: readonly TableRow[];
}

interface SizedGroup extends ColumnGroup {
  readonly widthsPx: readonly number[];
  readonly widthPx: number;
}

/**
 * Lays rows out in pages that need no scrolling: rows that don't fit follow on the next page, and
 * groups of columns that don't fit beside each other too, for the same rows. Of names on one line, on
 * two and so on it takes what needs the fewest pages. Pure.
 *
 * @returns `null` where the room is too small for a group of columns and a row
 */
export function layoutTable(wish: TableWish, room: Room): readonly TablePage[] | null {
  const groups = wish.groups.map((group) => sizeGroup(group, wish.rows, room));
  if (wish.rows.length === 0) return [];
  let best: readonly TablePage[] | null = null;
  for (let lines = 1; lines <= MAX_NAME_LINES; lines += 1)
    for (const isRoomy of [true, false]) {
      const pages = layoutWith(
        wish,
        groups,
        { leastPx: nameWidth(wish, lines, room), isRoomy },
        room,
      );
      if (pages !== null && (best === null || pages.length < best.length)) best = pages;
    }
  return best;
}

/** How wide the column of names is at least, and whether it takes what is left, or the figures do. */
interface NameColumn {
  readonly leastPx: number;
  readonly isRoomy: boolean;
}

const base = ({ widthOf, basePx }: Room, isBold: boolean): Measure => ({
  widthOf,
  fontPx: basePx,
  isBold,
});
const small = ({ widthOf, smallPx }: Room): Measure => ({
  widthOf,
  fontPx: smallPx,
  isBold: false,
});

function sizeGroup(group: ColumnGroup, rows: readonly TableRow[], room: Room): SizedGroup {
  const gap = COLUMN_GAP * room.basePx;
  const wide = group.columns.map(({ key, head }) => {
    const cells = rows.map(({ cells }) => textWidth(cells[key] ?? "", base(room, true)));
    return gap + Math.max(longestWord([head], small(room)), ...cells);
  });
  // The head over all of them needs its longest word.
  const missing = longestWord([group.head ?? ""], small(room)) + gap - sum(wide);
  const widthsPx = wide.map((width) => width + Math.max(0, missing) / wide.length);
  return { ...group, widthsPx, widthPx: sum(widthsPx) };
}

/** The least width, px, in which all names take so many lines. */
function nameWidth({ rows, nameHead }: TableWish, lines: number, room: Room): number {
  const measure = base(room, true);
  const names = rows.map(({ name }) => name);
  const full = oneLineWidth(rows, nameHead, room);
  const least = Math.max(longestWord(names, measure), longestWord([nameHead], small(room)));
  for (let width = least; width < full; width += room.basePx / 4)
    if (names.every((name) => lineCount(name, width, measure) <= lines)) return width;
  return full;
}

function oneLineWidth(rows: readonly TableRow[], nameHead: string, room: Room): number {
  const names = rows.map(({ name }) => textWidth(name, base(room, true)));
  return Math.max(textWidth(nameHead, small(room)), ...names);
}

function layoutWith(
  { rows, nameHead }: TableWish,
  groups: readonly SizedGroup[],
  { leastPx, isRoomy }: NameColumn,
  room: Room,
): readonly TablePage[] | null {
  const widthPx = room.widthPx - 2 * SIDE_PAD * room.basePx;
  const widths = groups.map((group) => group.widthPx);
  const beside = packEvenly(widths, widthPx - leastPx);
  if (beside === null) return null;
  const taken = beside.map((indices) => sum(indices.map((index) => widths[index] ?? 0)));
  // A name column wider than all names is of no use.
  const roomyPx = Math.min(widthPx - Math.max(...taken), oneLineWidth(rows, nameHead, room));
  const namePx = isRoomy ? roomyPx : leastPx;
  const sets = beside.map((indices, place) =>
    spread(
      indices.flatMap((index) => groups[index] ?? []),
      widthPx - namePx - (taken[place] ?? 0),
    ),
  );
  const heads = Math.max(...sets.map((set) => headHeight(set, nameHead, namePx, room)));
  const heights = rows.map(({ name }) => {
    const lines = lineCount(name, namePx, base(room, true));
    return room.basePx * (LINE * lines + 2 * ROW_PAD);
  });
  const pages = packEvenly(heights, room.heightPx - heads);
  if (pages === null) return null;
  return pages.flatMap((indices) =>
    sets.map(
      (set): TablePage => ({
        kind: "table",
        namePx: namePx + SIDE_PAD * room.basePx,
        groups: sidePadded(set, SIDE_PAD * room.basePx),
        rows: indices.flatMap((index) => rows[index] ?? []),
      }),
    ),
  );
}

/** The last column stands off the side. */
function sidePadded(groups: readonly SizedGroup[], padPx: number): TablePage["groups"] {
  return groups.map((group, place) => {
    if (place < groups.length - 1) return group;
    const last = group.widthsPx.length - 1;
    const widthsPx = group.widthsPx.map((width, i) => (i === last ? width + padPx : width));
    return { ...group, widthsPx };
  });
}

/** Gives columns what is left, evenly, so that they don't crowd at one side. */
function spread(groups: readonly SizedGroup[], sparePx: number): readonly SizedGroup[] {
  const share = sparePx / groups.reduce((count, { columns }) => count + columns.length, 0);
  return groups.map((group) => {
    const widthsPx = group.widthsPx.map((width) => width + share);
    return { ...group, widthsPx, widthPx: sum(widthsPx) };
  });
}

/** The heads over the columns: those of groups, and those of columns, each as high as its highest. */
function headHeight(
  groups: readonly SizedGroup[],
  nameHead: string,
  namePx: number,
  room: Room,
): number {
  const gap = COLUMN_GAP * room.basePx;
  const lines = (text: string, width: number): number => lineCount(text, width, small(room));
  const over = groups.map(({ head, widthPx }) => (head === null ? 0 : lines(head, widthPx - gap)));
  const own = groups.flatMap(({ columns, widthsPx }) =>
    columns.map(({ head }, i) => lines(head, (widthsPx[i] ?? 0) - gap)),
  );
  const both = Math.max(...over) + Math.max(...own);
  return room.smallPx * LINE * Math.max(both, lines(nameHead, namePx)) + ROW_PAD * room.basePx;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
