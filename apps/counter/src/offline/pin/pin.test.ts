import { describe, expect, it } from "vitest";
import { counted, type PinTries, waitMs } from "./pinTries.ts";
import { verifyPin } from "./verifyPin.ts";

/** Golden: the hub's own hash of 246810, with 19 MiB, two passes, one lane. */
const HASHED =
  "$argon2id$v=19$m=19456,t=2,p=1$zqNHwJdB2ERVIkyxhDjhUQ$Rk8jAVDMGDpOPmy2yvXsBJYqR2ofgrR1oQL3OhKIoPc";
const SMALL = "$argon2id$v=19$m=8,t=1,p=1$";

describe("verifyPin", () => {
  it("knows the PIN that the hub hashed, and no other", async () => {
    expect(await verifyPin(HASHED, "246810")).toBe(true);
    expect(await verifyPin(HASHED, "246811")).toBe(false);
    expect(await verifyPin(HASHED, "")).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["another kind of hash", "$2b$10$abcdefghijklmnopqrstuv"],
    [
      "one that wants all memory",
      SMALL.replace("m=8", "m=999999") + `${"A".repeat(22)}$${"A".repeat(43)}`,
    ],
    [
      "one that takes for ever",
      SMALL.replace("t=1", "t=99") + `${"A".repeat(22)}$${"A".repeat(43)}`,
    ],
    ["one that was cut off", `${SMALL}${"A".repeat(22)}$`],
  ])("takes no PIN for %s", async (_name, hashed) => {
    expect(await verifyPin(hashed, "246810")).toBe(false);
  });
});

const after = (wrong: number): PinTries => ({ wrong, at: 1_000 });

describe("wrong PINs", () => {
  it("are free five times, then cost ever longer pauses, up to a quarter of an hour", () => {
    const pauses = [0, 4, 5, 6, 7, 12, 500].map((wrong) => waitMs(after(wrong), 1_000) / 1_000);
    expect(pauses).toEqual([0, 0, 30, 60, 120, 900, 900]);
  });

  it("are free again when the pause is over, and a clock set back ends none", () => {
    expect(waitMs(after(5), 31_000)).toBe(0);
    expect(waitMs(after(5), 30_999)).toBe(1);
    expect(waitMs(after(5), 0)).toBe(30_000);
    expect(waitMs(counted(after(5), 31_000), 31_000)).toBe(60_000);
  });
});
