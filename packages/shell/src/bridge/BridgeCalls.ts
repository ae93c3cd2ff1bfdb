import type {
  AdminDone,
  AdminEntered,
  AdminWish,
  DeskDone,
  DeskShortcut,
  FoundHub,
  HubChosen,
  PinKept,
  PinStanding,
  ShortcutKeys,
} from "@luot/contract";

/** The name of the bridge among a page's globals. */
export const BRIDGE_NAME = "luotShell";

/** Messages of a page to the process that owns the devices. */
export const TO_DEVICES = "luot:to-devices";

/** Messages of that process to the page. */
export const FROM_DEVICES = "luot:from-devices";

/** Shortcuts that were pressed, to a counter's page. */
export const FROM_SHORTCUTS = "luot:from-shortcuts";

/** What a page may ask of its app: arguments and answer by channel. */
export interface BridgeCalls {
  "luot:hub-url": { readonly args: readonly []; readonly answer: string | null };
  "luot:choose-hub": { readonly args: readonly [address: string]; readonly answer: HubChosen };
  "luot:find-hubs": { readonly args: readonly []; readonly answer: readonly FoundHub[] };
  "luot:admin-state": {
    readonly args: readonly [];
    readonly answer: { readonly pin: PinStanding; readonly canPutOff: boolean } | null;
  };
  "luot:admin-keep-pin": { readonly args: readonly [pin: string]; readonly answer: PinKept };
  "luot:admin-put-off": { readonly args: readonly []; readonly answer: PinKept };
  "luot:admin-enter": { readonly args: readonly [pin: string]; readonly answer: AdminEntered };
  "luot:admin-wish": { readonly args: readonly [wish: AdminWish]; readonly answer: AdminDone };
  "luot:choose-counter": {
    readonly args: readonly [counterId: string | null];
    readonly answer: DeskDone;
  };
  "luot:toggle-bar": { readonly args: readonly []; readonly answer: boolean };
  "luot:show-window": { readonly args: readonly []; readonly answer: DeskDone };
  "luot:shortcuts": { readonly args: readonly []; readonly answer: ShortcutKeys };
  "luot:change-shortcut": {
    readonly args: readonly [shortcut: DeskShortcut, keys: string];
    readonly answer: DeskDone;
  };
}

/** Asked while the page begins, before there is anything to wait for: answered at once. */
export type ReadChannel = "luot:hub-url" | "luot:admin-state";

/** Asked later; answered when the answer is there. */
export type AskChannel = Exclude<keyof BridgeCalls, ReadChannel>;

/** What a channel gives: at once where it is read, later where it is asked. */
export type AnswerOf<K extends keyof BridgeCalls> = K extends ReadChannel
  ? BridgeCalls[K]["answer"]
  : Promise<BridgeCalls[K]["answer"]>;
