import { describe, expect, it } from "vitest";
import { placeOnScreen } from "./placeOnScreen.ts";

const SIZE = { width: 360, height: 120 };
const MAIN = { x: 0, y: 0, width: 1_920, height: 1_040 };
const LEFT = { x: -1_280, y: 0, width: 1_280, height: 1_024 };

describe("placeOnScreen", () => {
  it("stands where it was, on whatever monitor", () => {
    expect(placeOnScreen(SIZE, { x: 10, y: 20 }, [MAIN])).toEqual({ ...SIZE, x: 10, y: 20 });
    expect(placeOnScreen(SIZE, { x: -900, y: 0 }, [MAIN, LEFT])).toMatchObject({ x: -900 });
  });

  it("comes back to the main monitor when its own is gone, or it would be cut off", () => {
    const corner = { ...SIZE, x: 1_544, y: 904 };
    expect(placeOnScreen(SIZE, { x: -900, y: 0 }, [MAIN])).toEqual(corner);
    expect(placeOnScreen(SIZE, { x: 1_700, y: 0 }, [MAIN])).toEqual(corner);
    expect(placeOnScreen(SIZE, null, [MAIN])).toEqual(corner);
  });

  it("begins at the edge of a monitor that is too small, and somewhere without any", () => {
    const tiny = { x: 5, y: 6, width: 100, height: 100 };
    expect(placeOnScreen(SIZE, null, [tiny])).toEqual({ ...SIZE, x: 5, y: 6 });
    expect(placeOnScreen(SIZE, null, [])).toEqual({ ...SIZE, x: 0, y: 0 });
  });
});
