import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { T0 } from "../../src/testing/aCentre.ts";
import { A_WISH, type Citizen, KioskWorld, SETTINGS } from "../testing/KioskWorld.ts";

const HOUR_MS = 3_600_000;

let world: KioskWorld;

beforeEach(async () => {
  vi.useFakeTimers();
  world = await aWorld(T0);
});

afterEach(() => {
  world.end();
  vi.useRealTimers();
});

/** A kiosk that has met its hub. @param startsAt epoch ms */
async function aWorld(startsAt: number): Promise<KioskWorld> {
  const made = new KioskWorld({}, startsAt);
  await pass(1_000);
  return made;
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const labelOf = ({ answers }: Citizen): string | undefined => {
  const answer = answers.at(-1);
  return answer?.ok === true ? answer.data.label : answer?.code;
};
const callableLabels = (): readonly string[] => world.hub.callable().map(({ label }) => label);
const outbox = () => world.offline?.getState().outbox;

describe("a number", () => {
  it("is the hub's while it answers in time, and its paper is told", async () => {
    world.line.latencyMs = 900;
    const citizen = world.take();
    await pass(1_801);
    expect(labelOf(citizen)).toBe("A001");
    expect(callableLabels()).toEqual([]);
    await pass(3_000);
    expect(world.papers.map(({ label }) => label)).toEqual(["A001"]);
    expect(callableLabels()).toEqual(["A001"]);
    expect(outbox()).toEqual({ since: null, unsent: 0, canIssue: true });
  });

  it("is the kiosk's own after two seconds without an answer, and the hub's is void", async () => {
    world.silence();
    const citizen = world.take();
    await pass(1_999);
    expect(citizen.answers).toEqual([]);
    await pass(1);
    expect(labelOf(citizen)).toBe("AK1-01");
    await pass(1_000);
    // The record went up at once; its answer is lost too, and the paper is out.
    expect(callableLabels()).toEqual(["AK1-01"]);
    expect(world.papers.map(({ label }) => label)).toEqual(["AK1-01"]);
    await world.settle();
    expect(callableLabels()).toEqual(["AK1-01"]);
    expect(world.hub.records).toHaveLength(1);
    expect(outbox()?.unsent).toBe(0);
  });

  it("of the kiosk's own is told again when the hub stumbled over it, and given up in the end", async () => {
    world.cut();
    const first = world.take();
    await pass(0);
    world.hub.stumbles = 3;
    world.heal();
    await pass(20_000);
    expect(callableLabels()).toEqual([labelOf(first)]);
    world.cut();
    world.take();
    await pass(0);
    world.hub.stumbles = 1_000;
    world.heal();
    await pass(60_000);
    expect(outbox()).toMatchObject({ since: null, unsent: 0 });
    expect(callableLabels()).toEqual([labelOf(first)]);
  });

  it("is the kiosk's own at once while the line is cut", async () => {
    world.cut();
    const citizen = world.take();
    await pass(0);
    expect(labelOf(citizen)).toBe("AK1-01");
    expect(outbox()).toMatchObject({ unsent: 1, canIssue: true });
    expect(world.hubNow() - (outbox()?.since ?? 0)).toBeLessThanOrEqual(1_000);
  });

  it("that comes too late is never printed, and never called", async () => {
    world.line.latencyMs = 1_500;
    const citizen = world.take();
    await pass(10_000);
    expect(labelOf(citizen)).toBe("AK1-01");
    expect(world.hub.labels).toEqual(["A001", "AK1-01"]);
    expect(callableLabels()).toEqual(["AK1-01"]);
    expect(world.papers.map(({ label }) => label)).toEqual(["AK1-01"]);
  });

  it("[I8] is the same however often it is asked for, at once and later", async () => {
    world.cut();
    const citizen = world.take();
    world.again(citizen);
    await pass(10);
    world.heal();
    await pass(5_000);
    world.again(citizen);
    await pass(10);
    expect(citizen.answers).toHaveLength(3);
    expect(new Set(citizen.answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(world.papers).toHaveLength(1);
  });

  it("of the kiosk's own counts on in its epoch, and a new connection begins another", async () => {
    world.cut();
    const first = [world.take(), world.take()];
    await pass(10);
    world.heal();
    await pass(2_000);
    world.cut();
    const then = world.take();
    await pass(10);
    expect([...first, then].map(labelOf)).toEqual(["AK1-01", "AK1-02", "AK2-01"]);
  });

  it("is the hub's again right after a start: the connection is waited for", async () => {
    world.kill(0);
    await pass(300);
    const citizen = world.take();
    await pass(500);
    expect(labelOf(citizen)).toBe("A001");
  });

  it("without a paper may be called at once, for the citizen has read it", async () => {
    const citizen = world.take({ ...A_WISH, print: false });
    await pass(100);
    expect(labelOf(citizen)).toBe("A001");
    expect(callableLabels()).toEqual(["A001"]);
  });
});

describe("no number", () => {
  it.each([
    ["an unknown service", { ...A_WISH, serviceId: "gone" }, "unknown_service"],
    ["priority without a reason", { ...A_WISH, class: "priority" }, "unknown_reason"],
  ] as const)("is given alone for %s", async (_, payload, code) => {
    world.cut();
    const citizen = world.take(payload);
    await pass(10);
    expect(labelOf(citizen)).toBe(code);
    await world.settle();
    expect(world.hub.records).toMatchObject([{ kind: "void", wishId: citizen.id }]);
  });

  it("is given outside of opening hours, and the hub's for the same wish is void", async () => {
    // The hall closes at 11:30, and gives its last number some minutes before.
    const late = await aWorld(T0 + 2.5 * HOUR_MS);
    const { calendar } = SETTINGS;
    late.settings = { ...SETTINGS, version: 2, calendar: { ...calendar, alwaysOpen: false } };
    late.kill(0);
    await pass(1_000);
    late.silence();
    const citizen = late.take();
    await pass(2_000);
    expect(labelOf(citizen)).toBe("centre_closed");
    await late.settle();
    expect(late.hub.records).toMatchObject([{ kind: "void", wishId: citizen.id }]);
    expect(late.hub.callable()).toEqual([]);
    late.end();
  });

  it("is given by a kiosk that never met its hub: the wish is given up for good", async () => {
    const alone = new KioskWorld();
    alone.cut();
    const citizen = alone.take();
    await pass(17_000);
    expect(labelOf(citizen)).toBe("unavailable");
    expect(alone.offline?.getState().outbox).toEqual({ since: null, unsent: 0, canIssue: false });
    alone.end();
  });

  it("is left over from a process that died: after ten seconds it is given up", async () => {
    world.silence();
    const citizen = world.take();
    await pass(1_000);
    world.kill(0);
    citizen.isAsking = false;
    world.voice();
    await pass(300 + 9_999);
    expect(world.hub.held().map(({ label }) => label)).toEqual(["A001"]);
    await pass(1_000);
    expect(world.hub.records).toMatchObject([{ kind: "void", wishId: citizen.id }]);
    expect([callableLabels(), world.hub.held()]).toEqual([[], []]);
  });
});

describe("coming back", () => {
  it("[I2] tells all in order, and only then lets what is held be called", async () => {
    world.silence();
    const ghost = world.take();
    await pass(1_000);
    world.cut();
    await pass(5_000);
    const rest = Array.from({ length: 70 }, () => world.take());
    await pass(60_000);
    expect(world.hub.held().map(({ label }) => label)).toEqual(["A001"]);
    expect(callableLabels()).toEqual([]);
    world.voice();
    world.heal();
    await pass(3_000);
    const labels = [ghost, ...rest].map(labelOf);
    expect(labels.slice(0, 2)).toEqual(["AK1-01", "AK1-02"]);
    expect(callableLabels()).toEqual(labels);
    expect(outbox()).toEqual({ since: null, unsent: 0, canIssue: true });
    const told = world.hub.records.map((record) => "label" in record && record.label);
    expect(told).toEqual(labels);
  });

  it("never says on a new connection that it is done, because it was on the one before", async () => {
    world.line.noticedAfterMs = 0;
    world.line.latencyMs = 300;
    world.cut();
    world.heal();
    await pass(1_050);
    // "Done" is under way; the hub hears it and the wish, and the kiosk neither answer.
    world.take();
    await pass(350);
    world.cut();
    world.heal();
    world.line.latencyMs = 5;
    await pass(415);
    expect(world.hub.held().map(({ label }) => label)).toEqual(["A001"]);
    world.line.latencyMs = 1_100;
    for (let ms = 0; ms < 8_000; ms += 50) {
      await pass(50);
      expect(callableLabels()).not.toContain("A001");
    }
    expect(callableLabels()).toEqual(["AK3-01"]);
  });
});

describe("the state for the screen", () => {
  it("has the kept settings and an empty hall of today when the hub is not there", async () => {
    world.cut();
    world.kill(0);
    await pass(400);
    const state = world.offline?.getState();
    expect(state).toMatchObject({ connection: "connecting", settingsVersion: 1 });
    expect(state?.view).toMatchObject({ day: "2025-11-24", isOpen: true, waiting: {} });
    expect(await world.offline?.loadSettings(1)).toEqual(SETTINGS);
  });

  it("has a hall of the new day when the hub is away over midnight", async () => {
    const night = await aWorld(Date.UTC(2025, 10, 24, 16, 59, 30));
    night.cut();
    expect(night.offline?.getState().view?.day).toBe("2025-11-24");
    await pass(60_000);
    expect(night.offline?.getState().view).toMatchObject({ day: "2025-11-25", isOpen: true });
    // The series goes on, and its epoch is noted as used on the new day.
    const citizen = night.take();
    await pass(10);
    expect(labelOf(citizen)).toBe("AK1-01");
    expect(night.book.series.used()).toEqual({ usedEpoch: 1, usedDay: "2025-11-25" });
    night.end();
  });

  it("keeps the hub's time, whatever the wall clock does", async () => {
    const citizen = world.take();
    world.jump(-86_400_000);
    world.cut();
    const later = world.take();
    await pass(100);
    world.kill(0);
    world.jump(3 * 86_400_000);
    await pass(400);
    const { clockOffsetMs = 0 } = world.offline?.getState() ?? {};
    expect(world.clock.now() + clockOffsetMs).toBeGreaterThanOrEqual(world.hubNow() - 1_000);
    await world.settle();
    const [, issued] = [citizen, later].map(({ answers }) => answers[0]);
    if (issued?.ok !== true) throw new Error("no number");
    expect(Math.abs(issued.data.issuedAt - world.hubNow())).toBeLessThan(200_000);
  });
});

describe("a copy of a paper", () => {
  it("comes out with and without the hub, once for each time it was asked for", async () => {
    const citizen = world.take();
    await pass(2_000);
    const { offline } = world;
    const [answer] = citizen.answers;
    if (answer?.ok !== true || offline === null) throw new Error("no number");
    const { ticketId, label } = answer.data;
    const id = world.newId();
    const ask = () => offline.send("ticket:reprint", { ticketId }, { id });
    const asked = [ask(), ask()];
    await pass(2_000);
    const copy = { ok: true, data: { ticketId, label, copy: 1 } };
    expect(await Promise.all(asked)).toEqual([copy, copy]);
    world.cut();
    const second = offline.send("ticket:reprint", { ticketId });
    await pass(2_000);
    expect(await second).toMatchObject({ data: { copy: 2 } });
    expect(world.papers.map(({ paper }) => paper.copy)).toEqual([0, 1, 2]);
  });

  it("is not printed for a number that this kiosk never gave", async () => {
    const answer = await world.offline?.send("ticket:reprint", { ticketId: world.newId() });
    expect(answer).toEqual({ ok: false, code: "unknown_ticket", details: {} });
  });
});
