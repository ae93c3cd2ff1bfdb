import { WEEKDAYS, type Weekday, type WorkingDayCalendar } from "./Calendar.ts";

const DAY_MS = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Longer waits than this mean a calendar in which nobody ever works. */
const MAX_DAYS_LOOKED_AT = 40_000;

/** The weekday an ISO date falls on. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[new Date(epochOf(date)).getUTCDay()] ?? "sunday";
}

/** Whether a date is worked: make-up days win over the weekend, holidays over everything else. */
export function isWorkingDay(date: string, calendar: WorkingDayCalendar): boolean {
  if (calendar.makeUpDays.includes(date)) return true;
  return !calendar.holidays.includes(date) && !calendar.weekend.includes(weekdayOf(date));
}

/** The ISO date `days` calendar days after `date`; `days` may be negative. */
export function addDays(date: string, days: number): string {
  return new Date(epochOf(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The date that lies `days` working days after the day of receipt, which is never counted.
 *
 * @param date ISO date of receipt
 * @param days whole number of working days, 0 or more; 0 gives `date` itself
 * @throws RangeError for a date that does not exist, a count that is not a whole number of 0 or
 *   more, or a calendar without working days
 */
export function addWorkingDays(date: string, days: number, calendar: WorkingDayCalendar): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  let found = addDays(date, 0);
  let left = days;
  for (let looked = 0; left > 0; looked++) {
    if (looked > MAX_DAYS_LOOKED_AT) throw new RangeError("the calendar has no working days");
    found = addDays(found, 1);
    if (isWorkingDay(found, calendar)) left--;
  }
  return found;
}

/**
 * How many working days lie after one date, up to and with another: the inverse of
 * `addWorkingDays`. 0 on the same day, and when only days off lie between; negative when `to` is
 * the earlier one.
 *
 * @param from ISO date, not counted when `to` comes after it
 * @param to ISO date
 * @throws RangeError for a date that does not exist, or two that lie further apart than a century
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkingDayCalendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  const days = (epochOf(to) - epochOf(from)) / DAY_MS;
  if (days > MAX_DAYS_LOOKED_AT) throw new RangeError(`too far apart: ${from}, ${to}`);
  let count = 0;
  for (let day = 1; day <= days; day++) if (isWorkingDay(addDays(from, day), calendar)) count++;
  return count;
}

function epochOf(date: string): number {
  const epoch = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(epoch) || new Date(epoch).toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a date: ${date}`);
  return epoch;
}
