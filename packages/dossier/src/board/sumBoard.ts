import { isAfterDue } from "../onTime.ts";
import { addTotals, type DayCount, type DayTotals, NO_TOTALS } from "./dayCounts.ts";
import type { BoardPeriod } from "./periodOf.ts";

/** How many dossiers stand where, in one period. The shape of the contract's `BoardCounts`. */
export interface BoardCounts {
  readonly carriedOver: number;
  readonly received: number;
  readonly resolved: { readonly early: number; readonly onTime: number; readonly late: number };
  readonly ended: number;
  readonly inProgress: { readonly inTime: number; readonly overdue: number };
  /** Whose time ended in the period; in one that runs, up to now, and those kept before their time. */
  readonly due: number;
  /** Of those, the ones resolved before or on time. */
  readonly dueKept: number;
}

/** What one agency's board is made of. All are sums over `DayCount`s, so sums of sums are right. */
export interface BoardSums {
  /** Of all days before the period. */
  readonly before: DayTotals;
  /** Of the days of the period. */
  readonly within: DayTotals;
  /** `openDue` of all days before today. */
  readonly openDueBeforeToday: number;
  /** Open dossiers that are due today and whose minute has passed. */
  readonly openDuePassedToday: number;
}

/**
 * The board of a period. Carried over + received = resolved + ended + in progress, always. A period
 * that is not yet past shows what is open now (overdue to the minute); one that is past shows what
 * was open at the end of its last day. Nor does one that runs count as due what is open and still has
 * time: the share of what is due would be low for no fault.
 *
 * @param today ISO date in the centre's time zone
 */
export function sumBoard(sums: BoardSums, period: BoardPeriod, today: string): BoardCounts {
  const { before, within } = sums;
  const { received, early, onTime, late, ended, dueKept } = within;
  const carriedOver = openOf(before);
  const inProgress = openOf(addTotals(before, within));
  const passed =
    period.to < today
      ? before.timeSet + within.timeSet - before.timeClosed - within.timeClosed
      : sums.openDueBeforeToday + sums.openDuePassedToday;
  // The same for every sound record; one with a due time before its receipt may be in one sum only.
  const overdue = Math.min(passed, inProgress);
  return {
    carriedOver,
    received,
    resolved: { early, onTime, late },
    ended,
    inProgress: { inTime: inProgress - overdue, overdue },
    // Records of a source whose clock is wrong must not make more kept ones than there are.
    due: Math.max(dueKept, within.due - openWithTime(sums, period, today)),
    dueKept,
  };
}

/** The open dossiers that fall due in the period, and have not yet by the minute of now. */
function openWithTime(sums: BoardSums, { from, to }: BoardPeriod, today: string): number {
  const { before, within, openDueBeforeToday, openDuePassedToday } = sums;
  if (to < today) return 0;
  if (from > today) return within.openDue;
  const throughPeriod = before.openDue + within.openDue;
  return Math.max(0, throughPeriod - openDueBeforeToday - openDuePassedToday);
}

function openOf({ received, early, onTime, late, ended }: DayTotals): number {
  return received - early - onTime - late - ended;
}

/** An open dossier's due time, for the minute of today. */
export interface OpenDue {
  /** Epoch ms. */
  readonly due: number;
}

/**
 * Makes the sums of a board out of day rows: what a store does in SQL, here for recounts.
 *
 * @param openDueToday the open dossiers that are due today
 * @param now epoch ms
 */
export function sumsOf(
  rows: readonly DayCount[],
  period: BoardPeriod,
  today: string,
  openDueToday: readonly OpenDue[],
  now: number,
): BoardSums {
  let before = NO_TOTALS;
  let within = NO_TOTALS;
  let openDueBeforeToday = 0;
  for (const row of rows) {
    if (row.day < period.from) before = addTotals(before, row);
    else if (row.day <= period.to) within = addTotals(within, row);
    if (row.day < today) openDueBeforeToday += row.openDue;
  }
  const openDuePassedToday = openDueToday.filter(({ due }) => isAfterDue(now, due)).length;
  return { before, within, openDueBeforeToday, openDuePassedToday };
}
