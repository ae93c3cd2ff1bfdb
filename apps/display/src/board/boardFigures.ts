import type { Board, BoardCounts } from "@luot/hub-client";

/** What a board says of one agency or of all, as numbers. */
export interface BoardFigures {
  readonly carriedOver: number;
  readonly received: number;
  readonly resolved: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly ended: number;
  readonly inProgress: number;
  readonly inTime: number;
  readonly overdue: number;
  /** What the ratio is divided by. */
  readonly outOf: number;
  /** Resolved before or on time, of those; `null` of none. */
  readonly ratio: number | null;
}

/**
 * The figures of a board. The ratio is that of the dossiers whose time ended in the period, or of
 * those that were resolved in it: an office may count either way, so its denominator is always told.
 * Pure.
 */
export function boardFigures(counts: BoardCounts, ratioOf: Board["ratioOf"]): BoardFigures {
  const { carriedOver, received, ended, due, dueKept } = counts;
  const { early, onTime, late } = counts.resolved;
  const { inTime, overdue } = counts.inProgress;
  const resolved = early + onTime + late;
  const [kept, outOf] = ratioOf === "due" ? [dueKept, due] : [early + onTime, resolved];
  return {
    carriedOver,
    received,
    resolved,
    early,
    onTime,
    late,
    ended,
    inProgress: inTime + overdue,
    inTime,
    overdue,
    outOf,
    ratio: outOf === 0 ? null : kept / outOf,
  };
}
