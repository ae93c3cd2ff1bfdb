import { describe, expect, it } from "vitest";
import { createPressLock } from "./createPressLock.ts";

describe("createPressLock", () => {
  const yes = {};
  const no = {};

  it("takes a second touch within the lock for a tremble, whatever it hits", () => {
    const lock = createPressLock(300);
    expect(lock.accepts(yes, "touch", 1_000)).toBe(true);
    expect(lock.accepts(yes, "touch", 1_299)).toBe(false);
    expect(lock.accepts(no, "touch", 1_299)).toBe(false);
    expect(lock.accepts(no, "touch", 1_300)).toBe(true);
  });

  it("lets a mouse press the next button at once, but never the same one twice", () => {
    const lock = createPressLock(300);
    expect(lock.accepts(yes, "mouse", 1_000)).toBe(true);
    expect(lock.accepts(no, "mouse", 1_001)).toBe(true);
    expect(lock.accepts(yes, "mouse", 1_002)).toBe(false);
  });
});
