import type { Calendar, Season, Session } from "./Calendar.ts";
import { type LocalTime, localTime } from "./localTime.ts";
import { addDays, weekdayOf } from "./workingDays.ts";

/** Whether tickets are issued at a moment, and if not, why. */
export type Opening =
  | { readonly kind: "open"; readonly sessionId: string }
  | { readonly kind: "closing"; readonly sessionId: string }
  | { readonly kind: "closed" };

const MINUTES_A_DAY = 1_440;
const DAYS_LOOKED_AHEAD = 60;

/** The service day a moment belongs to: the calendar day of the centre's time zone (DAY-1). */
export function serviceDayOf(now: number, calendar: Calendar): string {
  return localTime(now, calendar.timeZone).date;
}

/** The sessions of a date, in order; none when the centre is closed that day (CAL-1, CAL-2). */
export function sessionsOf(date: string, calendar: Calendar): readonly Session[] {
  if (calendar.alwaysOpen) return [{ opens: "00:00", closes: "24:00" }];
  const isMakeUp = calendar.makeUpDays.includes(date);
  if (!isMakeUp && calendar.holidays.includes(date)) return [];
  const season = calendar.seasons.find((candidate) => isInSeason(date.slice(5), candidate));
  if (season === undefined) return [];
  // The weekly plan alone says whether a Saturday is open: it may be, without being a working day.
  return isMakeUp ? season.makeUp : season.weekly[weekdayOf(date)];
}

/** Whether a ticket may be issued now (CAL-3: none in the last minutes of a session). */
export function openingAt(now: number, calendar: Calendar): Opening {
  const local = localTime(now, calendar.timeZone);
  const cutoff = calendar.alwaysOpen ? 0 : calendar.lastTicketMinutes;
  for (const [index, session] of sessionsOf(local.date, calendar).entries()) {
    const closes = minutesOf(session.closes);
    if (local.minutes < minutesOf(session.opens) || local.minutes >= closes) continue;
    const sessionId = `${index + 1}`;
    return { kind: local.minutes < closes - cutoff ? "open" : "closing", sessionId };
  }
  return { kind: "closed" };
}

/** When the centre opens next after now, or `null` when nothing is planned in two months. */
export function nextOpening(
  now: number,
  calendar: Calendar,
): { readonly date: string; readonly opens: string } | null {
  const local: LocalTime = localTime(now, calendar.timeZone);
  for (let ahead = 0; ahead < DAYS_LOOKED_AHEAD; ahead++) {
    const date = addDays(local.date, ahead);
    for (const { opens } of sessionsOf(date, calendar))
      if (ahead > 0 || minutesOf(opens) > local.minutes) return { date, opens };
  }
  return null;
}

/** Minutes since midnight of a wall time `HH:MM`; `24:00` is the end of the day. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  const total = (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
  if (!(total >= 0 && total <= MINUTES_A_DAY)) throw new RangeError(`not a time: ${time}`);
  return total;
}

function isInSeason(monthDay: string, { from, to }: Season): boolean {
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}
