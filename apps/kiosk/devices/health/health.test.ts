import type { DevicePart } from "@luot/contract";
import type { Answer, HubState } from "@luot/hub-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deviceParts, type DevicesSeen, worstOf } from "./deviceParts.ts";
import { HealthTeller, type HealthTellerOptions } from "./HealthTeller.ts";

const WELL: DevicesSeen = { printer: "ready", scanner: "ready" };

function worst(...states: DevicePart["state"][]): string {
  return worstOf(states.map((state) => ({ name: "scanner", state })));
}

describe("deviceParts", () => {
  it("names only what this kiosk is meant to have", () => {
    expect(deviceParts({ printer: null, scanner: null })).toEqual([]);
    expect(deviceParts(WELL).map(({ name }) => name)).toEqual(["printer", "scanner"]);
  });

  it.each([
    ["ready", "ready"],
    ["unknown", "ready"],
    ["paper_low", "degraded"],
    ["paper_out", "lost"],
    ["cover_open", "lost"],
    ["offline", "lost"],
  ] as const)("says of a printer that is %s also what it is: %s", (printer, state) => {
    const parts = deviceParts({ printer, scanner: null });
    expect(parts).toEqual([{ name: "printer", state, printer }]);
  });

  it("is as well as its worst part", () => {
    expect(worst()).toBe("ready");
    expect(worst("ready", "degraded")).toBe("degraded");
    expect(worst("degraded", "lost", "ready")).toBe("lost");
  });
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aTeller(answer: () => Promise<unknown> = async () => ({ ok: true, data: {} })) {
  let state = { connection: "connecting" } as HubState<"kiosk">;
  let seen = WELL;
  let listener: (() => void) | null = null;
  const sent: unknown[] = [];
  const hub = {
    getState: () => state,
    subscribe: (told: () => void) => {
      listener = told;
      return () => {
        listener = null;
      };
    },
    send: async (type: string, payload: object) => {
      sent.push({ type, ...payload });
      return (await answer()) as Answer<"device:health">;
    },
  } as HealthTellerOptions["hub"];
  const teller = new HealthTeller({ hub, look: () => seen });
  const connect = (connection: HubState<"kiosk">["connection"]): void => {
    state = { ...state, connection };
    listener?.();
  };
  const see = (next: Partial<DevicesSeen>): void => {
    seen = { ...seen, ...next };
    teller.look();
  };
  return { teller, sent, connect, see };
}

/** Lets answers arrive, without letting time pass. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe("HealthTeller", () => {
  it("tells nothing before the hub is there, and all once it is", async () => {
    const { sent, connect, see } = aTeller();
    see({ scanner: "lost" });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toEqual([]);
    connect("live");
    await settle();
    expect(sent).toMatchObject([
      { type: "device:health", state: "lost", parts: deviceParts({ ...WELL, scanner: "lost" }) },
    ]);
  });

  it("tells a change at once, and what did not change only each minute", async () => {
    const { sent, connect, see } = aTeller();
    connect("live");
    await settle();
    connect("live");
    see({});
    await settle();
    expect(sent).toHaveLength(1);
    see({ printer: "paper_out" });
    await settle();
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(4);
  });

  it("tells a hub that was away again, for it may have begun anew", async () => {
    const { sent, connect } = aTeller();
    connect("live");
    await settle();
    connect("reconnecting");
    connect("live");
    await settle();
    expect(sent).toHaveLength(2);
  });

  it("tells the last of many changes, one at a time", async () => {
    const waiting: ((answer: unknown) => void)[] = [];
    const { sent, connect, see } = aTeller(() => new Promise((resolve) => waiting.push(resolve)));
    connect("live");
    for (const printer of ["offline", "paper_out", "ready", "cover_open"] as const)
      see({ printer });
    await settle();
    expect(sent).toHaveLength(1);
    waiting[0]?.({ ok: true, data: {} });
    await settle();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ parts: [{ printer: "cover_open" }, {}] });
  });

  it("does not ask a hub without an end that refuses", async () => {
    const refused = { ok: false, code: "rate_limited", details: {} };
    const { sent, connect } = aTeller(async () => refused);
    connect("live");
    await vi.advanceTimersByTimeAsync(59_000);
    expect(sent).toHaveLength(1);
  });

  it("tells nothing more when it was closed", async () => {
    const { teller, sent, connect, see } = aTeller();
    teller.close();
    connect("live");
    see({ printer: "offline" });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toEqual([]);
  });
});
