/** Characters that fit on a line for certain, and lines on a page beside the rest of it. */
const CHARACTERS_PER_LINE = 44;
const LINES_PER_PAGE = 8;

/**
 * Papers in pages, in order: names may be of one word or of many lines, and nothing is cut.
 *
 * @returns one empty page for none
 */
export function paperPages(papers: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [[]];
  let lines = 0;
  for (const paper of papers) {
    const own = Math.ceil(paper.length / CHARACTERS_PER_LINE);
    if (lines > 0 && lines + own > LINES_PER_PAGE) {
      pages.push([]);
      lines = 0;
    }
    pages.at(-1)?.push(paper);
    lines += own;
  }
  return pages;
}
