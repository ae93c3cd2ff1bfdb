import { describe, expect, it } from "vitest";
import { HELD, isCallable, pickNext } from "../policy/pickNext.ts";
import { aCentre, SECOND } from "../testing/aCentre.ts";
import { aTicketFor, device, HUB } from "../testing/commands.ts";
import { codeOf, officerAt, openedRunner, type Runner } from "../testing/Runner.ts";

const lan = officerAt("c1");
const c1 = { counterId: "c1" };
const PAPER = aTicketFor("land", { print: true });

/** A hall with two numbers of a kiosk whose papers are on their way. */
function twoWaiting(): Runner {
  const runner = openedRunner(aCentre({}), ["c1"]);
  runner.must("ticket:issue", PAPER, device("k1"));
  runner.must("ticket:issue", PAPER, device("k1"));
  return runner;
}

const part = (runner: Runner, deviceId = "k1", since = runner.now): string | null =>
  codeOf(runner.send("kiosk:part", { deviceId, since }, HUB));

describe("a kiosk that is cut off", () => {
  it("[HOLD-1] has its unproven numbers held, for as long as it is away", () => {
    const runner = twoWaiting();
    expect(part(runner)).toBe(null);
    runner.now += 1_000 * SECOND;
    expect(pickNext(runner.state, "c1", runner.now)).toBeNull();
    expect(codeOf(runner.send("ticket:call-next", c1, lan))).toBe("queue_empty");
  });

  it("[HOLD-1] keeps what was proven: a confirmed paper, an earlier call, enough time", () => {
    const runner = twoWaiting();
    const first = runner.ticket("A001").id;
    runner.must("ticket:confirm-print", { ticketId: first, outcome: "confirmed" }, device("k1"));
    expect(part(runner)).toBe(null);
    expect(runner.ticket("A001").callableAt).toBeLessThanOrEqual(runner.now);
    expect(runner.ticket("A002").callableAt).toBe(HELD);
    const later = twoWaiting();
    later.now += 10 * SECOND;
    expect(part(later)).toBe("nothing_held");
    expect(part(later, "k1", later.now - 8 * SECOND)).toBe(null);
  });

  it("[HOLD-1] holds no number of another kiosk, and none twice", () => {
    const runner = twoWaiting();
    expect(part(runner, "k2")).toBe("nothing_held");
    expect(part(runner)).toBe(null);
    expect(part(runner)).toBe("nothing_held");
  });

  it("[HOLD-1] is not outwitted by a clock that goes back", () => {
    const runner = twoWaiting();
    part(runner);
    runner.now -= 3_600 * SECOND;
    expect(isCallable(runner.ticket("A001"), runner.now)).toBe(false);
  });

  it("[HOLD-2] has them called in their order when it is back", () => {
    const runner = twoWaiting();
    part(runner);
    runner.now += 60 * SECOND;
    runner.must("kiosk:rejoin", { deviceId: "k1" }, HUB);
    expect(codeOf(runner.send("kiosk:rejoin", { deviceId: "k1" }, HUB))).toBe("nothing_held");
    runner.must("ticket:call-next", c1, lan);
    expect(runner.ticket("A001").place.status).toBe("called");
  });

  it("[HOLD-2][I13] has them callable also when the clock goes back after that", () => {
    const runner = twoWaiting();
    part(runner);
    runner.now += 24 * 3_600 * SECOND;
    runner.must("kiosk:rejoin", { deviceId: "k1" }, HUB);
    runner.now -= 24 * 3_600 * SECOND - SECOND;
    expect(isCallable(runner.ticket("A001"), runner.now)).toBe(true);
  });

  it("[HOLD-3] loses a hold by the paper's confirmation and by a call of the label", () => {
    const runner = twoWaiting();
    part(runner);
    const [first, second] = [runner.ticket("A001").id, runner.ticket("A002").id];
    runner.must("ticket:call", { ...c1, ticketId: first, reason: "urgent" }, lan);
    expect(runner.ticket("A001").place.status).toBe("called");
    runner.must("ticket:confirm-print", { ticketId: second, outcome: "confirmed" }, device("k1"));
    expect(isCallable(runner.ticket("A002"), runner.now)).toBe(true);
  });
});
