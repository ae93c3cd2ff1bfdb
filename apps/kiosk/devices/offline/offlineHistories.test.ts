import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { faultsAtEnd, faultsNow } from "../testing/kioskFaults.ts";
import { A_WISH, KioskWorld } from "../testing/KioskWorld.ts";
import type { ModelFaults } from "../testing/ModelHub.ts";

/** More by hand: LUOT_HISTORIES=2000 LUOT_SEED=7. */
const HISTORIES = Number(process.env["LUOT_HISTORIES"] ?? "40");
const SEED = process.env["LUOT_SEED"];
/** Only against one that hangs. */
const PATIENCE_MS = 120_000 + HISTORIES * 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One thing that happens; `n` chooses how. */
type Step = readonly [kind: keyof typeof STEPS, n: number];

const LATENCIES_MS = [1, 5, 300, 900, 1_100, 1_900, 2_600];
const PAUSES_MS = [0, 1, 40, 350, 800, 1_300, 2_100, 4_000, 7_000];
const JUMPS_MS = [-86_400_000, -3_600_000, -2_500, 2_500, 3_600_000, 86_400_000];
const OUTCOMES = ["confirmed", "confirmed", "unknown", "not_sent"] as const;

function chosen<T>(from: readonly T[], n: number): T {
  const found = from[n % from.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

const STEPS = {
  take: (world: KioskWorld, n: number) => void world.take({ ...A_WISH, print: n % 4 !== 0 }),
  again: (world: KioskWorld, n: number) =>
    world.citizens.length > 0 && world.again(chosen(world.citizens, n)),
  "walk away": (world: KioskWorld, n: number) => {
    if (world.citizens.length > 0) chosen(world.citizens, n).isAsking = false;
  },
  cut: (world: KioskWorld, n: number) => {
    world.line.noticedAfterMs = chosen([0, 500, 2_000, 4_000], n);
    world.cut();
  },
  heal: (world: KioskWorld) => world.heal(),
  latency: (world: KioskWorld, n: number) => void (world.line.latencyMs = chosen(LATENCIES_MS, n)),
  silence: (world: KioskWorld) => world.silence(),
  voice: (world: KioskWorld) => world.voice(),
  kill: (world: KioskWorld, n: number) => world.kill(n % 9),
  "restart hub": (world: KioskWorld) => world.restartHub(),
  jump: (world: KioskWorld, n: number) => world.jump(chosen(JUMPS_MS, n)),
  printer: (world: KioskWorld, n: number) => void (world.nextOutcome = chosen(OUTCOMES, n)),
} satisfies Record<string, (world: KioskWorld, n: number) => unknown>;

const WEIGHTS: Readonly<Record<keyof typeof STEPS, number>> = {
  take: 8,
  again: 2,
  "walk away": 1,
  cut: 3,
  heal: 4,
  latency: 2,
  silence: 2,
  voice: 3,
  kill: 4,
  "restart hub": 1,
  jump: 2,
  printer: 1,
};

const stepArbitrary = fc.oneof(
  ...Object.entries(WEIGHTS).map(([kind, weight]) => ({
    weight,
    arbitrary: fc.tuple(fc.constant(kind as keyof typeof STEPS), fc.nat({ max: 999 })),
  })),
);
/** What happens, and how long nothing does after it. */
const history = fc.array(fc.tuple(stepArbitrary, fc.constantFrom(...PAUSES_MS)), {
  minLength: 5,
  maxLength: 40,
  size: "max",
});

const WISH_ENDS = ["answered", "superseded", "voided"] as const;
/** The rarest outcome is missing from one round in ten, by chance. */
const MOST_ROUNDS = 8;
/** How often each outcome came: a history in which nothing happens proves nothing. */
const seen = new Map<string, number>();

async function faultsOf(
  steps: readonly (readonly [Step, number])[],
  faults: Partial<ModelFaults>,
): Promise<readonly string[]> {
  const world = new KioskWorld(faults);
  try {
    for (const [[kind, n], pauseMs] of steps) {
      STEPS[kind](world, n);
      for (let left = pauseMs; left >= 0; left -= 400) {
        await vi.advanceTimersByTimeAsync(Math.min(left, 400));
        const found = faultsNow(world);
        if (found.length > 0) return found;
      }
    }
    await world.settle();
    for (const { id } of world.citizens) {
      const state = world.book.wishes.find(id)?.state ?? "unknown";
      seen.set(state, (seen.get(state) ?? 0) + 1);
    }
    return faultsAtEnd(world);
  } finally {
    world.end();
    await vi.advanceTimersByTimeAsync(1_000);
  }
}

it(
  "[I1] [I12] every citizen holds one number that is called, whatever goes wrong",
  async () => {
    const holds = fc.asyncProperty(history, async (steps) => {
      expect(await faultsOf(steps, {})).toEqual([]);
    });
    const seed = SEED === undefined ? {} : { seed: Number(SEED) };
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await fc.assert(holds, { numRuns: HISTORIES, ...seed });
      if (WISH_ENDS.every((state) => seen.has(state))) break;
    }
    for (const state of WISH_ENDS) expect([state, seen.get(state) ?? 0]).not.toEqual([state, 0]);
  },
  PATIENCE_MS,
);

it(
  "a hub that forgets what was superseded is found out",
  async () => {
    const holds = fc.asyncProperty(
      history,
      async (steps) => (await faultsOf(steps, { forgetsSuperseded: true })).length === 0,
    );
    const { failed } = await fc.check(holds, { numRuns: 400, seed: 1, endOnFailure: true });
    expect(failed).toBe(true);
  },
  PATIENCE_MS,
);
