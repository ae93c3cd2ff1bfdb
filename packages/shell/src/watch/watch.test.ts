import { describe, expect, it } from "vitest";
import { HandTimers } from "../testing/HandTimers.ts";
import { Heartbeat } from "./Heartbeat.ts";
import { restartDelayMs } from "./restartDelayMs.ts";

function aHeartbeat(probe: () => Promise<unknown>) {
  const timers = new HandTimers();
  const seen = { hangs: 0, probes: 0 };
  const heartbeat = new Heartbeat({
    probe: () => {
      seen.probes += 1;
      return probe();
    },
    onHung: () => {
      seen.hangs += 1;
    },
    everyMs: 1_000,
    timeoutMs: 2_000,
    timers,
  });
  return { timers, seen, heartbeat };
}

const NEVER = (): Promise<unknown> => new Promise(() => {});

describe("Heartbeat", () => {
  it("asks again and again as long as it is answered", async () => {
    const { timers, seen, heartbeat } = aHeartbeat(async () => {});
    heartbeat.resume();
    await timers.pass(5_500);
    expect(seen).toEqual({ hangs: 0, probes: 5 });
  });

  it("tells a hang once, three seconds after the last answer", async () => {
    const { timers, seen, heartbeat } = aHeartbeat(NEVER);
    heartbeat.resume();
    await timers.pass(2_999);
    expect(seen.hangs).toBe(0);
    await timers.pass(60_000);
    expect(seen).toEqual({ hangs: 1, probes: 1 });
  });

  it("takes who can't be asked for hung", async () => {
    const { timers, seen, heartbeat } = aHeartbeat(async () => {
      throw new Error("gone");
    });
    heartbeat.resume();
    await timers.pass(3_000);
    expect(seen.hangs).toBe(1);
  });

  it("does not count while paused, nor what was asked before", async () => {
    const { timers, seen, heartbeat } = aHeartbeat(NEVER);
    heartbeat.resume();
    await timers.pass(1_500);
    heartbeat.pause();
    await timers.pass(60_000);
    expect(seen.hangs).toBe(0);
    heartbeat.resume();
    await timers.pass(3_000);
    expect(seen).toEqual({ hangs: 1, probes: 2 });
  });

  it("lets a late answer of before a reload pass without asking twice as often", async () => {
    const asked = Promise.withResolvers<void>();
    const { timers, seen, heartbeat } = aHeartbeat(() => asked.promise);
    heartbeat.resume();
    await timers.pass(1_000);
    heartbeat.resume();
    asked.resolve();
    await timers.pass(1_000);
    expect(seen.probes).toBe(2);
  });
});

describe("restartDelayMs", () => {
  it("is nothing the first time, longer each time, and forgotten after a minute", () => {
    const delays = [1, 2, 3, 4, 5, 99].map((falls) =>
      restartDelayMs(
        Array.from({ length: falls }, () => 0),
        1_000,
      ),
    );
    expect(delays).toEqual([0, 500, 1_000, 2_000, 4_000, 4_000]);
    expect(restartDelayMs([0, 0, 60_000], 60_000)).toBe(0);
  });
});
