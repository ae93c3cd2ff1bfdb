import { invariant } from "@luot/kit";

/** How wide a font's characters are, in its own units. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  /** Advance of the glyph of a code point; an unknown one has the advance of the empty box. */
  advanceOf(codePoint: number): number;
}

type GlyphOf = (codePoint: number) => number;

/**
 * Reads the advance widths of a TrueType font: tables `head`, `hhea`, `hmtx` and `cmap` (format 4,
 * Windows Unicode), as the OpenType specification 1.9 lays them out. Kerning is left out: it
 * draws most lines narrower and none wider by more than the side margin of a ticket.
 *
 * @throws when the file is no such font
 */
export function readFontMetrics(file: Uint8Array): FontMetrics {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = tableOffsets(view);
  const glyphOf = readCharacterMap(view, table("cmap"));
  const longMetrics = view.getUint16(table("hhea") + 34);
  const widths = table("hmtx");
  return {
    unitsPerEm: view.getUint16(table("head") + 18),
    advanceOf: (codePoint) =>
      view.getUint16(widths + 4 * Math.min(glyphOf(codePoint), longMetrics - 1)),
  };
}

function tableOffsets(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = [0, 1, 2, 3].map((at) => String.fromCodePoint(view.getUint8(record + at))).join("");
    offsets.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    invariant(offset !== undefined, `the font has no table ${tag}`);
    return offset;
  };
}

function readCharacterMap(view: DataView, cmap: number): GlyphOf {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const record = cmap + 4 + 8 * i;
    const isWindowsUnicode = view.getUint16(record) === 3 && view.getUint16(record + 2) === 1;
    const subtable = cmap + view.getUint32(record + 4);
    if (isWindowsUnicode && view.getUint16(subtable) === 4) return segmentMap(view, subtable);
  }
  throw new Error("the font has no Windows Unicode character map of format 4");
}

/** Format 4: sorted segments, each with a shift or a pointer into a glyph table. */
function segmentMap(view: DataView, subtable: number): GlyphOf {
  const span = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + span + 2;
  const deltas = starts + span;
  const offsets = deltas + span;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let at = 0;
    while (at < span && view.getUint16(ends + at) < codePoint) at += 2;
    const start = at < span ? view.getUint16(starts + at) : Number.POSITIVE_INFINITY;
    if (codePoint < start) return 0;
    const delta = view.getUint16(deltas + at);
    const offset = view.getUint16(offsets + at);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(offsets + at + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
