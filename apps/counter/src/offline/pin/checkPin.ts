import type { Lead } from "@luot/contract";
import type { OfflineStore } from "../OfflineStore.ts";
import { counted, waitMs } from "./pinTries.ts";
import { verifyPin } from "./verifyPin.ts";

/** What became of a PIN. */
export type PinOutcome =
  | { readonly kind: "right" }
  | { readonly kind: "wrong" }
  /** Nothing was tried; for so long yet. */
  | { readonly kind: "wait"; readonly ms: number };

/**
 * Checks a supervisor's PIN without the hub. Wrong ones are counted at the counter, whoever's they
 * are, over restarts.
 */
export async function checkPin(store: OfflineStore, lead: Lead, pin: string): Promise<PinOutcome> {
  const now = Date.now();
  const before = store.tries();
  const ms = waitMs(before, now);
  if (ms > 0) return { kind: "wait", ms };
  // A disk that takes no more would make every try the first.
  if (!store.writeTries(counted(before, now))) return { kind: "wait", ms: 1_000 };
  if (!(await verifyPin(lead.pinHash, pin))) return { kind: "wrong" };
  store.writeTries({ wrong: 0, at: 0 });
  return { kind: "right" };
}
