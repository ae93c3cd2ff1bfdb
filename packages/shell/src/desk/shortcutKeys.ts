import { DESK_SHORTCUTS, type DeskShortcut } from "@luot/contract";
import { z } from "zod";

/**
 * Keys of a shortcut in Electron's words: Ctrl or Alt or both, perhaps Shift, and one letter, digit
 * or function key. Without Ctrl or Alt only a function key, for anything else is writing.
 */
const KEYS =
  /^(?:(?:Ctrl\+Alt|Ctrl|Alt)\+(?:Shift\+)?(?:[A-Z0-9]|F[1-9]|F1[0-2])|(?:Shift\+)?(?:F[1-9]|F1[0-2]))$/u;

export const ShortcutKeysSchema = z.string().max(30).regex(KEYS);

/** The keys of each shortcut as they are kept. */
export const KeptShortcutsSchema = z.strictObject({
  "call-next": ShortcutKeysSchema,
  recall: ShortcutKeysSchema,
  finish: ShortcutKeysSchema,
  "show-bar": ShortcutKeysSchema,
});
export type KeptShortcuts = z.infer<typeof KeptShortcutsSchema>;

/** The keys of a fresh installation. */
export const FRESH_SHORTCUTS: KeptShortcuts = {
  "call-next": "Ctrl+Alt+N",
  recall: "Ctrl+Alt+R",
  finish: "Ctrl+Alt+F",
  "show-bar": "Ctrl+Alt+B",
};

/** The shortcut that has these keys, other than one itself; `null` when they are free here. Pure. */
export function ownerOf(
  kept: KeptShortcuts,
  keys: string,
  except: DeskShortcut,
): DeskShortcut | null {
  return DESK_SHORTCUTS.find((one) => one !== except && kept[one] === keys) ?? null;
}
