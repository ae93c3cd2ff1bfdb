/** So many taps, one after the other, … */
const TAPS = 5;
/** … within so long, … */
const WITHIN_MS = 5_000;
/** … in a square of so many rem in the top left corner: some 3 cm on a kiosk. */
const CORNER_REM = 3;

/** A touch of the screen. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/**
 * Follows the taps on a screen for the five in its corner that no citizen makes by chance. A tap
 * anywhere else begins anew. Pure.
 *
 * @param before the taps that count so far
 * @param remPx size of a rem in the pixels of the tap
 * @returns the taps that count now, and whether they are five
 */
export function followTaps(
  before: readonly Tap[],
  tap: Tap,
  remPx: number,
): { readonly taps: readonly Tap[]; readonly isDoor: boolean } {
  const edge = CORNER_REM * remPx;
  if (tap.x >= edge || tap.y >= edge) return { taps: [], isDoor: false };
  const taps = [...before.filter(({ atMs }) => tap.atMs - atMs < WITHIN_MS), tap];
  return taps.length < TAPS ? { taps, isDoor: false } : { taps: [], isDoor: true };
}
