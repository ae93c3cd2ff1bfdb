import { silentLogger } from "@luot/kit";
import { DAY, HOUR, MINUTE, SECOND, T0 } from "@luot/domain/testing";
import { describe, expect, it } from "vitest";
import { aStore, engineOn, wish } from "../testing/engineOn.ts";
import { DayClock } from "./DayClock.ts";

const NEXT_DAY = "2026-03-03";
/** T0 is 08:00 in the centre's zone, where midnight is 17:00 UTC. */
const UNTIL_MIDNIGHT = 16 * HOUR;

/** A hub's day clock on a real engine, with hands that the test moves. */
function aDayClock(lastEventAt: number | null = null, startsAt = T0) {
  const hands = { wall: startsAt, monotonic: 1_000 };
  const suspicions: (readonly [boolean, number])[] = [];
  const store = aStore();
  const { engine, published } = engineOn(store, { now: () => hands.wall });
  const dayClock = new DayClock({
    clock: { now: () => hands.wall, monotonic: () => hands.monotonic },
    state: () => engine.state,
    open: (day) => engine.run(wish("day:open", { day })),
    close: (day) => engine.run(wish("day:close", { day })),
    onSuspicion: (isSuspect, jumpMs) => void suspicions.push([isSuspect, jumpMs]),
    lastEventAt,
    log: silentLogger,
  });
  const pass = async (ms: number): Promise<void> => {
    hands.wall += ms;
    hands.monotonic += ms;
    await dayClock.tick();
  };
  const jump = async (ms: number): Promise<void> => {
    hands.wall += ms;
    await dayClock.tick();
  };
  const days = (): string[] =>
    published
      .filter(({ type }) => type.startsWith("day-"))
      .map(({ type, day }) => `${type} ${day}`);
  return { dayClock, engine, suspicions, pass, jump, days };
}

describe("the day clock", () => {
  it("opens the day at start, once", async () => {
    const { pass, days } = aDayClock();
    await pass(0);
    await pass(SECOND);
    expect(days()).toEqual([`day-opened ${DAY}`]);
  });

  it("changes the day at midnight of the centre's zone, not of the machine's", async () => {
    const { pass, days } = aDayClock();
    await pass(0);
    await pass(UNTIL_MIDNIGHT - 1);
    expect(days()).toEqual([`day-opened ${DAY}`]);
    await pass(1);
    expect(days().slice(1)).toEqual([`day-closed ${DAY}`, `day-opened ${NEXT_DAY}`]);
  });

  it("changes the day once when two ticks overlap", async () => {
    const { dayClock, days } = aDayClock();
    await Promise.all([dayClock.tick(), dayClock.tick()]);
    expect(days()).toEqual([`day-opened ${DAY}`]);
  });

  it.each([
    ["forwards", 24 * HOUR],
    ["by a little more than a minute over midnight", 60 * SECOND + 1],
    ["back", -24 * HOUR],
  ])("[I13] leaves the day as it is when the clock jumps %s, and says so once", async (_, ms) => {
    const { pass, jump, days, dayClock, suspicions } = aDayClock();
    await pass(0);
    await pass(UNTIL_MIDNIGHT - 10);
    await jump(ms);
    await pass(SECOND);
    expect(days()).toEqual([`day-opened ${DAY}`]);
    expect(dayClock.isSuspect).toBe(true);
    expect(suspicions).toEqual([[true, ms]]);
  });

  it("[I13] goes on by itself when the clock is plausible again", async () => {
    const { pass, jump, days, dayClock, suspicions } = aDayClock();
    await pass(0);
    await jump(30 * HOUR);
    await jump(-30 * HOUR + 2 * SECOND);
    expect(dayClock.isSuspect).toBe(false);
    expect(suspicions.map(([isSuspect]) => isSuspect)).toEqual([true, false]);
    await pass(UNTIL_MIDNIGHT);
    expect(days().at(-1)).toBe(`day-opened ${NEXT_DAY}`);
  });

  it("[I13] follows the clock when an administrator confirms it", async () => {
    const { pass, jump, days, dayClock } = aDayClock();
    await pass(0);
    await jump(24 * HOUR);
    await dayClock.confirm();
    expect(dayClock.isSuspect).toBe(false);
    expect(days().slice(1)).toEqual([`day-closed ${DAY}`, `day-opened ${NEXT_DAY}`]);
  });

  it("[I13] goes back to the right day when an administrator confirms it", async () => {
    const { pass, jump, days, dayClock } = aDayClock(null, T0 + 72 * HOUR);
    await pass(0);
    await jump(-72 * HOUR);
    expect(days()).toHaveLength(1);
    await dayClock.confirm();
    expect(days().slice(1)).toEqual(["day-closed 2026-03-05", `day-opened ${DAY}`]);
  });

  it("[I13] keeps the new day when the clock is put back a little over midnight", async () => {
    const { pass, jump, days, engine } = aDayClock();
    await pass(0);
    await pass(UNTIL_MIDNIGHT + 10 * SECOND);
    await jump(-30 * SECOND);
    await pass(MINUTE);
    expect(days().slice(1)).toEqual([`day-closed ${DAY}`, `day-opened ${NEXT_DAY}`]);
    expect(engine.state.isOpen).toBe(true);
  });

  it("[I13] suspects a clock that stands before what the journal knows", async () => {
    const { pass, jump, days, dayClock } = aDayClock(T0 + 2 * HOUR);
    await pass(0);
    expect(dayClock.isSuspect).toBe(true);
    expect(days()).toEqual([]);
    await jump(2 * HOUR);
    expect(dayClock.isSuspect).toBe(false);
    expect(days()).toEqual([`day-opened ${DAY}`]);
  });

  it("takes a clock that is a few seconds behind the journal for right", async () => {
    const { pass, days } = aDayClock(T0 + 30 * SECOND);
    await pass(0);
    expect(days()).toEqual([`day-opened ${DAY}`]);
  });
});
