import type { Place } from "../ticket.ts";

/** How the day went so far, in tickets. */
export interface Totals {
  readonly issued: number;
  readonly done: number;
  readonly cancelled: number;
  readonly expired: number;
}

/** The totals of a day that begins. */
export const NO_TOTALS: Totals = { issued: 0, done: 0, cancelled: 0, expired: 0 };

/** The totals after a ticket moved; an undo takes a finished one back out. */
export function withMove(totals: Totals, from: Place, to: Place): Totals {
  const left = isCounted(from.status)
    ? { ...totals, [from.status]: totals[from.status] - 1 }
    : totals;
  return isCounted(to.status) ? { ...left, [to.status]: left[to.status] + 1 } : left;
}

function isCounted(status: Place["status"]): status is "done" | "cancelled" | "expired" {
  return status === "done" || status === "cancelled" || status === "expired";
}
