import assert from "node:assert/strict";
import { silentLogger } from "@luot/kit";
import { createHidPosScanner, createNodeHidTransport } from "@luot/scanner";
import { HONEYWELL_SCANNER } from "./hidDevices.ts";
import { type Check, until } from "./runChecks.ts";
import { UhidDevice } from "./UhidDevice.ts";

/** That a scanner which wants a feature report first gets it, through the kernel. */
export const setUpCheck: Check = {
  name: "uhid: a Honeywell gets its set-up report (fe 01)",
  run: async () => {
    const device = new UhidDevice(HONEYWELL_SCANNER);
    const driver = createHidPosScanner({
      transport: createNodeHidTransport(),
      profile: "auto",
      clock: { now: () => Date.now(), monotonic: () => performance.now() },
      log: silentLogger,
    });
    await driver.open();
    await until("health ready", 10_000, () => driver.health === "ready");
    await driver.close();
    await device.unplug();
    assert.deepEqual(device.settings, [Uint8Array.of(0xfe, 0x01)]);
    return "health ready";
  },
};
