import { addDays } from "@luot/domain";

/** What a board can be asked for. */
export type BoardPeriodKind = "day" | "month" | "quarter" | "year";

/** Both ends included, ISO dates. */
export interface BoardPeriod {
  readonly from: string;
  readonly to: string;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The day, month, quarter or year a date lies in.
 *
 * @param date ISO date
 * @throws RangeError for a date that does not exist
 */
export function periodOf(kind: BoardPeriodKind, date: string): BoardPeriod {
  const day = addDays(date, 0);
  if (kind === "day") return { from: day, to: day };
  const year = Number(day.slice(0, 4));
  const months = MONTHS[kind];
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months;
  const dateOf = (month: number): string =>
    new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { from: dateOf(first), to: addDays(dateOf(first + months), -1) };
}
