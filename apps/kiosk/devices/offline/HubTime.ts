import type { Clock } from "@luot/kit";
import type { KioskBook } from "@luot/store";

/** The hub is asked so often what time it is for the next start, ms. */
const KEEP_EVERY_MS = 10_000;

/**
 * The hub's time as this machine knows it: what the hub last said, and from then on a clock that
 * cannot jump. Over a restart it goes by the wall clock, but never back behind the hub's last word.
 */
export class HubTime {
  readonly #clock: Clock;
  readonly #book: KioskBook;
  #anchor: { readonly hub: number; readonly monotonic: number };
  /** When the hub was last heard, hub time; `null` in a book that never met it. */
  #lastContact: number | null;
  #keptAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, book: KioskBook) {
    this.#clock = clock;
    this.#book = book;
    const contact = book.meta.contact();
    this.#lastContact = contact?.at ?? null;
    const hub = Math.max(contact?.at ?? 0, clock.now() + (contact?.offsetMs ?? 0));
    this.#anchor = { hub, monotonic: clock.monotonic() };
  }

  /** The hub's time, epoch ms, whole. */
  now(): number {
    const { hub, monotonic } = this.#anchor;
    return Math.floor(hub + this.#clock.monotonic() - monotonic);
  }

  /** When the hub was last heard, epoch ms of its clock; `null` before it ever was. */
  lastContact(): number | null {
    return this.#lastContact;
  }

  /** Takes the hub's word. @param offsetMs hub time minus this machine's wall clock, now */
  set(offsetMs: number): void {
    this.#anchor = { hub: this.#clock.now() + offsetMs, monotonic: this.#clock.monotonic() };
    this.#lastContact = this.now();
    this.keep();
  }

  /** The hub is there. Kept now and then. */
  heard(): void {
    this.#lastContact = this.now();
    if (this.#clock.monotonic() - this.#keptAt >= KEEP_EVERY_MS) this.keep();
  }

  /** Keeps the last contact for the next start. */
  keep(): void {
    if (this.#lastContact === null) return;
    this.#keptAt = this.#clock.monotonic();
    this.#book.meta.setContact({
      at: this.#lastContact,
      offsetMs: Math.round(this.now() - this.#clock.now()),
    });
  }

  /** When somebody came who is here now: not before what the hub has to hear of those before. */
  arrival(): number {
    return Math.max(this.now(), this.#lastContact ?? 0, this.#book.outbox.latestArrival() ?? 0);
  }
}
