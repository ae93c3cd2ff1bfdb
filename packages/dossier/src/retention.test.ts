import { describe, expect, it } from "vitest";
import type { DossierRecord } from "./Dossier.ts";
import { isPastPurpose } from "./retention.ts";
import { aDossier, vn } from "./testing/aDossier.ts";

const KEEP = { holderDays: 90, dossierDays: 1_825 };
const DAY_MS = 86_400_000;
const END = vn("2026-11-20 10:00");
const after = (days: number, changes: Partial<DossierRecord>): string | null =>
  isPastPurpose(aDossier(changes), END + days * DAY_MS, KEEP);

describe("isPastPurpose", () => {
  it.each([
    ["returned", { status: "10", returnedAt: END }],
    ["refused", { status: "3", statusAt: END }],
    ["withdrawn", { status: "7", statusAt: END }],
    ["stopped", { status: "8", statusAt: END }],
    ["returned without a status", { status: null, returnedAt: END }],
  ] as const)("keeps the holder 90 days after it was %s, the rest five years", (_, changes) => {
    expect(after(0, changes)).toBeNull();
    expect(after(90, changes)).toBeNull();
    expect(after(90.01, changes)).toBe("holder");
    expect(after(1_825, changes)).toBe("holder");
    expect(after(1_825.01, changes)).toBe("dossier");
  });

  it("keeps the holder of a result until somebody fetches it", () => {
    const ready = { status: "9", finishedAt: END, dueAt: null, statusAt: END } as const;
    expect(after(1_000, ready)).toBeNull();
  });

  it("lets go of what never ends five years after its last sign of life", () => {
    const silent = { dueAt: END, statusAt: null };
    expect(after(1_825, silent)).toBeNull();
    expect(after(1_826, silent)).toBe("dossier");
    expect(after(1_826, { ...silent, updatedAt: END + 10 * DAY_MS })).toBeNull();
  });
});
