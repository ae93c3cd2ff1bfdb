import type { AdminMonitor, WallBoard } from "@luot/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptWall } from "../settings/ShellSettings.ts";
import { HandTimers } from "../testing/HandTimers.ts";
import { isAsleep } from "./isAsleep.ts";
import { type PlannedWall, planWalls, wallQuery } from "./WallPlan.ts";
import { WallSleep } from "./WallSleep.ts";
import { WallWindows } from "./WallWindows.ts";

function aMonitor(id: string, more: Partial<AdminMonitor> = {}): AdminMonitor {
  const x = Number(id) * 1_920;
  const size = { y: 0, width: 1_920, height: 1_080 };
  return { id, label: `M${id}`, x, ...size, isPrimary: id === "0", ...more };
}

function aWall(id: string, more: Partial<KeptWall> = {}): KeptWall {
  const { label, x, y } = aMonitor(id);
  return { monitorId: id, label, x, y, board: null, counterId: null, zone: null, ...more };
}

const BOARD: WallBoard = { period: "month", diagonalInches: 55, distanceM: 5 };
const NOWHERE = { counterId: null, zone: null };
const MONITORS = ["0", "1", "2"].map((id) => aMonitor(id));
const seen = (plan: readonly PlannedWall[]): readonly string[] =>
  plan.map((wall) => `${wall.monitor.id}${wallQuery(wall)}`);

const zones = (...names: readonly (string | null)[]): readonly string[] =>
  seen(
    planWalls(
      names.map((zone, i) => aWall(String(i), { zone })),
      MONITORS,
      NOWHERE,
    ),
  );

describe("planWalls", () => {
  it("shows one window on the main monitor where nothing was chosen", () => {
    expect(seen(planWalls([], MONITORS, NOWHERE))).toEqual(["0"]);
    const place = { counterId: null, zone: "hall" };
    expect(seen(planWalls([], MONITORS, place))).toEqual(["0?zone=hall"]);
  });

  it("shows each chosen monitor what was chosen for it", () => {
    const kept = [aWall("2", { zone: "hall" }), aWall("1", { counterId: "q05" })];
    expect(seen(planWalls(kept, MONITORS, NOWHERE))).toEqual([
      "2?zone=hall",
      "1?counter=q05&sound=off",
    ]);
  });

  it("shows a board by the address it has in a browser, whatever else is named", () => {
    const kept = [aWall("0", { board: BOARD, counterId: "q05", zone: "hall" })];
    expect(seen(planWalls(kept, MONITORS, NOWHERE))).toEqual([
      "0?page=board&diagonal=55&distance=5&period=month",
    ]);
    const high: WallBoard = { period: "quarter", diagonalInches: 64.5, distanceM: 8.5 };
    expect(seen(planWalls([aWall("0", { board: high })], MONITORS, NOWHERE))).toEqual([
      "0?page=board&diagonal=64.5&distance=8.5&period=quarter",
    ]);
  });

  it("takes a voice from nobody for a board", () => {
    const plan = planWalls([aWall("0", { board: BOARD }), aWall("1")], MONITORS, NOWHERE);
    expect(plan.map(({ isSilent }) => isSilent)).toEqual([true, false]);
  });

  it("lets one window of each zone speak, and the whole centre for all", () => {
    expect(zones("a", "b", "a")).toEqual(["0?zone=a", "1?zone=b", "2?zone=a&sound=off"]);
    expect(zones(null, "b", null)).toEqual(["0", "1?zone=b&sound=off", "2?sound=off"]);
    expect(zones("a", null)).toEqual(["0?zone=a", "1?sound=off"]);
  });

  it("leaves out a monitor that is unplugged, and lets another speak for it", () => {
    const kept = [aWall("1"), aWall("2")];
    expect(seen(planWalls(kept, MONITORS, NOWHERE))).toEqual(["1", "2?sound=off"]);
    const left = MONITORS.filter(({ id }) => id !== "1");
    expect(seen(planWalls(kept, left, NOWHERE))).toEqual(["2"]);
  });

  it("goes to the main monitor when none of the chosen is there", () => {
    const [main] = MONITORS;
    expect(seen(planWalls([aWall("1", { zone: "a" })], main ? [main] : [], NOWHERE))).toEqual([
      "0?zone=a",
    ]);
    expect(planWalls([aWall("1")], [], NOWHERE)).toEqual([]);
  });

  it("brings calls to the main monitor rather than a board", () => {
    const main = MONITORS.slice(0, 1);
    const board = aWall("1", { board: BOARD });
    expect(seen(planWalls([board, aWall("2", { zone: "a" })], main, NOWHERE))).toEqual([
      "0?zone=a",
    ]);
    expect(seen(planWalls([board], main, NOWHERE))).toEqual([
      "0?page=board&diagonal=55&distance=5&period=month",
    ]);
  });

  it("finds a monitor that has another number by its name and place", () => {
    const renamed = MONITORS.map((monitor) => ({ ...monitor, id: `9${monitor.id}` }));
    const kept = [aWall("1", { zone: "a" }), aWall("2", { zone: "b" })];
    expect(seen(planWalls(kept, renamed, NOWHERE))).toEqual(["91?zone=a", "92?zone=b"]);
  });

  it("never puts two windows on a monitor, and always one somewhere", () => {
    const kept = fc.array(
      fc.tuple(fc.constantFrom("0", "1", "5"), fc.nat(2)).map(([id, n]) => ({
        ...aWall(String(n)),
        monitorId: id,
      })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(kept, fc.shuffledSubarray(MONITORS, { minLength: 1 }), (walls, present) => {
        const ids = planWalls(walls, present, NOWHERE).map(({ monitor }) => monitor.id);
        expect(ids.length).toBeGreaterThan(0);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

function aSet() {
  const events: string[] = [];
  const windows = new WallWindows((wall) => {
    const name = `${wall.monitor.id}${wallQuery(wall)}`;
    events.push(`open ${name}`);
    return {
      place: ({ monitor }) => events.push(`place ${name} at ${monitor.x}`),
      end: () => events.push(`end ${name}`),
    };
  });
  const arrange = (kept: readonly KeptWall[], monitors: readonly AdminMonitor[]): string[] => {
    windows.arrange(planWalls(kept, monitors, NOWHERE));
    return events.splice(0);
  };
  return { arrange };
}

describe("WallWindows", () => {
  it("opens what is new before it ends what is gone", () => {
    const { arrange } = aSet();
    expect(arrange([], MONITORS)).toEqual(["open 0"]);
    expect(arrange([aWall("1")], MONITORS)).toEqual(["open 1", "end 0"]);
    expect(arrange([aWall("1", { zone: "a" })], MONITORS)).toEqual(["open 1?zone=a", "end 1"]);
  });

  it("opens a board anew when it hangs in another way", () => {
    const { arrange } = aSet();
    arrange([aWall("1", { board: BOARD })], MONITORS);
    const near = { ...BOARD, distanceM: 4 };
    expect(arrange([aWall("1", { board: BOARD })], MONITORS)).toEqual([
      "place 1?page=board&diagonal=55&distance=5&period=month at 1920",
    ]);
    expect(arrange([aWall("1", { board: near })], MONITORS)).toEqual([
      "open 1?page=board&diagonal=55&distance=4&period=month",
      "end 1?page=board&diagonal=55&distance=5&period=month",
    ]);
  });

  it("leaves a window that shows the same, wherever its monitor stands now", () => {
    const { arrange } = aSet();
    arrange([aWall("1"), aWall("2")], MONITORS);
    const moved = [aMonitor("0"), aMonitor("1", { x: 500 }), aMonitor("2")];
    expect(arrange([aWall("1"), aWall("2")], moved)).toEqual([
      "place 1 at 500",
      "place 2?sound=off at 3840",
    ]);
  });

  it("comes back to a monitor that was unplugged for a while", () => {
    const { arrange } = aSet();
    const kept = [aWall("1"), aWall("2")];
    const without = MONITORS.filter(({ id }) => id !== "1");
    arrange(kept, MONITORS);
    expect(arrange(kept, without)).toEqual(["open 2", "end 2?sound=off", "end 1"]);
    expect(arrange(kept, MONITORS)).toEqual(["open 1", "open 2?sound=off", "end 2"]);
  });

  it("does nothing while no monitor is there at all", () => {
    const { arrange } = aSet();
    arrange([], MONITORS);
    expect(arrange([], [])).toEqual([]);
  });
});

const at = (from: string, to: string, hours: number, minutes = 0): boolean =>
  isAsleep({ from, to }, hours * 60 + minutes);

describe("isAsleep", () => {
  it("is so over night, to the minute", () => {
    expect(at("18:00", "06:30", 17, 59)).toBe(false);
    expect(at("18:00", "06:30", 18)).toBe(true);
    expect(at("18:00", "06:30", 0)).toBe(true);
    expect(at("18:00", "06:30", 6, 29)).toBe(true);
    expect(at("18:00", "06:30", 6, 30)).toBe(false);
  });

  it("is so at noon too, and never where the times are the same or none", () => {
    expect(at("11:30", "13:30", 12)).toBe(true);
    expect(at("11:30", "13:30", 13, 30)).toBe(false);
    expect(at("07:00", "07:00", 7)).toBe(false);
    expect(isAsleep(null, 0)).toBe(false);
  });
});

describe("WallSleep", () => {
  it("goes dark and wakes by the clock, and tells each change once", async () => {
    const timers = new HandTimers();
    const told: boolean[] = [];
    let sleep = { from: "18:00", to: "06:30" };
    let time = new Date(2_026, 0, 5, 17, 59, 50);
    const wall = new WallSleep({
      sleep: () => sleep,
      now: () => time,
      timers,
      onChange: (isDark) => told.push(isDark),
    });
    const passUntil = async (next: Date): Promise<void> => {
      time = next;
      await timers.pass(60_000);
    };
    expect(told).toEqual([false]);
    await passUntil(new Date(2_026, 0, 5, 18, 0, 0));
    expect(told).toEqual([false, true]);
    await passUntil(new Date(2_026, 0, 6, 6, 30, 0));
    expect(told).toEqual([false, true, false]);
    sleep = { from: "06:00", to: "07:00" };
    wall.look();
    expect(told).toEqual([false, true, false, true]);
    wall.close();
    await passUntil(new Date(2_026, 0, 6, 12, 0, 0));
    expect(wall.isDark).toBe(true);
  });
});
