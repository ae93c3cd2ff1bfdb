import type { LauncherState } from "@luot/contract";
import { createI18n } from "@luot/i18n";
import { describe, expect, it } from "vitest";
import { aDevice, T0 } from "../testing/aLauncher.ts";
import { counterLinks } from "./counterLinks.ts";
import { bodyOf, errorOf } from "./LauncherAction.ts";
import { decide, startDraft, zonesOf } from "./pairDraft.ts";
import { placeText } from "./placeText.ts";
import { shownDevices } from "./shownDevices.ts";
import { uptimeText } from "./uptime.ts";
import { alarmText } from "./words.ts";

const vi = createI18n("vi");
const en = createI18n("en");
const alarm = (kind: LauncherState["alarms"][number]["kind"], subject: string) =>
  alarmText(en, { id: kind, kind, at: T0, subject });

const pairing = (role: "kiosk" | "counter" | "display", counterId: string | null) => ({
  code: "123456",
  wish: { role, counterId },
  expiresAt: T0,
});

describe("alarmText", () => {
  it("says for each kind what is the matter and what to do", () => {
    expect(alarm("help_wanted", "Hall kiosk").what).toBe("Help wanted at Hall kiosk");
    expect(alarm("print_unknown", "A012").what).toBe("Not known whether ticket A012 was printed");
    expect(alarm("clock_jumped", "-3600").what).toBe("The hub’s clock jumped by -3600 s");
    expect(alarm("device_lost", "Kiosk 1").what).toBe("Device Kiosk 1 reports a fault");
    for (const kind of ["help_wanted", "print_unknown", "clock_jumped", "device_lost"] as const)
      expect(alarm(kind, "x").next).not.toBe("");
  });

  it("says what the printer lacks", () => {
    expect(alarm("printer", "paper_out").what).toBe("Printer: Out of paper");
    expect(alarm("printer", "paper_out").next).toContain("Change the roll");
  });

  it("does not break on a state of a printer that it has no words for", () => {
    expect(alarm("printer", "toString").what).toBe("Printer: State not known yet");
  });

  it("names no place when the device had no name", () => {
    expect(alarm("help_wanted", "").what).toBe("Somebody wants help");
  });
});

describe("uptimeText", () => {
  it("tells the two largest parts", () => {
    expect(uptimeText(vi, 59_999)).toBe("dưới một phút");
    expect(uptimeText(vi, 5 * 60_000)).toBe("5 phút");
    expect(uptimeText(vi, 65 * 60_000)).toBe("1 giờ 5 phút");
    expect(uptimeText(en, 26 * 3_600_000)).toBe("1 day 2 h");
    expect(uptimeText(vi, -1)).toBe("dưới một phút");
  });
});

describe("a pairing", () => {
  const counters = [
    { id: "q01", zone: "hall" },
    { id: "q02", zone: "hall" },
    { id: "q21", zone: "upstairs" },
  ];
  it("begins as what the device wishes, in its counter's zone", () => {
    const draft = startDraft(pairing("counter", "q21"), counters);
    expect(draft).toEqual({ role: "counter", name: "", counterId: "q21", zone: "upstairs" });
  });

  it("does not take over a counter that the settings lack", () => {
    expect(startDraft(pairing("counter", "q99"), counters).counterId).toBe("");
  });

  it("chooses the zone by itself only where there is just one", () => {
    expect(startDraft(pairing("display", null), counters).zone).toBe("");
    expect(startDraft(pairing("display", null), counters.slice(0, 2)).zone).toBe("hall");
    expect(zonesOf(counters)).toEqual(["hall", "upstairs"]);
  });

  it("waits for a counter where the device must have one", () => {
    const draft = startDraft(pairing("counter", null), counters);
    expect(decide("123456", draft, "Máy")).toBeNull();
    expect(decide("123456", { ...draft, counterId: "q02" }, "Máy")?.counterId).toBe("q02");
  });

  it("drops the counter of a device that became a kiosk", () => {
    const draft = { ...startDraft(pairing("counter", "q01"), counters), role: "kiosk" as const };
    expect(decide("123456", draft, "Máy")).toEqual({
      code: "123456",
      role: "kiosk",
      name: "Máy",
      counterId: null,
      zone: "hall",
    });
  });

  it("takes the written name without its spaces, and never an empty one", () => {
    const draft = startDraft(pairing("kiosk", null), counters);
    expect(decide("1", { ...draft, name: "  Cửa chính " }, "Máy")?.name).toBe("Cửa chính");
    expect(decide("1", { ...draft, name: "  " }, "Máy")?.name).toBe("Máy");
  });
});

describe("shownDevices", () => {
  it("leaves out revoked ones and puts connected ones first, by name", () => {
    const devices = [
      aDevice("a", { name: "Quầy 10" }),
      aDevice("b", { name: "Quầy 9" }),
      aDevice("c", { name: "Quầy 1", isConnected: false }),
      aDevice("d", { revokedAt: T0 }),
    ];
    expect(shownDevices(devices).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });
});

describe("counterLinks", () => {
  it("gives the first three by number a large link", () => {
    const counters = [4, 2, 1, 3].map((number) => ({ id: `q0${number}`, number }));
    const { large, small } = counterLinks(counters);
    expect([large, small].map((list) => list.map(({ id }) => id))).toEqual([
      ["q01", "q02", "q03"],
      ["q04"],
    ]);
  });

  it("links the demonstration's until the settings came", () => {
    expect(counterLinks(null).large.map(({ id }) => id)).toEqual(["q01", "q02", "q03"]);
  });
});

describe("placeText", () => {
  const counters = [{ id: "q05", number: 5, name: null, zone: "hall", tiers: [] }];

  it("names a counter by its number, or by its id where the settings lack it", () => {
    expect(placeText(vi, "q05", { counters })).toBe("Quầy 5");
    expect(placeText(vi, "q77", { counters })).toBe("q77");
    expect(placeText(vi, null, { counters })).toBeNull();
  });
});

describe("a request to the hub", () => {
  it("carries what the hub reads for each action", () => {
    expect(bodyOf({ kind: "revoke", id: "d1" })).toEqual({ id: "d1" });
    expect(bodyOf({ kind: "clear-alarm", id: "printer:offline" })).toEqual({
      id: "printer:offline",
    });
    expect(bodyOf({ kind: "confirm-clock" })).toEqual({});
  });

  it("has words for its refusals, and for an answer that says nothing known", () => {
    expect(errorOf({ error: "unknown_code" })).toBe("unknown_code");
    expect(errorOf({ error: "strange" })).toBe("failed");
    expect(errorOf(null)).toBe("failed");
  });
});
