const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Vietnam has one time zone and no summer time. */
const OFFSET_MS = 7 * 60 * MINUTE_MS;
const STAMP = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const EPOCH_WEEKDAY = 4;

/** A moment as one-stop software writes it, `yyyyMMddHHmmss` in Vietnam. @param at epoch ms */
export function stampOf(at: number): string {
  return new Date(at + OFFSET_MS).toISOString().slice(0, 19).replaceAll(/[-T:]/g, "");
}

/** Reads `yyyyMMddHHmmss` in Vietnam. @returns epoch ms, or `null` for anything else */
export function readStamp(text: string): number | null {
  const match = STAMP.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at - OFFSET_MS;
}

/** A moment as a person in Vietnam writes it, `dd/MM/yyyy HH:mm`. @param at epoch ms */
export function spokenTime(at: number): string {
  const [date = "", time = ""] = new Date(at + OFFSET_MS).toISOString().split("T");
  return `${date.split("-").toReversed().join("/")} ${time.slice(0, 5)}`;
}

/** The moment of a time of day. @param dayNumber days since 1970-01-01 in Vietnam */
export function momentOf(dayNumber: number, minuteOfDay: number): number {
  return dayNumber * DAY_MS + minuteOfDay * MINUTE_MS - OFFSET_MS;
}

/** Days since 1970-01-01 in Vietnam. @param at epoch ms */
export function dayNumberOf(at: number): number {
  return Math.floor((at + OFFSET_MS) / DAY_MS);
}

/** The day `count` working days after; Monday to Friday, as holidays are the centre's to know. */
export function workingDayAfter(dayNumber: number, count: number): number {
  let day = dayNumber;
  for (let left = count; left > 0; ) {
    day += 1;
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Whether a day is one from Monday to Friday. */
export function isWorkingDay(dayNumber: number): boolean {
  const weekday = (dayNumber + EPOCH_WEEKDAY) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** `yyMMdd` of a day, as dossier codes carry it. */
export function codeDay(dayNumber: number): string {
  return stampOf(momentOf(dayNumber, 0)).slice(2, 8);
}
