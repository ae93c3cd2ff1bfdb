import type { Ack } from "@luot/contract";
import { type Event, heldTickets, type State, ticketsToHold } from "@luot/domain";
import type { Clock, Logger } from "@luot/kit";

export interface KioskPresenceDeps {
  readonly state: () => State;
  readonly part: (deviceId: string, since: number) => Promise<Ack>;
  readonly rejoin: (deviceId: string) => Promise<Ack>;
  readonly isConnected: (deviceId: string) => boolean;
  /** Whether a kiosk gives numbers by itself while it is cut off. */
  readonly hasSeries: (deviceId: string) => boolean;
  /** The moment up to which the journal of the last run goes, epoch ms; `null` for a new one. */
  readonly lastEventAt: number | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** So long a connection can be gone before its silence is noticed: ping and pong, ms. */
const UNNOTICED_MS = 4_000;

/**
 * Tells the engine which kiosks are there, so that a number which a kiosk may have replaced while it
 * was cut off is not called (HOLD rules). Asks it only when there is something to hold or release.
 */
export class KioskPresence {
  readonly #deps: KioskPresenceDeps;

  constructor(deps: KioskPresenceDeps) {
    this.#deps = deps;
  }

  /** After a start nobody is there: what could not be called when the last run ended is held. */
  afterStart(): void {
    const { lastEventAt, state } = this.#deps;
    if (lastEventAt === null || !state().isOpen) return;
    const devices = new Set([...state().tickets.values()].map(({ deviceId }) => deviceId));
    for (const deviceId of devices) if (deviceId !== null) this.#part(deviceId, lastEventAt);
  }

  /** The last connection of a kiosk ended. */
  parted(deviceId: string): void {
    this.#part(deviceId, this.#deps.clock.now() - UNNOTICED_MS);
  }

  /** A kiosk is back. One with a series of its own may have superseded what is held: it says so. */
  joined(deviceId: string): void {
    if (!this.#deps.hasSeries(deviceId)) this.told(deviceId);
  }

  /** A kiosk has told all that it did while it was cut off. */
  told(deviceId: string): void {
    if (heldTickets(this.#deps.state(), deviceId).length === 0) return;
    this.#run(this.#deps.rejoin(deviceId));
  }

  /** A number may be committed after its kiosk was lost: then the hold comes right behind it. */
  committed(events: readonly Event[]): void {
    const issuers = new Set<string>();
    for (const event of events)
      if (event.type === "ticket-issued" && event.deviceId !== null && event.print === "pending")
        issuers.add(event.deviceId);
    for (const deviceId of issuers)
      if (!this.#deps.isConnected(deviceId)) this.#part(deviceId, this.#deps.clock.now());
  }

  #part(deviceId: string, since: number): void {
    if (ticketsToHold(this.#deps.state(), deviceId, since).length === 0) return;
    this.#run(this.#deps.part(deviceId, since));
  }

  #run(asked: Promise<Ack>): void {
    const { log } = this.#deps;
    this.#settle(asked).catch((cause: unknown) => log.error("numbers were not held", { cause }));
  }

  async #settle(asked: Promise<Ack>): Promise<void> {
    const ack = await asked;
    // Between the look and the decision the papers may have been confirmed: nothing to do.
    if (ack.ok || ack.error.code === "nothing_held" || ack.error.code === "day_not_open") return;
    this.#deps.log.warn("numbers were not held", { code: ack.error.code });
  }
}
