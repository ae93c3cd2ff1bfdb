import { localTime } from "@luot/domain";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Some 55 years of days; a clock that is asked for more starts again. */
const MAX_DAYS_KEPT = 20_000;

/** Reads moments as the wall clock of one time zone, quickly for millions of them. */
export interface ZoneClock {
  /** The ISO date at a moment. @param at epoch ms */
  readonly dayOf: (at: number) => string;
  /** The moment at which the wall clock shows this. @param wallMs the wall time read as if UTC */
  readonly atWall: (wallMs: number) => number;
}

const clocks = new Map<string, ZoneClock>();
const MAX_CLOCKS_KEPT = 50;

/**
 * The clock of a time zone. What it keeps spares look-ups of the time zone data: a day at whose
 * both ends the zone has one offset is taken to have it throughout.
 *
 * @throws RangeError when the time zone is unknown
 */
export function zoneClock(timeZone: string): ZoneClock {
  const kept = clocks.get(timeZone);
  if (kept !== undefined) return kept;
  const made = createZoneClock(timeZone);
  if (clocks.size >= MAX_CLOCKS_KEPT) clocks.clear();
  clocks.set(timeZone, made);
  return made;
}

function createZoneClock(timeZone: string): ZoneClock {
  exactOffset(0, timeZone);
  const ofDay = new Map<number, number | null>();
  const days = new Map<number, string>();

  function offsetAt(at: number): number {
    const day = Math.floor(at / DAY_MS);
    let offset = ofDay.get(day);
    if (offset === undefined) {
      const first = exactOffset(day * DAY_MS, timeZone);
      offset = first === exactOffset((day + 1) * DAY_MS, timeZone) ? first : null;
      if (ofDay.size >= MAX_DAYS_KEPT) ofDay.clear();
      ofDay.set(day, offset);
    }
    return offset ?? exactOffset(at, timeZone);
  }

  return {
    dayOf(at) {
      const day = Math.floor((at + offsetAt(at)) / DAY_MS);
      let text = days.get(day);
      if (text === undefined) {
        text = new Date(day * DAY_MS).toISOString().slice(0, 10);
        if (days.size >= MAX_DAYS_KEPT) days.clear();
        days.set(day, text);
      }
      return text;
    },
    atWall(wallMs) {
      const guess = wallMs - offsetAt(wallMs);
      return wallMs - offsetAt(guess);
    },
  };
}

/** How far the zone's wall clock is ahead of UTC, in ms. */
function exactOffset(at: number, timeZone: string): number {
  const { date, minutes } = localTime(at, timeZone);
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE_MS;
  return wall - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** When a day begins in a time zone, epoch ms. @param date ISO date */
export function startOfDay(date: string, timeZone: string): number {
  return zoneClock(timeZone).atWall(Date.parse(`${date}T00:00:00Z`));
}
