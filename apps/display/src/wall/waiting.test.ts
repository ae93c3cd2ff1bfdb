import type { CentreSettings, DisplayWaiting } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { type Lines, nextUp, pageAt, totalWaiting, waitingByAgency } from "./waiting.ts";

const NOW = 100_000;
const entry = (label: string, issuedAt: number, callableAt = issuedAt): DisplayWaiting => ({
  label,
  issuedAt,
  callableAt,
});
const LINES: Lines = {
  land: { waiting: 9, next: [entry("A1", 3), entry("A2", 1)] },
  tax: { waiting: 2, next: [entry("B1", 1, NOW + 1), entry("B2", 5)] },
  birth: { waiting: 1, next: [entry("C1", 2)] },
};

describe("nextUp", () => {
  it("names the heads of all lines first, and who can't be called yet last", () => {
    const labels = nextUp(LINES, NOW, 9).map(({ label }) => label);
    expect(labels).toEqual(["C1", "A1", "A2", "B2", "B1"]);
    expect(nextUp(LINES, NOW, 2)).toHaveLength(2);
  });
});

describe("the numbers of those who wait", () => {
  const settings = {
    agencies: [{ id: "x" }, { id: "y" }, { id: "z" }],
    services: [
      { id: "land", agencyId: "y" },
      { id: "tax", agencyId: "x" },
      { id: "birth", agencyId: "y" },
      { id: "idle", agencyId: "z" },
    ],
  } as unknown as CentreSettings;

  it("are added up by agency, without agencies nobody waits for", () => {
    expect(waitingByAgency(LINES, settings)).toEqual([
      { agencyId: "x", count: 2 },
      { agencyId: "y", count: 10 },
    ]);
    expect(totalWaiting(LINES)).toBe(12);
  });
});

describe("pageAt", () => {
  it("turns one page after the other and stays on the only one", () => {
    expect([0, 7_999, 8_000, 16_000].map((now) => pageAt(now, 2, 8_000))).toEqual([0, 0, 1, 0]);
    expect(pageAt(12_345, 1, 8_000)).toBe(0);
  });
});
