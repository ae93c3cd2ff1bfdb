import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aHall, anEntry, type Hall } from "../testing/aHall.ts";
import type { PlayerBehaviour } from "../testing/FakePlayer.ts";

const STALE_MS = 30_000;

type Step =
  | {
      readonly do: "enqueue";
      readonly ticket: number;
      readonly kind: number;
      readonly ageMs: number;
    }
  | { readonly do: "withdraw"; readonly ticket: number }
  | { readonly do: "advance"; readonly ms: number };

const KINDS = ["emergency", "recall", "call", "info"] as const;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("enqueue" as const),
      ticket: fc.integer({ min: 0, max: 12 }),
      kind: fc.integer({ min: 0, max: 3 }),
      ageMs: fc.oneof(fc.constant(0), fc.integer({ min: -1_000, max: 35_000 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("withdraw" as const),
      ticket: fc.integer({ min: 0, max: 12 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("advance" as const),
      ms: fc.integer({ min: 0, max: 12_000 }),
    }),
  },
);

const script = fc.array(
  fc.record({
    behaviour: fc.constantFrom<PlayerBehaviour>(
      "ends",
      "ends",
      "ends",
      "fails",
      "throws",
      "hangs",
      "deaf",
    ),
    playMs: fc.integer({ min: 0, max: 8_000 }),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Run {
  readonly hall: Hall;
  /** When each announcement was called, by id. */
  readonly calledAt: ReadonlyMap<string, number>;
}

/** Plays the steps, then waits until nothing can be left over. */
async function run(steps: readonly Step[], plays: Hall["player"]["script"]): Promise<Run> {
  const hall = aHall();
  hall.player.script = plays;
  const calledAt = new Map<string, number>();
  for (const [i, each] of steps.entries()) {
    if (each.do === "advance") await hall.time.advance(each.ms);
    else if (each.do === "withdraw") hall.queue.withdraw(`ticket-${each.ticket}`);
    else {
      const id = `event-${i}`;
      const calledAtMs = hall.time.now() - each.ageMs;
      calledAt.set(id, calledAtMs);
      hall.queue.enqueue(
        anEntry(each.ticket, { id, kind: KINDS[each.kind] ?? "call", calledAtMs }),
      );
    }
  }
  await hall.time.advance(120_000);
  return { hall, calledAt };
}

const everyRun = (check: (run: Run) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), script, async (steps, plays) => {
      check(await run(steps, plays));
    }),
    { numRuns: 150 },
  );

describe("announcement queue, whatever comes and however the player behaves", () => {
  it("[I10] never overlaps two announcements", () =>
    everyRun(({ hall }) => {
      for (const [i, play] of hall.player.plays.entries()) {
        const before = hall.player.plays[i - 1];
        if (before === undefined) continue;
        expect(before.endedMs).not.toBeNull();
        expect(play.startedMs).toBeGreaterThanOrEqual(before.endedMs ?? Number.POSITIVE_INFINITY);
      }
    }));

  it("[I10] begins nothing older than 30 s, not even a second saying", () =>
    everyRun(({ hall, calledAt }) => {
      const playsOf = new Map<string, number[]>();
      for (const { entryId, atMs } of hall.sayings)
        playsOf.set(entryId, [...(playsOf.get(entryId) ?? []), atMs]);
      for (const [id, starts] of playsOf)
        for (const atMs of starts)
          expect(atMs - (calledAt.get(id) ?? 0)).toBeLessThanOrEqual(STALE_MS);
    }));

  it("[I10] ends each call once: spoken, or dropped with a reason", () =>
    everyRun(({ hall, calledAt }) => {
      const ended = hall.endings.map(({ id }) => id);
      expect(ended.toSorted()).toEqual([...calledAt.keys()].toSorted());
      const spoken = hall.endings.filter(({ how }) => how === "spoken").map(({ id }) => id);
      const sounded = new Set(hall.sayings.map(({ entryId }) => entryId));
      for (const id of spoken) expect(sounded).toContain(id);
      expect(hall.time.timerCount).toBe(0);
    }));

  it("[I10] says nothing more than twice", () =>
    everyRun(({ hall }) => {
      const counts = Map.groupBy(hall.sayings, ({ entryId }) => entryId);
      for (const sayings of counts.values()) expect(sayings.length).toBeLessThanOrEqual(2);
    }));
});
