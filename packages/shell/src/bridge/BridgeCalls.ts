import type { HubChosen } from "@luot/contract";

/** The name of the bridge among a page's globals. */
export const BRIDGE_NAME = "luotShell";

/** Messages of a page to the process that owns the devices. */
export const TO_DEVICES = "luot:to-devices";

/** Messages of that process to the page. */
export const FROM_DEVICES = "luot:from-devices";

/** What a page may ask of its app: arguments and answer by channel. */
export interface BridgeCalls {
  "luot:hub-url": { readonly args: readonly []; readonly answer: string | null };
  "luot:choose-hub": { readonly args: readonly [address: string]; readonly answer: HubChosen };
}

/** Asked while the page begins, before there is anything to wait for: answered at once. */
export type ReadChannel = "luot:hub-url";

/** Asked later; answered when the answer is there. */
export type AskChannel = Exclude<keyof BridgeCalls, ReadChannel>;

/** What a channel gives: at once where it is read, later where it is asked. */
export type AnswerOf<K extends keyof BridgeCalls> = K extends ReadChannel
  ? BridgeCalls[K]["answer"]
  : Promise<BridgeCalls[K]["answer"]>;
