/** What an officer can do at the counter. */
export type DeskAction =
  | "next"
  | "recall"
  | "no-show"
  | "transfer"
  | "park"
  | "start"
  | "finish"
  | "call-chosen"
  | "pause"
  | "undo"
  | "put-back"
  | "reprint"
  | "lock"
  | "issue"
  | "dossier";

/** The key of each action, as its button shows it. */
export const KEY_OF: Readonly<Record<DeskAction, string>> = {
  next: "Enter",
  recall: "0",
  "no-show": ".",
  transfer: "+",
  park: "-",
  start: "*",
  finish: "/",
  "call-chosen": "F",
  pause: "N",
  undo: "U",
  "put-back": "P",
  reprint: "Ctrl+P",
  lock: "L",
  issue: "F2",
  dossier: "H",
};

const BY_KEY: Readonly<Record<string, DeskAction>> = {
  enter: "next",
  "0": "recall",
  ".": "no-show",
  // The number pad of a Vietnamese layout.
  ",": "no-show",
  "+": "transfer",
  "-": "park",
  "*": "start",
  "/": "finish",
  f: "call-chosen",
  n: "pause",
  u: "undo",
  p: "put-back",
  l: "lock",
  f2: "issue",
  h: "dossier",
};
/** Browsers keep Ctrl+N for themselves except in a window without tabs; F2 works everywhere. */
const WITH_CTRL: Readonly<Record<string, DeskAction>> = { p: "reprint", n: "issue" };

/** A key press, as far as it matters here; a `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Held down: the officer wanted it once. */
  readonly repeat: boolean;
  /** An input method is putting letters together. */
  readonly isComposing: boolean;
}

/** The action a key stands for, or `null`. Pure. */
export function actionOfKey(press: KeyPress): DeskAction | null {
  if (press.repeat || press.isComposing || press.altKey || press.metaKey) return null;
  const keys = press.ctrlKey ? WITH_CTRL : BY_KEY;
  return keys[press.key.toLowerCase()] ?? null;
}

/** A second "next" so soon after the first was a slip: it would end a visit nobody had, ms. */
export const NEXT_AGAIN_AFTER_MS = 2_000;

/** Whether "next" counts again. Times are monotonic ms; `null`: it was never pressed. */
export function isNextReady(pressedAt: number | null, at: number): boolean {
  return pressedAt === null || at - pressedAt >= NEXT_AGAIN_AFTER_MS;
}
