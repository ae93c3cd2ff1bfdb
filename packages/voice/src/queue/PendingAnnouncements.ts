import { ANNOUNCEMENT_KINDS, type Announcement } from "./Announcement.ts";

/** Enough ids to outlast any resync within the time after which everything is stale. */
const REMEMBERED_IDS = 500;

const rank = (entry: Announcement): number => ANNOUNCEMENT_KINDS.indexOf(entry.kind);

/** The announcements that wait, and the ids that have been seen. Knows no time and no sound. */
export class PendingAnnouncements {
  /** In order of arrival. */
  #entries: readonly Announcement[] = [];
  readonly #seen = new Set<string>();

  get count(): number {
    return this.#entries.length;
  }

  /** Whether any waiting entry has this key. */
  hasKey(key: string): boolean {
    return this.#entries.some((entry) => entry.key === key);
  }

  /** Whether an emergency waits. */
  hasEmergency(): boolean {
    return this.#entries.some((entry) => entry.kind === "emergency");
  }

  /**
   * Adds an entry in place of the one with its key. When the one that waits was called later, as
   * after messages that overtook each other, that one stays.
   *
   * @returns the entry that lost its place, `null` when none did, `"duplicate"` for a known id
   */
  add(entry: Announcement): Announcement | null | "duplicate" {
    if (this.#seen.has(entry.id)) return "duplicate";
    this.#remember(entry.id);
    const waiting = this.#entries.find((other) => other.key === entry.key);
    if (waiting !== undefined && waiting.calledAtMs > entry.calledAtMs) return entry;
    this.#entries = [...this.#entries.filter((other) => other !== waiting), entry];
    return waiting ?? null;
  }

  /** Takes the most urgent entry, the earliest arrived among equals; `null` when none waits. */
  takeNext(): Announcement | null {
    const [next] = this.#entries.toSorted((a, b) => rank(a) - rank(b));
    if (next === undefined) return null;
    this.#entries = this.#entries.filter((entry) => entry !== next);
    return next;
  }

  /** Takes out every entry that matches, in order of arrival. */
  takeWhere(matches: (entry: Announcement) => boolean): readonly Announcement[] {
    const taken = this.#entries.filter(matches);
    this.#entries = this.#entries.filter((entry) => !taken.includes(entry));
    return taken;
  }

  #remember(id: string): void {
    this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > REMEMBERED_IDS && oldest !== undefined) this.#seen.delete(oldest);
  }
}
