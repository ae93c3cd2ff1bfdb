import type { HubClient } from "@luot/hub-client";
import { deviceParts, type DevicesSeen, worstOf } from "./deviceParts.ts";

/** What the teller needs. */
export interface HealthTellerOptions {
  readonly hub: Pick<HubClient<"kiosk">, "getState" | "send" | "subscribe">;
  /** How the devices are now. */
  readonly look: () => DevicesSeen;
}

/** The hub forgets what it heard when it starts, and whoever looks wants it fresh. */
const EVERY_MS = 60_000;
const GIVE_UP_MS = 5_000;

/** Tells the hub how this kiosk's devices are: when they change, when it connects, each minute. */
export class HealthTeller {
  readonly #options: HealthTellerOptions;
  readonly #stop: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #told: string | null = null;
  #wasLive = false;
  #isTelling = false;

  constructor(options: HealthTellerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tellAnew(), EVERY_MS);
    this.#stop = options.hub.subscribe(() => this.#onHub());
    this.#onHub();
  }

  /** Looks again, because something may have changed. */
  look(): void {
    if (this.#wasLive && !this.#isTelling) void this.#tell();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stop();
    this.#wasLive = false;
  }

  #onHub(): void {
    const isLive = this.#options.hub.getState().connection === "live";
    const isNew = isLive && !this.#wasLive;
    this.#wasLive = isLive;
    if (isNew) this.#tellAnew();
  }

  #tellAnew(): void {
    this.#told = null;
    this.look();
  }

  /** One at a time; what changed meanwhile is told after it. */
  async #tell(): Promise<void> {
    this.#isTelling = true;
    for (;;) {
      const parts = deviceParts(this.#options.look());
      const words = JSON.stringify(parts);
      if (words === this.#told || !this.#wasLive || parts.length === 0) break;
      this.#told = words;
      const health = { state: worstOf(parts), parts };
      const answer = await this.#options.hub.send("device:health", health, {
        giveUpMs: GIVE_UP_MS,
      });
      // Told at the next change or minute: a hub that refuses now would be asked without an end.
      if (!answer.ok) break;
    }
    this.#isTelling = false;
  }
}
