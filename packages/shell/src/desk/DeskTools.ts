import type { DeskDone, DeskShortcut, ShortcutKeys } from "@luot/contract";
import type { BarWindow } from "./BarWindow.ts";
import type { Shortcuts } from "./Shortcuts.ts";

/** What a counter's app can do for its screen. */
export interface DeskTools {
  readonly chooseCounter: (counterId: string | null) => DeskDone;
  readonly showWindow: () => DeskDone;
  readonly bar: Pick<BarWindow, "toggle">;
  readonly shortcuts: Pick<Shortcuts, "list" | "change">;
}

/** The bridge's calls that are answered by it. */
export interface DeskHandlers {
  readonly "luot:choose-counter": (counterId: string | null) => Promise<DeskDone>;
  readonly "luot:toggle-bar": () => Promise<boolean>;
  readonly "luot:show-window": () => Promise<DeskDone>;
  readonly "luot:shortcuts": () => Promise<ShortcutKeys>;
  readonly "luot:change-shortcut": (shortcut: DeskShortcut, keys: string) => Promise<DeskDone>;
}
