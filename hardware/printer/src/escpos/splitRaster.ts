import { invariant } from "@luot/kit";
import type { Raster } from "../Raster.ts";

/** A stretch of a picture: rows to feed over, or rows to print. */
export type RasterPart =
  | { readonly kind: "blank"; readonly rows: number }
  | {
      readonly kind: "band";
      /** Bytes of a row; blank bytes at the right edge are left out. */
      readonly widthBytes: number;
      readonly rows: number;
      readonly data: Uint8Array;
    };

/** Above this, printers print garbage instead of a raster. */
const MAX_BAND_ROWS = 256;
/** Fewer blank rows than this are cheaper inside a band than as a feed and a new band. */
const MIN_FEED_ROWS = 8;

/**
 * Cuts a picture into bands of at most `bandRows` rows and blank stretches, from the top.
 * Put together they are the picture. Pure.
 *
 * @param bandRows 1 to 256
 */
export function splitRaster(raster: Raster, bandRows: number): RasterPart[] {
  invariant(bandRows >= 1 && bandRows <= MAX_BAND_ROWS, "bands have 1 to 256 rows");
  const parts: RasterPart[] = [];
  let bandStart = 0;
  let row = 0;
  while (row < raster.heightDots) {
    const blankRows = countBlankRows(raster, row);
    const isWorthFeeding = blankRows >= MIN_FEED_ROWS || row + blankRows === raster.heightDots;
    if (blankRows > 0 && isWorthFeeding) {
      parts.push(...bands(raster, bandStart, row, bandRows));
      parts.push({ kind: "blank", rows: blankRows });
      bandStart = row + blankRows;
    }
    row += Math.max(1, blankRows);
  }
  parts.push(...bands(raster, bandStart, raster.heightDots, bandRows));
  return parts;
}

const rowBytes = (raster: Raster, row: number): Uint8Array => {
  const stride = raster.widthDots / 8;
  return raster.data.subarray(row * stride, (row + 1) * stride);
};

/** How many rows from `row` on are blank. */
function countBlankRows(raster: Raster, row: number): number {
  let end = row;
  while (end < raster.heightDots && inkBytes(rowBytes(raster, end)) === 0) end++;
  return end - row;
}

/** The bytes of a row up to and with its last black dot. */
const inkBytes = (row: Uint8Array): number => row.findLastIndex((byte) => byte !== 0) + 1;

function bands(raster: Raster, from: number, to: number, bandRows: number): RasterPart[] {
  const parts: RasterPart[] = [];
  for (let start = from; start < to; start += bandRows)
    parts.push(band(raster, start, Math.min(start + bandRows, to)));
  return parts;
}

function band(raster: Raster, from: number, to: number): RasterPart {
  const rows = Array.from({ length: to - from }, (_, i) => rowBytes(raster, from + i));
  const widthBytes = Math.max(1, ...rows.map(inkBytes));
  const data = new Uint8Array(widthBytes * rows.length);
  for (const [i, row] of rows.entries()) data.set(row.subarray(0, widthBytes), i * widthBytes);
  return { kind: "band", widthBytes, rows: rows.length, data };
}
