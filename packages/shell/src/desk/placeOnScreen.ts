/** A rectangle of the desktop, in its pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 16;

/**
 * Where a window of a size stands: where it was, if all of it is on a monitor still, else in the
 * lower right corner of the main one. Pure.
 *
 * @param areas of the monitors without their bars, the main one first
 */
export function placeOnScreen(
  size: Pick<Area, "width" | "height">,
  kept: Pick<Area, "x" | "y"> | null,
  areas: readonly Area[],
): Area {
  if (kept !== null && areas.some((area) => isInside({ ...size, ...kept }, area)))
    return { ...size, ...kept };
  const [main] = areas;
  if (main === undefined) return { ...size, x: 0, y: 0 };
  return {
    ...size,
    x: main.x + Math.max(0, main.width - size.width - MARGIN),
    y: main.y + Math.max(0, main.height - size.height - MARGIN),
  };
}

function isInside(window: Area, { x, y, width, height }: Area): boolean {
  return (
    window.x >= x &&
    window.y >= y &&
    window.x + window.width <= x + width &&
    window.y + window.height <= y + height
  );
}
