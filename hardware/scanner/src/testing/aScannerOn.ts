import { silentLogger } from "@luot/kit";
import { HID_POS_PROFILES } from "../codec/hidPosProfiles.ts";
import { createHidPosScanner, type HidPosScannerOptions } from "../driver/createHidPosScanner.ts";
import type { RefusedScan, ScannerHealth } from "../Scanner.ts";
import type { FakeHidTransport } from "./FakeHidTransport.ts";
import { fakedClock } from "./fakedClock.ts";

/**
 * A scanner on a fake with what it told, from before it was opened. It runs on the timers that
 * vitest fakes; whoever makes it closes it.
 */
export function aScannerOn(transport: FakeHidTransport, changes: Partial<HidPosScannerOptions>) {
  const texts: string[] = [];
  const refused: RefusedScan[] = [];
  const healths: ScannerHealth[] = [];
  const scanner = createHidPosScanner({
    transport,
    profile: HID_POS_PROFILES.generic,
    clock: fakedClock,
    log: silentLogger,
    ...changes,
  });
  scanner.onScan((scan) => texts.push(scan.text));
  scanner.onRefused((refusal) => refused.push(refusal));
  scanner.onHealth((health) => healths.push(health));
  return { scanner, texts, refused, healths };
}
