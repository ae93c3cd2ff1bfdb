import {
  DESK_SHORTCUTS,
  type DeskDone,
  type DeskShortcut,
  type ShortcutKeys,
} from "@luot/contract";
import type { Logger, Result } from "@luot/kit";
import { type KeptShortcuts, ownerOf, ShortcutKeysSchema } from "./shortcutKeys.ts";

/** The system's book of shortcuts; Electron's `globalShortcut` fits. */
export interface ShortcutBook {
  /** @returns false when another program has these keys */
  readonly register: (keys: string, run: () => void) => boolean;
  readonly unregister: (keys: string) => void;
}

/** What the shortcuts need. */
export interface ShortcutsOptions {
  readonly book: ShortcutBook;
  readonly kept: () => KeptShortcuts;
  readonly keep: (kept: KeptShortcuts) => Result<unknown, "cannot_store">;
  readonly run: (shortcut: DeskShortcut) => void;
  readonly log: Logger;
}

/** The keys by which an officer works while another program is in front. */
export class Shortcuts {
  readonly #options: ShortcutsOptions;
  /** Those whose keys are ours. */
  readonly #ours = new Set<DeskShortcut>();

  constructor(options: ShortcutsOptions) {
    this.#options = options;
  }

  /** Asks the system for all of them; what it does not give is noted, and tried at each start. */
  begin(): void {
    for (const shortcut of DESK_SHORTCUTS) {
      const keys = this.#options.kept()[shortcut];
      if (!this.#take(shortcut, keys))
        this.#options.log.warn("another program has the keys of a shortcut", { shortcut, keys });
    }
  }

  /** The keys as they are kept, and which of them another program has. */
  list(): ShortcutKeys {
    const kept = this.#options.kept();
    const entries = DESK_SHORTCUTS.map((shortcut) => [
      shortcut,
      { keys: kept[shortcut], isHeld: !this.#ours.has(shortcut) },
    ]);
    return Object.fromEntries(entries) as ShortcutKeys;
  }

  /** Gives a shortcut other keys. The old ones are given up only once the new ones are had. */
  change(shortcut: DeskShortcut, keys: string): DeskDone {
    const { book, keep, kept } = this.#options;
    if (!ShortcutKeysSchema.safeParse(keys).success) return { ok: false, code: "bad_keys" };
    const before = kept();
    if (ownerOf(before, keys, shortcut) !== null) return { ok: false, code: "used_already" };
    const old = before[shortcut];
    const wasOurs = this.#ours.has(shortcut);
    if (old === keys && wasOurs) return { ok: true };
    if (!this.#take(shortcut, keys)) return { ok: false, code: "held_elsewhere" };
    const stored = keep({ ...before, [shortcut]: keys });
    if (!stored.ok) {
      book.unregister(keys);
      if (!wasOurs) this.#ours.delete(shortcut);
      return { ok: false, code: stored.error };
    }
    if (wasOurs) book.unregister(old);
    return { ok: true };
  }

  #take(shortcut: DeskShortcut, keys: string): boolean {
    const { book, run } = this.#options;
    if (!book.register(keys, () => run(shortcut))) return false;
    this.#ours.add(shortcut);
    return true;
  }
}
