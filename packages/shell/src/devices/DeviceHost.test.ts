import { silentLogger } from "@luot/kit";
import { describe, expect, it } from "vitest";
import { HandTimers } from "../testing/HandTimers.ts";
import type { DeviceChildEvents } from "./DeviceChild.ts";
import { DeviceHost } from "./DeviceHost.ts";
import { FloodGate } from "./FloodGate.ts";
import { restartDeviceDelayMs } from "./restartDeviceDelayMs.ts";

const START = {
  kind: "start",
  hubUrl: "http://hub:7410",
  folder: "/folder",
  printer: null,
  scanner: null,
} as const;
const WATCH = { kind: "watch" } as const;
const UP = { kind: "devices", standing: "up" };
const DOWN = { kind: "devices", standing: "down" };

/** A process that does what it is told to. */
class FakeChild {
  readonly heard: unknown[] = [];
  readonly events: DeviceChildEvents;
  answersPings = true;
  isKilled = false;

  constructor(events: DeviceChildEvents) {
    this.events = events;
  }

  post = (message: unknown): void => {
    this.heard.push(message);
    const isPing = (message as { readonly kind: unknown }).kind === "ping";
    if (isPing && this.answersPings) this.events.onMessage({ kind: "pong" });
  };

  kill = (): void => {
    this.isKilled = true;
    this.events.onEnd("SIGKILL");
  };

  begin(): void {
    this.events.onMessage({ kind: "ready" });
  }
}

function aHost() {
  const timers = new HandTimers();
  const children: FakeChild[] = [];
  const shown: unknown[] = [];
  const host = new DeviceHost({
    startDevices: (events) => {
      const child = new FakeChild(events);
      children.push(child);
      return child;
    },
    start: START,
    toScreen: (message) => shown.push(message),
    timers,
    log: silentLogger,
  });
  const last = (): FakeChild => {
    const child = children.at(-1);
    if (child === undefined) throw new Error("no child");
    return child;
  };
  return { timers, children, shown, host, last };
}

describe("DeviceHost", () => {
  it("tells a new process first what it needs, and hands messages on both ways", () => {
    const { shown, host, last } = aHost();
    last().begin();
    host.fromScreen(WATCH);
    last().events.onMessage({ kind: "state", state: 1 });
    expect(last().heard).toEqual([START, WATCH]);
    expect(shown).toEqual([UP, { kind: "state", state: 1 }]);
  });

  it("tells a screen that begins before the process that it is not there yet", () => {
    const { shown, host, last } = aHost();
    host.fromScreen(WATCH);
    host.fromScreen({ kind: "settings", call: "c", version: 1 });
    expect(shown).toEqual([DOWN]);
    expect(last().heard).toEqual([START]);
  });

  it("hands on nothing of a process that has not begun", () => {
    const { shown, last } = aHost();
    last().events.onMessage({ kind: "state", state: 1 });
    expect(shown).toEqual([]);
  });

  it("starts it again when it ended, and tells the screen both", async () => {
    const { timers, children, shown, host, last } = aHost();
    last().begin();
    last().events.onEnd("SIGKILL");
    await timers.pass(199);
    expect(children).toHaveLength(1);
    await timers.pass(1);
    last().begin();
    host.fromScreen(WATCH);
    expect(last().heard).toEqual([START, WATCH]);
    expect(shown).toEqual([UP, DOWN, UP]);
  });

  it("waits longer each time that it falls at once, and goes on trying for ever", async () => {
    const { timers, children, host, shown, last } = aHost();
    for (let fall = 0; fall < 20; fall += 1) {
      last().events.onEnd("exit 1");
      await timers.pass(restartDeviceDelayMs(fall + 1));
      expect(children).toHaveLength(fall + 2);
    }
    host.fromScreen(WATCH);
    expect(shown).toEqual([DOWN]);
  });

  it("forgets the falls of a process that was well for a minute", async () => {
    const { timers, children, last } = aHost();
    for (let fall = 0; fall < 5; fall += 1) {
      last().events.onEnd("exit 1");
      await timers.pass(5_000);
    }
    last().begin();
    await timers.pass(60_000);
    last().events.onEnd("exit 1");
    await timers.pass(200);
    expect(children).toHaveLength(7);
  });

  it("ends one that is silent for five seconds, and starts another", async () => {
    const { timers, children, last } = aHost();
    last().begin();
    await timers.pass(10_000);
    last().answersPings = false;
    await timers.pass(6_999);
    expect(children[0]?.isKilled).toBe(true);
    expect(children).toHaveLength(2);
    last().begin();
    await timers.pass(60_000);
    expect(children).toHaveLength(2);
  });

  it("ends one that never begins", async () => {
    const { timers, children } = aHost();
    await timers.pass(20_200);
    expect(children[0]?.isKilled).toBe(true);
    expect(children).toHaveLength(2);
  });

  it("ends it for good with the app", async () => {
    const { timers, children, shown, host, last } = aHost();
    last().begin();
    host.close();
    await timers.pass(600_000);
    expect(children).toHaveLength(1);
    expect(children[0]?.isKilled).toBe(true);
    expect(shown).toEqual([UP]);
  });
});

it("waits 200 ms, then twice as long each time, at most 5 s", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 1_000].map(restartDeviceDelayMs)).toEqual([
    200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000,
  ]);
});

it("lets fifty messages through in a second, says once that there were more, and goes on", () => {
  const gate = new FloodGate();
  const words = Array.from({ length: 60 }, () => gate.pass(1_500));
  expect(words.filter((word) => word === "pass")).toHaveLength(50);
  expect(words.filter((word) => word === "first")).toHaveLength(1);
  expect(gate.pass(2_000)).toBe("pass");
});
