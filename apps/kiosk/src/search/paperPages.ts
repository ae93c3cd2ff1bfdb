import type { CatalogueProcedure } from "@luot/contract";

/** Characters that fit on a line for certain: of a paper, and of a title that is long. */
const PER_LINE = 48;
/** What the gap after a paper takes, in lines. */
const GAP_LINES = 0.4;
/** Lines for papers where the title has one, and at least. */
const MOST_LINES = 9;
const LEAST_LINES = 5.5;
/** Where the portal's code is not shown. */
const LINES_OF_PORTAL = 5;

/**
 * The papers of a procedure in pages, in order: names may be of one word or of many lines, and
 * nothing is cut. Pure.
 *
 * @returns one empty page for none
 */
export function paperPages({
  name,
  papers,
  portal,
}: Pick<CatalogueProcedure, "name" | "papers" | "portal">): readonly (readonly string[])[] {
  const room = MOST_LINES - linesOf(name) + 1 + (portal === null ? LINES_OF_PORTAL : 0);
  const most = Math.max(LEAST_LINES, room);
  const pages: string[][] = [[]];
  let lines = 0;
  for (const paper of papers) {
    const own = linesOf(paper);
    if (lines > 0 && lines + own > most) {
      pages.push([]);
      lines = 0;
    }
    pages.at(-1)?.push(paper);
    lines += own + GAP_LINES;
  }
  return pages;
}

function linesOf({ length }: string): number {
  return Math.ceil(length / PER_LINE);
}
