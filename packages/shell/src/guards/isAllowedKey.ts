/** A key press, as Electron's `before-input-event` tells it. */
export interface KeyPress {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  /** As `KeyboardEvent.code`: the place of the key, whatever it writes. */
  readonly code: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

/**
 * Who sits at the keyboard: `citizen`, anybody in a public hall; `officer`, who works with it but
 * has no business with the browser underneath.
 */
export type KeyPolicy = "citizen" | "officer";

/** What moves about in a screen and writes into a field. */
const PLAIN_KEYS = new Set([
  "Backspace",
  "Delete",
  "Tab",
  "Enter",
  "Escape",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "Shift",
]);

/** An officer copies a number and undoes a slip; N and P are the desk's own, for lack of a browser. */
const OFFICER_SHORTCUTS = new Set(["a", "c", "n", "p", "v", "x", "y", "z"]);
const OFFICER_KEYS = new Set(["Insert", "Control", "Alt", "AltGraph", "CapsLock", "NumLock"]);
/** Of the function keys only those that mean nothing to a browser. */
const OFFICER_FUNCTION_KEYS = new Set(["F1", "F2", "F3", "F4", "F6", "F7", "F8", "F9", "F10"]);

/**
 * Whether a key press may reach the screen. What is not named is refused: a keyboard can send
 * hundreds of keys, and new ones are added. Pure.
 */
export function isAllowedKey(press: KeyPress, policy: KeyPolicy): boolean {
  if (press.meta) return false;
  if (isAdminChord(press)) return true;
  const isWriting = /^.$/su.test(press.key);
  if (press.control && press.alt)
    // Windows reports AltGr, with which some keyboards type @ and the like, as both at once.
    return policy === "officer" && isWriting && !/[a-z0-9]/iu.test(press.key);
  if (press.alt) return policy === "officer" && press.key === "Alt";
  if (press.control)
    return (
      policy === "officer" &&
      !press.shift &&
      (press.key === "Control" || OFFICER_SHORTCUTS.has(press.key.toLowerCase()))
    );
  if (isWriting || PLAIN_KEYS.has(press.key)) return true;
  return (
    policy === "officer" && (OFFICER_KEYS.has(press.key) || OFFICER_FUNCTION_KEYS.has(press.key))
  );
}

/** Ctrl+Alt+Shift+L, which asks a page to show where the administrator's PIN is entered. */
function isAdminChord({ control, alt, shift, meta, code }: KeyPress): boolean {
  return control && alt && shift && !meta && code === "KeyL";
}
