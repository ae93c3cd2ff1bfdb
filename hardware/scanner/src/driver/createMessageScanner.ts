import type { Clock, Logger } from "@luot/kit";
import type { Scan, ScanOutcome } from "../Scan.ts";
import type { RefusedScan, Scanner, ScannerHealth } from "../Scanner.ts";
import { type CodecSession, createCodecSession } from "./createCodecSession.ts";
import { createListeners } from "./createListeners.ts";
import { createScanGate, type ScanGate } from "./createScanGate.ts";
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
  return new MessageScanner(options);
}

class MessageScanner implements Scanner {
  readonly onScan: Scanner["onScan"];
  readonly onRefused: Scanner["onRefused"];
  readonly onHealth: Scanner["onHealth"];
  readonly #options: MessageScannerOptions;
  readonly #gate: ScanGate;
  readonly #link: DeviceLink;
  #session: CodecSession | null = null;
  #isClosed = true;

  constructor(options: MessageScannerOptions) {
    const { clock, log } = options;
    const scans = createListeners<Scan>("scan", log);
    const refused = createListeners<RefusedScan>("refused", log);
    const healths = createListeners<ScannerHealth>("health", log);
    this.onScan = scans.add;
    this.onRefused = refused.add;
    this.onHealth = healths.add;
    this.#options = options;
    this.#gate = createScanGate({ clock, log, onScan: scans.emit, onRefused: refused.emit });
    const connect = (onLost: (reason: string) => void) => this.#connect(onLost);
    this.#link = new DeviceLink({ log, onHealth: healths.emit, connect });
  }

  get health(): ScannerHealth {
    return this.#link.health;
  }

  open(): Promise<void> {
    this.#isClosed = false;
    return this.#link.open();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#session?.end();
    return this.#link.close();
  }

  #connect(onLost: (reason: string) => void): Promise<OpenDevice> {
    const session = createCodecSession(this.#options.clock, (outcomes) => this.#take(outcomes));
    this.#session = session;
    const lose = (reason: string): void => {
      session.end();
      onLost(reason);
    };
    return this.#options.connect({ decodeWith: session.decodeWith, onLost: lose });
  }

  #take(outcomes: readonly ScanOutcome[]): void {
    if (!this.#isClosed) for (const outcome of outcomes) this.#gate.take(outcome);
  }
}
