import type { RecentCall } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { announcementOf, freshCalls } from "./announcementOf.ts";

const call: RecentCall = {
  seq: 7,
  ticketId: "t1",
  label: "A012",
  counterId: "q5",
  serviceId: "land",
  language: "vi",
  at: 1_000,
  count: 0,
};

describe("announcementOf", () => {
  it("says a Vietnamese ticket in Vietnamese, a foreigner's first in the own language", () => {
    expect(announcementOf(call, 5)?.plans.map(({ text }) => text)).toEqual([
      "Mời công dân có số a không một hai đến quầy số năm",
    ]);
    const english = announcementOf({ ...call, language: "en" }, 5);
    expect(english?.plans.map(({ language }) => language)).toEqual(["en", "vi"]);
  });

  it("takes a recall for a new event about the same ticket", () => {
    const first = announcementOf(call, 5);
    const recall = announcementOf({ ...call, seq: 9, count: 1 }, 5);
    expect([first?.kind, recall?.kind]).toEqual(["call", "recall"]);
    expect(recall?.key).toBe(first?.key);
    expect(recall?.id).not.toBe(first?.id);
  });

  it("is nothing for what can't be read", () => {
    expect(announcementOf({ ...call, label: "Ǝ?" }, 5)).toBeNull();
  });
});

describe("freshCalls", () => {
  it("are not older than 30 s, the oldest first", () => {
    const calls = [
      { ...call, at: 40_000 },
      { ...call, at: 10_001 },
      { ...call, at: 10_000 },
    ];
    expect(freshCalls(calls, 40_000).map(({ at }) => at)).toEqual([10_001, 40_000]);
  });
});
