import type { Storage } from "../offline/OfflineStore.ts";

/** A browser's storage that outlives whoever uses it, for tests of restarts. */
export class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}
