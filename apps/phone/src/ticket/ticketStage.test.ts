import type { CentreSettings, PhoneView } from "@luot/hub-client";
import { describe, expect, it } from "vitest";
import { callKey, canGiveUp, countersOf, ticketStage } from "./ticketStage.ts";

const VIEW: PhoneView = {
  ticketId: "t",
  label: "A012",
  serviceId: "land",
  status: "waiting",
  counterId: null,
  recalls: 0,
  score: null,
  ahead: 3,
  estimate: null,
};
const COUNTERS = [
  { id: "q05", number: 5, name: null, zone: "hall", tiers: [["tax"], ["land"]] },
  { id: "q06", number: 6, name: null, zone: "hall", tiers: [["tax"]] },
];
// The stage needs no more of the settings than the counters.
const SETTINGS = { counters: COUNTERS } as unknown as CentreSettings;
const stageOf = (change: Partial<PhoneView>) => ticketStage({ ...VIEW, ...change }, SETTINGS);

describe("ticketStage", () => {
  it("tells where to go when the number is called", () => {
    expect(stageOf({ status: "called", counterId: "q05", recalls: 2 })).toEqual({
      kind: "called",
      counter: 5,
      recalls: 2,
    });
  });

  it("tells how many wait before", () => {
    expect(stageOf({})).toEqual({ kind: "waiting", ahead: 3, estimate: null });
  });

  it("knows no counter that new settings took away", () => {
    expect(stageOf({ status: "serving", counterId: "q99" })).toEqual({
      kind: "serving",
      counter: null,
    });
  });
});

describe("canGiveUp", () => {
  it("lets go of a number that waits, was missed or was set aside, and of no other", () => {
    const statuses = ["waiting", "called", "serving", "parked", "absent", "done", "cancelled"];
    const free = statuses.filter((status) =>
      canGiveUp(stageOf({ status: status as PhoneView["status"] })),
    );
    expect(free).toEqual(["waiting", "parked", "absent"]);
  });
});

describe("callKey", () => {
  it("changes with each call and each recall, and is none otherwise", () => {
    const called = { ...VIEW, status: "called", counterId: "q05" } as const;
    const keys = [called, { ...called, recalls: 1 }, { ...called, counterId: "q06" }].map(callKey);
    expect(new Set(keys).size).toBe(3);
    expect(callKey(VIEW)).toBeNull();
  });
});

describe("countersOf", () => {
  it("names the counters of any tier that serve the ticket", () => {
    expect(countersOf(VIEW, SETTINGS)).toEqual([5]);
  });
});
