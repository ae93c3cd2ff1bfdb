/** How long a second touch is taken for a tremble of the first, ms. */
export const PRESS_LOCK_MS = 300;

/** Decides whether a press counts. */
export interface PressLock {
  /**
   * @param source what was pressed; the same object for the same button
   * @param pointerType as react-aria names it: touch, pen, mouse, keyboard, virtual
   * @param atMs monotonic time
   */
  readonly accepts: (source: object, pointerType: string, atMs: number) => boolean;
}

/**
 * Makes a lock against double presses. One button never fires twice in `lockMs`; a finger doesn't
 * even fire a second button in that time, because the screen may have changed under it.
 */
export function createPressLock(lockMs: number): PressLock {
  const lastOf = new WeakMap<object, number>();
  let lastTouchAt = Number.NEGATIVE_INFINITY;
  return {
    accepts: (source, pointerType, atMs) => {
      const isTouch = pointerType === "touch" || pointerType === "pen";
      const last = lastOf.get(source) ?? Number.NEGATIVE_INFINITY;
      if (atMs - last < lockMs || (isTouch && atMs - lastTouchAt < lockMs)) return false;
      lastOf.set(source, atMs);
      if (isTouch) lastTouchAt = atMs;
      return true;
    },
  };
}
