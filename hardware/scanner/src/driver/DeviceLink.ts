import type { Logger } from "@luot/kit";
import type { ScannerHealth } from "../Scanner.ts";
import { reasonOf } from "./reasonOf.ts";
import { withinMs } from "./withinMs.ts";

/** A device that was opened. */
export interface OpenDevice {
  readonly health: Exclude<ScannerHealth, "lost">;
  close(): Promise<void>;
}

export interface DeviceLinkOptions {
  /** Opens the device or rejects. It calls `onLost` when the device goes, at any time. */
  readonly connect: (onLost: (reason: string) => void) => Promise<OpenDevice>;
  readonly onHealth: (health: ScannerHealth) => void;
  readonly log: Logger;
}

/** Waits before the first, second and every further attempt, in milliseconds. */
const BACK_OFF_MS = [1000, 2000, 3000] as const;
/** A driver that hangs while closing must not hold up the process. */
const CLOSE_TIMEOUT_MS = 2000;

/**
 * Keeps one device open from `open()` to `close()`: a device that is not there, cannot be opened
 * or goes away is tried again after 1, 2 and then every 3 seconds. Nothing is asked of the system
 * while the device is open.
 */
export class DeviceLink {
  readonly #options: DeviceLinkOptions;
  #health: ScannerHealth = "lost";
  #isOpen = false;
  #device: OpenDevice | null = null;
  #attempting: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #lastReason = "";
  /** Grows with each attempt, loss and close: words of an earlier session are nobody's. */
  #session = 0;

  constructor(options: DeviceLinkOptions) {
    this.#options = options;
  }

  get health(): ScannerHealth {
    return this.#health;
  }

  async open(): Promise<void> {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#attempt();
    }
    await this.#attempting;
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#session++;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const device = this.#device;
    this.#device = null;
    this.#health = "lost";
    if (device !== null) await this.#closeQuietly(device);
    // An attempt under way closes what it opened.
    await withinMs(this.#attempting, CLOSE_TIMEOUT_MS);
  }

  #attempt(): void {
    this.#attempting = this.#connect(++this.#session);
  }

  async #connect(session: number): Promise<void> {
    try {
      const device = await this.#options.connect((reason) => this.#lose(session, reason));
      if (session !== this.#session) return await this.#closeQuietly(device);
      this.#device = device;
      this.#failures = 0;
      this.#lastReason = "";
      this.#options.log.info("scanner open", { health: device.health });
      this.#setHealth(device.health);
    } catch (cause) {
      this.#lose(session, reasonOf(cause));
    }
  }

  #lose(session: number, reason: string): void {
    if (session !== this.#session) return;
    this.#session++;
    const device = this.#device;
    this.#device = null;
    // Said once, not at every attempt of a long night.
    if (reason !== this.#lastReason) this.#options.log.warn("scanner lost", { reason });
    this.#lastReason = reason;
    this.#retryLater();
    this.#setHealth("lost");
    if (device !== null) void this.#closeQuietly(device);
  }

  #retryLater(): void {
    const waitMs = BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length - 1)];
    this.#failures++;
    this.#timer = setTimeout(() => this.#attempt(), waitMs);
  }

  async #closeQuietly(device: OpenDevice): Promise<void> {
    try {
      const closed = await withinMs(device.close(), CLOSE_TIMEOUT_MS);
      if (closed === "late") this.#options.log.warn("scanner did not close in time");
    } catch (cause) {
      this.#options.log.debug("scanner closed badly", { reason: reasonOf(cause) });
    }
  }

  #setHealth(health: ScannerHealth): void {
    if (health === this.#health) return;
    this.#health = health;
    this.#options.onHealth(health);
  }
}
