import type { CentreSettings, DisplayView } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { signOf } from "./counter-sign/signOf.ts";
import { readDisplayWish } from "./DisplayWish.ts";

describe("readDisplayWish", () => {
  it("is a wall with sound for the whole centre when nothing is asked", () => {
    expect(readDisplayWish("")).toEqual({
      counterId: null,
      zone: null,
      board: null,
      hasSound: true,
      isTraced: false,
    });
  });

  it("keeps a counter's sign silent, and a wall when asked to", () => {
    expect(readDisplayWish("?counter=q05")).toMatchObject({ counterId: "q05", hasSound: false });
    expect(readDisplayWish("?zone=hall&sound=off")).toMatchObject({
      zone: "hall",
      hasSound: false,
    });
  });

  it("takes nothing for an id that can't be one", () => {
    expect(readDisplayWish("?counter=../x&zone=A B")).toMatchObject({
      counterId: null,
      zone: null,
    });
  });
});

describe("readDisplayWish of a board", () => {
  it("is silent, and knows how it hangs and what it tells", () => {
    const wish = readDisplayWish("?page=board&diagonal=43&distance=8,5&period=quarter&sound=on");
    expect(wish).toMatchObject({
      board: { period: "quarter", diagonalInches: 43, distanceM: 8.5 },
      hasSound: false,
    });
  });

  it("takes what makes no sense for a usual screen, and this month", () => {
    const usual = { period: "month", diagonalInches: 55, distanceM: 5 };
    for (const search of ["?page=board", "?page=board&diagonal=-3&distance=x&period=week"])
      expect(readDisplayWish(search).board).toEqual(usual);
  });
});

describe("signOf", () => {
  const settings = {
    counters: [
      { id: "q1", number: 1, tiers: [["land"]] },
      { id: "q2", number: 2, tiers: [["tax"], ["land"]] },
      { id: "q3", number: 3, tiers: [["birth"]] },
    ],
  } as unknown as CentreSettings;
  const open = { status: "open", ticketId: null, label: null, isServing: false } as const;
  const view = (q1: DisplayView["counters"][string] | null): DisplayView =>
    ({
      counters: { ...(q1 === null ? {} : { q1 }), q2: open, q3: open },
      calls: [{ ticketId: "t1", seq: 7 }],
    }) as unknown as DisplayView;

  it("says who is called or served", () => {
    const called = { ...open, ticketId: "t1", label: "A001" };
    expect(signOf(view(called), settings, "q1")).toEqual({
      kind: "calling",
      label: "A001",
      callSeq: 7,
    });
    expect(signOf(view({ ...called, isServing: true }), settings, "q1").kind).toBe("serving");
    expect(signOf(view(open), settings, "q1")).toEqual({ kind: "free" });
  });

  it("sends people of a paused or closed counter to the open ones with the same services", () => {
    expect(signOf(view({ ...open, status: "paused" }), settings, "q1")).toEqual({
      kind: "paused",
      elsewhere: [2],
    });
    expect(signOf(view(null), settings, "q1")).toEqual({ kind: "closed", elsewhere: [2] });
  });
});
