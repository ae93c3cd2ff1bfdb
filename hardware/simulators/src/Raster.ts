/** A picture of one bit a dot. */
export interface Raster {
  /** A multiple of 8. */
  readonly widthDots: number;
  readonly heightDots: number;
  /** Rows from the top, `widthDots / 8` bytes each; bit 7 is the left dot, 1 is black. */
  readonly data: Uint8Array;
}
