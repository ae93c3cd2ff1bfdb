import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ACounter, aTicket, aView, LAN, MAI } from "../testing/aCounter.tsx";
import { currentOffline } from "./OfflineState.ts";

let counter: ACounter;
const newId = (): string => counter.hub.client.newId();
/** Whether leads and stock lie in the storage. */
const isKept = (): readonly boolean[] =>
  ["leads", "stock"].map((name) => counter.storage.getItem(`luot.${name}.q01`) !== null);
const state = () => counter.desk.getState();

beforeEach(() => {
  vi.useFakeTimers();
  counter = new ACounter();
});

afterEach(() => {
  counter.close();
  vi.useRealTimers();
});

/** Lan's visit ends without the hub, which comes back with nobody signed in. */
function leaveUntold(): void {
  counter.live(aView(LAN, [aTicket(1, "serving"), aTicket(2, "waiting")], "open"));
  counter.attend(LAN);
  counter.lose();
  expect(counter.desk.startPaper("Chi")).toBe(true);
  expect(counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId())).toBe(true);
  counter.attend(null);
  counter.live(aView(MAI, [aTicket(2, "waiting"), aTicket(3, "serving")], "open"));
}

describe("what another officer has not told yet", () => {
  it("does not stand in the way of who is signed in, and is kept for its officer", () => {
    leaveUntold();
    counter.attend(MAI);
    expect(currentOffline(state())).toBeUndefined();
    expect(state().log).toBeNull();
    expect(state().others.map(({ officer }) => officer.name)).toEqual(["Lan"]);
    counter.lose();
    expect(counter.desk.noShow(newId())).toBe(false);
    expect(counter.desk.finish({ outcome: "guided", dossierRefs: [] }, newId())).toBe(true);
    expect(state().log?.entries.map(({ ticket }) => ticket.label)).toEqual(["A003"]);
    counter.attend(LAN);
    expect(state().log?.entries.map(({ ticket }) => ticket.label)).toEqual(["A001"]);
    expect(state().others.map(({ officer }) => officer.name)).toEqual(["Mai"]);
  });

  it("is not taken for the work of who was here last, after a reload without the hub", () => {
    leaveUntold();
    counter.attend(MAI);
    counter.lose();
    counter.reload();
    expect(state().log).toBeNull();
    expect(counter.desk.finish({ outcome: "guided", dossierRefs: [] }, newId())).toBe(true);
    expect(state().log?.officer.name).toBe("Mai");
    expect(state().others).toHaveLength(1);
  });

  it("goes for good when a supervisor lets it", () => {
    leaveUntold();
    counter.attend(MAI);
    expect(counter.desk.drop("lan")).toBe(true);
    expect(state().others).toEqual([]);
    counter.attend(LAN);
    expect(state().log).toBeNull();
    expect(counter.store.logs()).toEqual([]);
  });
});

describe("telling the hub", () => {
  it("goes on after something broke in it", async () => {
    const reported = vi.fn<(cause: unknown) => void>();
    vi.stubGlobal("reportError", reported);
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LAN);
    counter.lose();
    counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId());
    counter.hub.answer = () => {
      throw new Error("broken");
    };
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    await vi.advanceTimersByTimeAsync(0);
    expect(reported).toHaveBeenCalledWith(new Error("broken"));
    expect(state().isMerging).toBe(false);
    counter.hub.answer = () => ({ ok: true, data: {} });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(state().log).toBeNull();
    vi.unstubAllGlobals();
  });

  it("waits before it says again what could not be kept as told", async () => {
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    counter.attend(LAN);
    counter.lose();
    counter.desk.startPaper("Chi");
    counter.desk.finish({ outcome: "accepted", dossierRefs: [] }, newId());
    let left = 50;
    const full = vi.spyOn(counter.storage, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    counter.hub.answer = () => {
      left -= 1;
      // Without a pause the test would never get its turn.
      if (left === 0) throw new Error("said again and again");
      return { ok: true, data: {} };
    };
    vi.stubGlobal("reportError", () => {});
    counter.live(aView(LAN, [aTicket(1, "serving")], "open"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(counter.hub.sent.length).toBeLessThan(6);
    full.mockRestore();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(state().log?.entries ?? []).toEqual([]);
    vi.unstubAllGlobals();
  });

  it("ends the pause of the counter before it tells whom it called", async () => {
    counter.live(aView(LAN, [], "paused"));
    counter.attend(LAN);
    counter.lose();
    counter.desk.startPaper("Chi");
    for (const label of ["A007", "A008"]) {
      expect(counter.desk.add(label)).toBeNull();
      expect(counter.desk.call(label)).toBe(true);
      expect(counter.desk.finish({ outcome: "guided", dossierRefs: [] }, newId())).toBe(true);
    }
    let isPaused = true;
    counter.hub.answer = ({ type }) => {
      if (type === "counter:resume" && isPaused) isPaused = false;
      else if (type === "counter:resume") return refusal("counter_not_paused");
      else if (type === "ticket:call" && isPaused) return refusal("counter_paused");
      return { ok: true, data: {} };
    };
    // What the hub shows is behind what it answers.
    counter.live(aView(LAN, [aTicket(7, "waiting"), aTicket(8, "waiting")], "paused"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(state().log).toMatchObject({ entries: [], paper: null, told: [], merged: 2 });
    const types = counter.hub.sent.map(({ type }) => type);
    const visit = ["ticket:call", "ticket:finish"];
    expect(types).toEqual(["counter:resume", ...visit, ...visit]);
  });
});

describe("what is kept of supervisors and the hall", () => {
  beforeEach(() => {
    counter.live(aView(LAN, [], "open"));
    counter.attend(LAN);
  });

  it("goes twelve hours after the hub was heard last, also at a start after that", () => {
    counter.live(aView(LAN, [], "open"));
    vi.advanceTimersByTime(13 * 3_600_000);
    counter.hub.set({ lastHeardAt: Date.now() });
    vi.advanceTimersByTime(11_000);
    // There all along: as fresh as the hub's word.
    expect(isKept()).toEqual([true, true]);
    counter.lose();
    vi.advanceTimersByTime(13 * 3_600_000);
    expect(isKept()).toEqual([false, false]);
    expect(state().stock).toBeNull();
  });

  it("goes at a start that comes too late", () => {
    expect(isKept()).toEqual([true, true]);
    counter.lose();
    counter.desk.close();
    vi.advanceTimersByTime(13 * 3_600_000);
    counter.reload();
    expect(isKept()).toEqual([false, false]);
  });

  it("goes with the hub's next word when the officer was signed out while it was gone", () => {
    counter.lose();
    counter.attend(null);
    expect(isKept()).toEqual([true, true]);
    counter.live(aView(LAN, [], "open"));
    vi.advanceTimersByTime(11_000);
    expect(isKept()).toEqual([false, false]);
  });

  it("goes with the machine to another counter", () => {
    expect(isKept()).toEqual([true, true]);
    counter.desk.leave();
    expect(isKept()).toEqual([false, false]);
  });
});

const refusal = (code: string): object => ({ ok: false, code, details: {} });
