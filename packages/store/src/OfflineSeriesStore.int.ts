import { join } from "node:path";
import { expect, it } from "vitest";
import { OfflineSeriesStore } from "./OfflineSeriesStore.ts";
import { openDatabase } from "./openDatabase.ts";
import { temporaryFolder } from "./testing/temporaryFolder.ts";

const UNUSED = { usedEpoch: 0, usedDay: null };

it("[OFF-6] never hands a series twice on one day, also over a restart", () => {
  const path = join(temporaryFolder(), "hub.db");
  const db = openDatabase(path);
  const series = new OfflineSeriesStore(db);
  expect(series.has("k1")).toBe(false);
  expect(series.hand("k1", "2026-03-02", UNUSED)).toEqual({
    letter: "A",
    epoch: 1,
    day: "2026-03-02",
  });
  db.close();
  const again = openDatabase(path);
  const after = new OfflineSeriesStore(again);
  expect(after.letterOf("k1")).toBe("A");
  expect(after.hand("k1", "2026-03-02", UNUSED)?.epoch).toBe(2);
  expect(after.hand("k1", "2026-03-03", UNUSED)?.epoch).toBe(1);
  // Cut off over midnight, it went on with the epoch of the day before.
  expect(after.hand("k1", "2026-03-04", { usedEpoch: 3, usedDay: "2026-03-04" })?.epoch).toBe(4);
  // What it used yesterday is no label of today.
  expect(after.hand("k1", "2026-03-05", { usedEpoch: 9, usedDay: "2026-03-04" })?.epoch).toBe(1);
  again.close();
});

it("gives each kiosk a letter that is read as no digit, as long as there are letters", () => {
  const db = openDatabase(join(temporaryFolder(), "hub.db"));
  const series = new OfflineSeriesStore(db);
  const letters = Array.from({ length: 25 }, (_, i) => series.hand(`k${i}`, "2026-03-02", UNUSED));
  const given = letters.map((one) => one?.letter ?? "none");
  expect(given.slice(0, 24).join("")).toBe("ABCDEFGHJKLMNPQRSTUVWXYZ");
  expect(given[24]).toBe("none");
  // It prints by itself all the same.
  expect(series.has("k24")).toBe(true);
  expect(series.letterOf("k24")).toBeNull();
  expect(series.hand("k0", "2026-03-02", { usedEpoch: 9_999, usedDay: "2026-03-02" })).toBeNull();
  db.close();
});

it("takes the letter of a kiosk that was away for more than a month", () => {
  const db = openDatabase(join(temporaryFolder(), "hub.db"));
  const series = new OfflineSeriesStore(db);
  const kiosks = Array.from({ length: 24 }, (_, i) => `k${i}`);
  for (const kiosk of kiosks) series.hand(kiosk, "2026-01-30", UNUSED);
  for (const kiosk of kiosks) if (kiosk !== "k5") series.hand(kiosk, "2026-03-01", UNUSED);
  expect(series.hand("new", "2026-03-01", UNUSED)).toBeNull();
  expect(series.hand("new", "2026-03-02", UNUSED)).toMatchObject({ letter: "F" });
  expect(series.letterOf("k5")).toBeNull();
  db.close();
});
