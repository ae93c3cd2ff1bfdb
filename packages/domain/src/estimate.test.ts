import { describe, expect, it } from "vitest";
import { estimateWait, peopleAhead } from "./estimate.ts";
import { aCentre, MINUTE } from "./testing/aCentre.ts";
import { officerAt, openedRunner } from "./testing/Runner.ts";
import { phoneView } from "./views/phoneView.ts";

const visits = (...minutes: readonly number[]): { ticketId: string; ms: number }[] =>
  minutes.map((ms, i) => ({ ticketId: `${i}`, ms: ms * MINUTE }));

describe("estimateWait", () => {
  it("[EST-1] multiplies the quartiles of the latest visits by the place, over the counters", () => {
    expect(estimateWait(3, 2, visits(20, 4, 8, 12, 16), 0)).toEqual({
      lowMs: (8 * MINUTE * 3) / 2,
      middleMs: (12 * MINUTE * 4) / 2,
      highMs: (16 * MINUTE * 4) / 2,
    });
  });

  it("[EST-1] goes by the expected time until three visits were seen", () => {
    expect(estimateWait(1, 1, visits(1, 1), 10 * MINUTE)).toEqual({
      lowMs: 7.5 * MINUTE,
      middleMs: 20 * MINUTE,
      highMs: 25 * MINUTE,
    });
    expect(estimateWait(1, 1, visits(1, 1, 1), 10 * MINUTE)?.middleMs).toBe(2 * MINUTE);
  });

  it("[EST-1] says nothing when no counter is open", () => {
    expect(estimateWait(1, 0, [], MINUTE)).toBeNull();
  });
});

describe("peopleAhead", () => {
  const three = { kind: "interleaved", normals: 3 } as const;
  it.each([
    ["strict", { kind: "strict" }, "normal", 7, 2, 9],
    ["strict", { kind: "strict" }, "priority", 7, 2, 2],
    ["interleaved", three, "priority", 7, 0, 3],
    ["interleaved", three, "priority", 7, 1, 7],
    ["interleaved", three, "priority", 2, 1, 3],
    ["interleaved", three, "normal", 0, 9, 1],
    ["interleaved", three, "normal", 7, 9, 10],
    ["interleaved", three, "normal", 7, 1, 8],
  ] as const)(
    "[EST-2] %s: before a %s citizen behind %i normal and %i priority are %i",
    (_, mode, stream, normal, priority, expected) => {
      expect(peopleAhead({ normal, priority }, stream, mode)).toBe(expected);
    },
  );
});

describe("phoneView", () => {
  it("[EST-2] shows the place and the wait, which the open counters of the service decide", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    runner.issue("land", {});
    const { id } = runner.issue("land", { class: "appointment" });
    const third = runner.issue("land", {});
    expect(phoneView(runner.state, third.id)).toMatchObject({ label: "A003", ahead: 2 });
    expect(phoneView(runner.state, id)).toMatchObject({
      status: "waiting",
      ahead: 2,
      estimate: { middleMs: 30 * MINUTE },
    });
    runner.openCounter("c3");
    expect(phoneView(runner.state, id)?.estimate?.middleMs).toBe(15 * MINUTE);
    for (const counterId of ["c1", "c3"])
      runner.must("counter:pause", { counterId, reason: "break" }, officerAt(counterId));
    expect(phoneView(runner.state, id)?.estimate).toBeNull();
  });

  it("[EST-2] shows where to go once called, and nothing of another day's ticket", () => {
    const runner = openedRunner(aCentre({}), ["c1"]);
    const { id } = runner.issue("land", {});
    runner.must("ticket:call-next", { counterId: "c1" }, officerAt("c1"));
    expect(phoneView(runner.state, id)).toEqual({
      ticketId: id,
      label: "A001",
      serviceId: "land",
      status: "called",
      counterId: "c1",
      recalls: 0,
      score: null,
      ahead: null,
      estimate: null,
    });
    expect(phoneView(runner.state, "x")).toBeNull();
  });
});
