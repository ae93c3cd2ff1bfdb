import type { LinkScan } from "@luot/contract";
import type { Clock, Logger } from "@luot/kit";
import { createScanner, type Scanner, type ScannerHealth } from "@luot/scanner";

/** What reading codes needs. */
export interface ScanReaderOptions {
  /** As it was typed. */
  readonly address: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told of each scan. What it holds may be personal: it is handed on and nowhere noted. */
  readonly onScan: (scan: LinkScan) => void;
  readonly onHealth: () => void;
}

/** The scanner of this kiosk. An address that names none is noted, and is a scanner that is lost. */
export class ScanReader {
  readonly #scanner: Scanner | null;

  constructor({ address, clock, log, onScan, onHealth }: ScanReaderOptions) {
    const made = createScanner(address, { profile: "auto", clock, log });
    if (!made.ok) {
      log.error("the scanner's address makes no sense", { why: made.error });
      this.#scanner = null;
      return;
    }
    const scanner = made.value;
    this.#scanner = scanner;
    scanner.onScan(({ text, aim }) => onScan({ text, aim, at: clock.now() }));
    scanner.onRefused(({ reason, aim }) => log.info("a scan was refused", { reason, aim }));
    scanner.onHealth((health) => {
      log.info("the scanner changed", { health });
      onHealth();
    });
    // Never rejects.
    void scanner.open();
  }

  get health(): ScannerHealth {
    return this.#scanner?.health ?? "lost";
  }

  async close(): Promise<void> {
    await this.#scanner?.close();
  }
}
