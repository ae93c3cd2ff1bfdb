import type { CounterLog, Identity, PaperStock } from "@luot/contract";
import type { CentreSettings } from "@luot/hub-client";
import { type AtCounter, atCounter } from "./counterLog.ts";

/** How the counter stands without its hub, or with it again. Immutable. */
export interface OfflineState {
  /** Of who works here: what the hub does not know, or has not taken; `null`: nothing. */
  readonly log: CounterLog | null;
  /** What other officers did here and have not told yet: only they can. */
  readonly others: readonly CounterLog[];
  /** What paper mode would begin with; `null` when no counter was open here. */
  readonly stock: PaperStock | null;
  /** Since when the hub is gone, own clock; `null` while it is there. */
  readonly goneSince: number | null;
  /** The hub is being told. */
  readonly isMerging: boolean;
  /** What was done last is not written down: the disk is full, or the log. */
  readonly isFull: boolean;
}

/** Who works at the counter, as far as its screen knows. */
export interface Attendance {
  readonly officer: Identity["officer"];
  /** The settings in force. */
  readonly settings: CentreSettings | null;
  /** Told when the hub does not know of the session. */
  readonly learn: (code: "not_signed_in" | "session_locked") => void;
}

/** Who is at a counter now: by its own log where there is one. `undefined`: by the hub's view. */
export function currentOffline({ log }: OfflineState): AtCounter | undefined {
  if (log === null || !hasWork(log)) return undefined;
  return atCounter(log);
}

/** Whether a log has something to tell the hub, or is being written in paper mode. */
export function hasWork({ entries, paper }: CounterLog): boolean {
  return entries.length > 0 || paper !== null;
}

/**
 * Which log is of who works here, and which are others'. Pure.
 *
 * @param logs the one written last at the end
 * @param officerId `null` after a start without the hub, with nothing put by: whoever wrote last
 */
export function sorted(
  logs: readonly CounterLog[],
  officerId: string | null,
): Pick<OfflineState, "log" | "others"> {
  const log =
    (officerId === null
      ? logs.at(-1)
      : logs.findLast(({ officer }) => officer.officerId === officerId)) ?? null;
  return { log, others: logs.filter((one) => one !== log && one.entries.length > 0) };
}
