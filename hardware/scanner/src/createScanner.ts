import { assertNever, type Clock, type Logger, ok, type Result } from "@luot/kit";
import type { HidPosProfile } from "./codec/hidPosProfiles.ts";
import { createHidPosScanner } from "./driver/createHidPosScanner.ts";
import { createSerialScanner, PLAIN_LINE } from "./driver/createSerialScanner.ts";
import { parseScannerAddress, type ScannerAddress } from "./parseScannerAddress.ts";
import type { Scanner } from "./Scanner.ts";
import { createNodeHidTransport } from "./transports/createNodeHidTransport.ts";
import { createReportStreamTransport } from "./transports/createReportStreamTransport.ts";
import { createSerialTransport } from "./transports/createSerialTransport.ts";

export interface ScannerDeps {
  /** For HID POS scanners; `auto` goes by the device's vendor. */
  readonly profile: HidPosProfile | "auto";
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Makes the scanner that an address names. Nothing is opened yet.
 *
 * @returns as refusal a sentence for the person who wrote the address
 */
export function createScanner(address: string, deps: ScannerDeps): Result<Scanner, string> {
  const parsed = parseScannerAddress(address);
  return parsed.ok ? ok(scannerAt(parsed.value, deps)) : parsed;
}

function scannerAt(address: ScannerAddress, deps: ScannerDeps): Scanner {
  switch (address.kind) {
    case "hid": {
      const { kind: _kind, ...wanted } = address;
      return createHidPosScanner({ ...deps, transport: createNodeHidTransport(), wanted });
    }
    case "tcp":
      return createHidPosScanner({ ...deps, transport: createReportStreamTransport(address) });
    case "serial":
      return createSerialScanner({
        clock: deps.clock,
        log: deps.log,
        transport: createSerialTransport(address),
        line: PLAIN_LINE,
      });
    default:
      return assertNever(address);
  }
}
