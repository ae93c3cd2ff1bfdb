import type { ConnectionWord, Language } from "@luot/i18n";

/** What can be done from the bar and by shortcuts. */
export const REMOTE_ACTIONS = ["next", "recall", "no-show", "finish"] as const;
export type RemoteAction = (typeof REMOTE_ACTIONS)[number];

/** What the bar shows of the counter's window. */
export interface BarState {
  readonly place: string;
  /** Who is at the counter; `null` for nobody. */
  readonly label: string | null;
  readonly waiting: number | null;
  readonly word: ConnectionWord;
  readonly possible: readonly RemoteAction[];
  /** Why nothing can be done, or that something is not as usual. */
  readonly note: string | null;
  readonly language: Language;
}

/** Between the counter's window and its bar. Both are pages of one app or browser. */
export type RemoteMessage =
  | { readonly kind: "state"; readonly state: BarState }
  /** The bar is there and wants to hear. */
  | { readonly kind: "watch" }
  | { readonly kind: "act"; readonly action: RemoteAction };

/** Reads a message of the other page; one of an older or newer page is none. */
export function readRemote(raw: unknown): RemoteMessage | null {
  if (typeof raw !== "object" || raw === null || !("kind" in raw)) return null;
  if (raw.kind === "watch") return { kind: "watch" };
  if (raw.kind === "act" && "action" in raw) {
    const action = REMOTE_ACTIONS.find((one) => one === raw.action);
    return action === undefined ? null : { kind: "act", action };
  }
  if (raw.kind === "state" && "state" in raw && isState(raw.state))
    return { kind: "state", state: raw.state };
  return null;
}

function isState(raw: unknown): raw is BarState {
  if (typeof raw !== "object" || raw === null) return false;
  const state = raw as Partial<Record<keyof BarState, unknown>>;
  return (
    typeof state.place === "string" &&
    isTextOrNull(state.label) &&
    isTextOrNull(state.note) &&
    (state.waiting === null || typeof state.waiting === "number") &&
    typeof state.word === "string" &&
    (state.language === "vi" || state.language === "en") &&
    Array.isArray(state.possible)
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}
