import { describe, expect, it } from "vitest";
import { localTime } from "./localTime.ts";

const at = (iso: string): number => Date.parse(iso);

describe("localTime", () => {
  it.each([
    ["Asia/Ho_Chi_Minh", "2026-03-01T17:00:00Z", "2026-03-02", 0],
    ["Asia/Ho_Chi_Minh", "2026-03-01T16:59:59.999Z", "2026-03-01", 1_439],
    ["UTC", "2026-12-31T23:59:00Z", "2026-12-31", 1_439],
    ["America/Los_Angeles", "2026-01-01T07:59:00Z", "2025-12-31", 1_439],
    // Daylight saving time: 02:00 does not exist on 8 March 2026, 01:30 comes twice on 1 November.
    ["America/Los_Angeles", "2026-03-08T09:59:00Z", "2026-03-08", 119],
    ["America/Los_Angeles", "2026-03-08T10:00:00Z", "2026-03-08", 180],
    ["America/Los_Angeles", "2026-11-01T08:30:00Z", "2026-11-01", 90],
    ["America/Los_Angeles", "2026-11-01T09:30:00Z", "2026-11-01", 90],
    ["Asia/Kathmandu", "2026-03-01T18:15:00Z", "2026-03-02", 0],
    ["Pacific/Chatham", "2026-07-01T11:15:00Z", "2026-07-02", 0],
    ["Pacific/Kiritimati", "2026-03-01T10:00:00Z", "2026-03-02", 0],
    // The time zone data knows that the city kept UTC+8 until 1975.
    ["Asia/Ho_Chi_Minh", "1969-12-31T16:30:00Z", "1970-01-01", 30],
  ])("[CAL-1] shows the wall clock of %s at %s", (zone, iso, date, minutes) => {
    expect(localTime(at(iso), zone)).toEqual({ date, minutes });
  });

  it("[CAL-1] gives the same answer however often it is asked", () => {
    const start = at("2026-03-01T00:00:00Z");
    const zones = ["Asia/Ho_Chi_Minh", "Australia/Lord_Howe", "America/St_Johns"];
    const ask = (): unknown =>
      zones.map((zone) =>
        Array.from({ length: 400 }, (_, i) => localTime(start + i * 17 * 60_000, zone)),
      );
    expect(ask()).toEqual(ask());
  });

  it("[CAL-1] refuses a zone that does not exist", () => {
    expect(() => localTime(0, "Asia/Atlantis")).toThrow(RangeError);
  });
});
