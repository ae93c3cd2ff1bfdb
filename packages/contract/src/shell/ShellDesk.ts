/** What an officer can do while another program has the keyboard, in the order of the settings. */
export const DESK_SHORTCUTS = ["call-next", "recall", "finish", "show-bar"] as const;
export type DeskShortcut = (typeof DESK_SHORTCUTS)[number];

/** The keys of each, as `Ctrl+Alt+N`; `isHeld` when another program had them first. */
export type ShortcutKeys = Readonly<
  Record<DeskShortcut, { readonly keys: string; readonly isHeld: boolean }>
>;

/**
 * Why a wish was refused: another program has these keys, they are no such keys, they stand for
 * something else here already, or the disk is full.
 */
export type DeskRefusal = "held_elsewhere" | "bad_keys" | "used_already" | "cannot_store";

/** Whether a wish was carried out. */
export type DeskDone = { readonly ok: true } | { readonly ok: false; readonly code: DeskRefusal };

/** What a counter's screen may ask of its app: its place, its small bar, its shortcuts. */
export interface ShellDesk {
  /** Keeps which counter this machine stands at and starts the screen anew; `null`: asks again. */
  readonly chooseCounter: (counterId: string | null) => Promise<DeskDone>;
  /** Shows or hides the bar that stays in front of other programs. @returns whether it is shown */
  readonly toggleBar: () => Promise<boolean>;
  /** Brings the counter's own window to the front. */
  readonly showWindow: () => Promise<DeskDone>;
  readonly shortcuts: () => Promise<ShortcutKeys>;
  /** Keys other than those: the old ones stay when the new ones can't be had. */
  readonly changeShortcut: (shortcut: DeskShortcut, keys: string) => Promise<DeskDone>;
  /** Told of each shortcut that is not the app's own affair; returns the function that stops it. */
  readonly onShortcut: (listener: (shortcut: DeskShortcut) => void) => () => void;
}
