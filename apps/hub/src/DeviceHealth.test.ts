import type { DevicePart } from "@luot/contract";
import { expect, it } from "vitest";
import { Alarms } from "./Alarms.ts";
import { DeviceHealth } from "./DeviceHealth.ts";

const KIOSK = { id: "k1", name: "Sảnh/A" };
const NEIGHBOUR = { id: "k2", name: "A" };
const NO_PAPER: DevicePart = { name: "printer", state: "degraded", printer: "paper_out" };
const WELL: DevicePart = { name: "printer", state: "ready", printer: "ready" };
const NO_SCANNER: DevicePart = { name: "scanner", state: "lost" };

function aHall() {
  const alarms = new Alarms(() => 0);
  const health = new DeviceHealth(alarms);
  return {
    health,
    raised: () =>
      alarms
        .all()
        .map(({ id }) => id)
        .toSorted(),
  };
}

it("names the device and what its printer lacks, until it is mended", () => {
  const { health, raised } = aHall();
  health.note(KIOSK, "degraded", [NO_PAPER]);
  expect(raised()).toEqual(["device_printer:paper_out/Sảnh/A"]);
  health.note(KIOSK, "degraded", [{ ...NO_PAPER, printer: "cover_open" }]);
  expect(raised()).toEqual(["device_printer:cover_open/Sảnh/A"]);
  health.note(KIOSK, "ready", [WELL]);
  expect(raised()).toEqual([]);
  expect(health.partsOf("k1")).toEqual([WELL]);
});

it("leaves the alarm of another device, however alike their names are", () => {
  const { health, raised } = aHall();
  health.note(KIOSK, "degraded", [NO_PAPER]);
  health.note(NEIGHBOUR, "ready", [WELL]);
  expect(raised()).toEqual(["device_printer:paper_out/Sảnh/A"]);
});

it("says of what is no printer that the device is not well", () => {
  const { health, raised } = aHall();
  health.note(KIOSK, "degraded", [WELL, NO_SCANNER]);
  expect(raised()).toEqual(["device_lost:Sảnh/A"]);
  health.note(KIOSK, "degraded", [NO_PAPER, NO_SCANNER]);
  expect(raised()).toEqual(["device_lost:Sảnh/A", "device_printer:paper_out/Sảnh/A"]);
  health.note(KIOSK, "ready", [WELL]);
  expect(raised()).toEqual([]);
});
