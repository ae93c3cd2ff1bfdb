import type { FoundHub } from "@luot/contract";

/** A hub that has not answered for so long is gone. */
const HEARD_WITHIN_MS = 15_000;
const MAX_HUBS = 12;

/** The hubs that were heard lately. Times are of any steady clock, ms. */
export class HeardHubs {
  readonly #heard = new Map<string, { readonly hub: FoundHub; readonly atMs: number }>();

  /** Notes who answered. Twelve at a time: whoever floods the network takes no more room than that. */
  hear(hubs: readonly FoundHub[], nowMs: number): void {
    for (const [url, { atMs }] of this.#heard)
      if (nowMs - atMs >= HEARD_WITHIN_MS) this.#heard.delete(url);
    for (const hub of hubs)
      if (this.#heard.has(hub.url) || this.#heard.size < MAX_HUBS)
        this.#heard.set(hub.url, { hub, atMs: nowMs });
  }

  /** By their address. */
  lately(nowMs: number): readonly FoundHub[] {
    const lately = [...this.#heard.values()].filter(({ atMs }) => nowMs - atMs < HEARD_WITHIN_MS);
    return lately.map(({ hub }) => hub).toSorted((a, b) => (a.url < b.url ? -1 : 1));
  }

  clear(): void {
    this.#heard.clear();
  }
}
