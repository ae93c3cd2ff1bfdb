/** A screen as it hangs in a hall. */
export interface HungScreen {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the picture, as screens are sold. */
  readonly diagonalInches: number;
  /** From the screen to the farthest seat. */
  readonly distanceM: number;
}

/** How large capitals should stand in the eye, and how small they may, in minutes of arc (ISO 9241-3). */
export const PREFERRED_ARCMIN = 22;
export const MINIMUM_ARCMIN = 16;

/** Height of a capital in ems of the screens' font. */
const CAPITAL_EM = 0.714;
const MM_PER_INCH = 25.4;

/** The height of capitals, mm, that stand in the eye under an angle at a distance. */
export function capitalMm(distanceM: number, arcmin: number): number {
  return 2 * distanceM * 1_000 * Math.tan((arcmin / 60 / 2) * (Math.PI / 180));
}

/** The font size, CSS px, at which capitals stand in the eye under an angle in the farthest seat. */
export function fontPx(screen: HungScreen, arcmin: number): number {
  const { widthPx, heightPx, diagonalInches, distanceM } = screen;
  const mmPerPx = (diagonalInches * MM_PER_INCH) / Math.hypot(widthPx, heightPx);
  return capitalMm(distanceM, arcmin) / mmPerPx / CAPITAL_EM;
}
