import type { Clock, Logger } from "@luot/kit";
import type { Scan, ScanOutcome } from "../Scan.ts";
import type { RefusedScan, Scanner, ScannerHealth } from "../Scanner.ts";
import { type CodecSession, createCodecSession } from "./createCodecSession.ts";
import { createListeners } from "./createListeners.ts";
import { createScanGate } from "./createScanGate.ts";
import { DeviceLink, type OpenDevice } from "./DeviceLink.ts";

/** What a kind of scanner is handed when it opens its device. */
export interface DeviceEvents {
  /** Sets the codec of this session. @returns the function that takes what the device sends */
  readonly decodeWith: CodecSession["decodeWith"];
  readonly onLost: (reason: string) => void;
}

export interface MessageScannerOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Opens the device or rejects, saying why. */
  readonly connect: (events: DeviceEvents) => Promise<OpenDevice>;
}

/** Makes a scanner of anything that can be opened and decoded; each driver is one `connect`. */
export function createMessageScanner(options: MessageScannerOptions): Scanner {
  const { clock, log } = options;
  const scans = createListeners<Scan>("scan", log);
  const refused = createListeners<RefusedScan>("refused", log);
  const healths = createListeners<ScannerHealth>("health", log);
  const gate = createScanGate({ clock, log, onScan: scans.emit, onRefused: refused.emit });
  let isClosed = true;
  let session: CodecSession | null = null;

  const take = (outcomes: readonly ScanOutcome[]): void => {
    if (!isClosed) for (const outcome of outcomes) gate.take(outcome);
  };
  const link = new DeviceLink({
    log,
    onHealth: healths.emit,
    connect: (onLost) => {
      const opened = createCodecSession(clock, take);
      session = opened;
      const lose = (reason: string): void => {
        opened.end();
        onLost(reason);
      };
      return options.connect({ decodeWith: opened.decodeWith, onLost: lose });
    },
  });

  return {
    open: () => {
      isClosed = false;
      return link.open();
    },
    close: () => {
      isClosed = true;
      session?.end();
      return link.close();
    },
    get health() {
      return link.health;
    },
    onScan: scans.add,
    onRefused: refused.add,
    onHealth: healths.add,
  };
}
