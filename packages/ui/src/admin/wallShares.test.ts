import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoardSeen, WallSeen } from "./AdminSeen.ts";
import { boardOf, draftOf } from "./boardDraft.ts";
import { shareOf, type WallDraft, wallOf, wallsOf } from "./wallShares.ts";

const BOARD: BoardSeen = { period: "quarter", diagonalInches: 65, distanceM: 8.5 };
const NONE = { monitorId: "m1", board: null, counterId: null, zone: null };
const asDraft = (wall: WallSeen | undefined): WallDraft => ({
  share: shareOf(wall),
  board: draftOf(wall?.board ?? null, "vi"),
});
const typed = (diagonal: string, distance: string): BoardSeen | null =>
  boardOf({ period: "month", diagonal, distance });

const tenths = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 10, max: most * 10 }).map((n) => n / 10);

describe("wallOf", () => {
  it.each<[string, WallSeen]>([
    ["the whole centre", NONE],
    ["a zone", { ...NONE, zone: "hall" }],
    ["a counter's sign", { ...NONE, counterId: "q05" }],
    ["the status board", { ...NONE, board: BOARD }],
  ])("makes %s of what shareOf made of it", (_name, wall) => {
    expect(wallOf("m1", asDraft(wall))).toEqual(wall);
  });

  it("is nothing for a monitor that is not used", () => {
    expect(wallOf("m1", asDraft(undefined))).toBeNull();
  });
});

describe("wallsOf", () => {
  const monitors = ["m1", "m2"].map((id, i) => {
    const size = { y: 0, width: 960, height: 1_080 };
    return { id, label: "", x: i * 960, ...size, isPrimary: i === 0 };
  });
  const off = asDraft(undefined);
  const board: WallDraft = { share: "board", board: draftOf(null, "vi") };

  it("has nothing to keep while no monitor is used, or a board is none yet", () => {
    expect(wallsOf(monitors, [off, off])).toBeNull();
    const unfinished = { ...board, board: { ...board.board, diagonal: "" } };
    expect(wallsOf(monitors, [asDraft(NONE), unfinished])).toBeNull();
    expect(wallsOf(monitors, [asDraft(NONE), { ...unfinished, share: "all" }])).toHaveLength(2);
  });

  it("keeps the monitors that are used, a board as it usually hangs", () => {
    const usual = { period: "month", diagonalInches: 55, distanceM: 5 };
    expect(wallsOf(monitors, [off, board])).toEqual([{ ...NONE, monitorId: "m2", board: usual }]);
  });
});

describe("boardOf", () => {
  it("takes a decimal comma and a point", () => {
    expect(typed("54.6", " 8,5 ")).toMatchObject({ diagonalInches: 54.6, distanceM: 8.5 });
  });

  it.each([
    ["", "5"],
    ["0,9", "5"],
    ["501", "5"],
    ["500,1", "5"],
    ["55", "101"],
    ["55", "-5"],
    ["55", "5 m"],
    ["1e2", "5"],
    ["0x20", "5"],
    ["5.5.5", "5"],
  ])("takes no %j inches seen from %j m", (diagonal, distance) => {
    expect(typed(diagonal, distance)).toBeNull();
  });

  it("reads what it wrote, in both languages", () => {
    const board = fc.record({
      period: fc.constantFrom(...(["day", "month", "quarter", "year"] as const)),
      diagonalInches: tenths(500),
      distanceM: tenths(100),
    });
    fc.assert(
      fc.property(board, fc.constantFrom("vi", "en"), (kept, language) => {
        expect(boardOf(draftOf(kept, language))).toEqual(kept);
      }),
    );
    expect(draftOf(BOARD, "vi").distance).toBe("8,5");
  });
});
