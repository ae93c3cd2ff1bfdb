import { describe, expect, it } from "vitest";
import { aHall, anEntry, type Hall, T0 } from "../testing/aHall.ts";

const LABEL = /(số|Ticket) (.*?)(,| đến)/;

/** Labels and languages in the order they sounded, with their start in seconds after T0. */
const heard = (hall: Hall): string[] =>
  hall.player.plays.map(
    ({ plan, startedMs }) =>
      `${(startedMs - T0) / 1000}s ${plan.language} ${LABEL.exec(plan.text)?.[2] ?? ""}`,
  );

const chimes = (hall: Hall): boolean[] =>
  hall.player.plays.map(({ plan }) => {
    const [first] = plan.parts;
    return first !== undefined && "clip" in first && first.clip.startsWith("chime");
  });

describe("announcement queue", () => {
  it("[I10] says a call twice with 1.5 s between, the chime once", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(12));
    await hall.time.advance(20_000);
    expect(heard(hall)).toEqual(["0s vi a không một hai", "5.5s vi a không một hai"]);
    expect(chimes(hall)).toEqual([true, false]);
    expect(hall.endings).toEqual([{ id: "event-12", how: "spoken" }]);
    expect(hall.time.timerCount).toBe(0);
  });

  it("[I10] leaves 600 ms between two announcements and never overlaps them", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2));
    await hall.time.advance(20_000);
    expect(hall.player.plays.map((play) => play.startedMs - T0)).toEqual([
      0, 5_500, 10_100, 15_600,
    ]);
  });

  it("says each once when three or more wait", async () => {
    const hall = aHall();
    for (const n of [1, 2, 3, 4]) hall.queue.enqueue(anEntry(n));
    await hall.time.advance(12_000);
    expect(heard(hall)).toEqual([
      "0s vi a không không một",
      "4.6s vi a không không hai",
      "10.1s vi a không không hai",
    ]);
  });

  it("says the ticket's language first, then Vietnamese, and both again", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1, { languages: ["en", "vi"] }));
    await hall.time.advance(60_000);
    expect(heard(hall)).toEqual([
      "0s en A zero zero one",
      "4.6s vi a không không một",
      "10.1s en A zero zero one",
      "14.7s vi a không không một",
    ]);
  });

  it("skips the second language when three or more wait", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1, { languages: ["en", "vi"] }));
    for (const n of [2, 3, 4]) hall.queue.enqueue(anEntry(n));
    await hall.time.advance(5_000);
    expect(heard(hall)).toEqual(["0s en A zero zero one", "4.6s vi a không không hai"]);
  });

  it("goes by urgency, then by arrival", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2, { kind: "info" }));
    hall.queue.enqueue(anEntry(3));
    hall.queue.enqueue(anEntry(4, { kind: "recall" }));
    hall.queue.enqueue(anEntry(5, { kind: "emergency" }));
    await hall.time.advance(29_500);
    expect(hall.started).toEqual(["event-1", "event-5", "event-4", "event-3", "event-2"]);
  });

  it("does not say a call again when an emergency waits", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    await hall.time.advance(1_000);
    hall.queue.enqueue(anEntry(9, { kind: "emergency" }));
    await hall.time.advance(5_500);
    expect(hall.started).toEqual(["event-1", "event-9"]);
  });

  it("[I10] lets a recall replace the pending call of its ticket", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2));
    hall.queue.enqueue(anEntry(2, { id: "recall-2", kind: "recall", calledAtMs: T0 + 5 }));
    await hall.time.advance(40_000);
    expect(hall.started).toEqual(["event-1", "recall-2"]);
    expect(hall.endings).toContainEqual({ id: "event-2", how: "replaced" });
  });

  it("[I10] keeps the newer announcement of a ticket when messages overtake each other", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2, { id: "newer", calledAtMs: T0 + 5 }));
    hall.queue.enqueue(anEntry(2, { id: "older" }));
    await hall.time.advance(40_000);
    expect(hall.started).toEqual(["event-1", "newer"]);
    expect(hall.endings).toContainEqual({ id: "older", how: "replaced" });
  });

  it("[I10] says one event once, however often it is delivered", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(1));
    await hall.time.advance(15_000);
    hall.queue.enqueue(anEntry(1));
    await hall.time.advance(15_000);
    expect(hall.started).toEqual(["event-1"]);
    expect(hall.endings).toHaveLength(1);
  });

  it("leaves the second saying to a recall that already waits", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    await hall.time.advance(1_000);
    hall.queue.enqueue(anEntry(1, { id: "recall", kind: "recall", calledAtMs: T0 + 1_000 }));
    await hall.time.advance(20_000);
    expect(hall.player.plays).toHaveLength(3);
    expect(hall.endings.map(({ how }) => how)).toEqual(["spoken", "spoken"]);
  });

  it("[I10] begins at 30 s and drops after", async () => {
    const onTime = aHall();
    onTime.queue.enqueue(anEntry(1, { calledAtMs: T0 - 30_000 }));
    const late = aHall();
    late.queue.enqueue(anEntry(1, { calledAtMs: T0 - 30_001 }));
    await Promise.all([onTime.time.advance(10_000), late.time.advance(10_000)]);
    expect(onTime.player.plays).toHaveLength(1);
    expect(late.player.plays).toHaveLength(0);
    expect(late.endings).toEqual([{ id: "event-1", how: "stale" }]);
  });

  it("[I10] looks at the age again when its turn comes", async () => {
    const hall = aHall();
    hall.player.script = [{ behaviour: "ends", playMs: 4_000 }];
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2, { calledAtMs: T0 - 21_000 }));
    await hall.time.advance(20_000);
    expect(hall.started).toEqual(["event-1"]);
    expect(hall.endings).toContainEqual({ id: "event-2", how: "stale" });
  });

  it("[I10] does not say it the second time after 30 s", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1, { calledAtMs: T0 - 26_000 }));
    await hall.time.advance(20_000);
    expect(hall.player.plays).toHaveLength(1);
    expect(hall.endings).toEqual([{ id: "event-1", how: "spoken" }]);
  });

  it.each(["hangs", "deaf"] as const)("cuts a player that %s and goes on", async (behaviour) => {
    const hall = aHall();
    hall.player.script = [
      { behaviour, playMs: 0 },
      { behaviour: "ends", playMs: 4_000 },
    ];
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2));
    await hall.time.advance(29_000);
    expect(hall.endings).toEqual([
      { id: "event-1", how: "hung" },
      { id: "event-2", how: "spoken" },
    ]);
    expect(hall.player.plays[0]?.endedMs).toBeGreaterThanOrEqual(T0 + 6_000);
    expect(hall.faults).toHaveLength(1);
  });

  it.each(["fails", "throws"] as const)(
    "tries again once when the player %s",
    async (behaviour) => {
      const hall = aHall();
      hall.player.script = [
        { behaviour, playMs: 100 },
        { behaviour: "ends", playMs: 4_000 },
      ];
      hall.queue.enqueue(anEntry(1));
      await hall.time.advance(20_000);
      expect(hall.endings).toEqual([{ id: "event-1", how: "spoken" }]);
      expect(hall.faults).toHaveLength(1);
    },
  );

  it("drops an announcement that failed both times", async () => {
    const hall = aHall();
    hall.player.script = [{ behaviour: "fails", playMs: 0 }];
    hall.queue.enqueue(anEntry(1));
    await hall.time.advance(20_000);
    expect(hall.player.plays).toHaveLength(2);
    expect(hall.endings).toEqual([{ id: "event-1", how: "failed" }]);
  });

  it("takes a withdrawn call back, waiting or sounding", async () => {
    const hall = aHall();
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2));
    hall.queue.withdraw("ticket-1");
    hall.queue.withdraw("ticket-2");
    await hall.time.advance(20_000);
    expect(hall.player.plays).toHaveLength(1);
    expect(hall.endings).toEqual([
      { id: "event-2", how: "withdrawn" },
      { id: "event-1", how: "spoken" },
    ]);
  });

  it("stops at once, drops the rest and leaves no timer", async () => {
    const hall = aHall();
    hall.player.script = [{ behaviour: "hangs", playMs: 0 }];
    hall.queue.enqueue(anEntry(1));
    hall.queue.enqueue(anEntry(2));
    await hall.time.advance(100);
    hall.queue.stop();
    hall.queue.stop();
    await hall.time.advance(0);
    hall.queue.enqueue(anEntry(3));
    expect(hall.player.plays.map((play) => play.endedMs)).toEqual([T0 + 100]);
    expect(hall.endings.map(({ id, how }) => `${id} ${how}`).toSorted()).toEqual([
      "event-1 stopped",
      "event-2 stopped",
      "event-3 stopped",
    ]);
    expect(hall.time.timerCount).toBe(0);
  });
});
