import type { Clock, Logger } from "@luot/kit";
import { createReportChain } from "../codec/createReportChain.ts";
import { type HidPosProfile, hidPosProfileOf } from "../codec/hidPosProfiles.ts";
import type { Scanner } from "../Scanner.ts";
import { createMessageScanner } from "./createMessageScanner.ts";
import {
  type HidConnection,
  type HidDevice,
  type HidTransport,
  isHidPos,
  isWanted,
  type WantedHidDevice,
} from "./HidTransport.ts";
import { reasonOf } from "./reasonOf.ts";
import { withinMs } from "./withinMs.ts";

export interface HidPosScannerOptions {
  readonly transport: HidTransport;
  /** `auto` takes the profile of the device's vendor. */
  readonly profile: HidPosProfile | "auto";
  /** Which scanner is meant; the first in HID POS mode without it. */
  readonly wanted?: WantedHidDevice;
  readonly clock: Clock;
  readonly log: Logger;
}

const FEATURE_TIMEOUT_MS = 2000;

/**
 * Makes a driver for a scanner in HID POS mode.
 *
 * It opens the first device of usage page 0x8C, usage 2 (of those that are wanted). After a loss
 * it prefers the one it had, by vendor, product and serial number, because the path is a new one
 * after each replug; when that one is not there it takes another, so that a broken scanner can be
 * replaced without a restart.
 */
export function createHidPosScanner(options: HidPosScannerOptions): Scanner {
  const { transport, log } = options;
  let had: WantedHidDevice | null = null;

  return createMessageScanner({
    clock: options.clock,
    log,
    connect: async (events) => {
      const device = choose(await transport.list(), options.wanted ?? {}, had);
      const profile =
        options.profile === "auto" ? hidPosProfileOf(device.vendorId) : options.profile;
      const onReport = events.decodeWith(createReportChain(profile));
      const connection = await transport.open(device.path, { onReport, onLost: events.onLost });
      const { vendorId, productId, serialNumber } = device;
      had = { vendorId, productId, serialNumber };
      const isSetUp = await setUp(connection, profile, log);
      return { health: isSetUp ? "ready" : "degraded", close: () => connection.close() };
    },
  });
}

function choose(
  devices: readonly HidDevice[],
  wanted: WantedHidDevice,
  had: WantedHidDevice | null,
): HidDevice {
  const meant = devices.filter((device) => isWanted(device, wanted));
  const scanners = meant.filter(isHidPos);
  const same = had === null ? undefined : scanners.find((device) => isWanted(device, had));
  const chosen = same ?? scanners[0];
  if (chosen !== undefined) return chosen;
  const isNamed = wanted.vendorId !== undefined && meant.length > 0;
  throw new Error(
    isNamed ? "the scanner is not in HID POS mode" : "no HID POS scanner is plugged in",
  );
}

/** Sends what the profile asks for. @returns whether the device took it */
async function setUp(
  connection: HidConnection,
  profile: HidPosProfile,
  log: Logger,
): Promise<boolean> {
  if (profile.openFeatureReport === null) return true;
  const report = Uint8Array.from(profile.openFeatureReport);
  try {
    const sent = await withinMs(connection.sendFeatureReport(report), FEATURE_TIMEOUT_MS);
    if (sent !== "late") return true;
    log.warn("scanner did not answer its set-up report", { profile: profile.id });
  } catch (cause) {
    log.warn("scanner refused its set-up report", { profile: profile.id, reason: reasonOf(cause) });
  }
  return false;
}
