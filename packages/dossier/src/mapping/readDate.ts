import type { ZoneClock } from "../zoneClock.ts";
import type { DateFormat } from "./Mapping.ts";

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** Nothing that is a date is longer. */
const MAX_CHARACTERS = 40;
/** Day 0 of a spreadsheet's calendar, as days before 1970. */
const EXCEL_EPOCH_DAYS = 25_569;

/** A moment, and whether the source said what time of day it was. */
export interface ReadDate {
  /** Epoch ms. */
  readonly at: number;
  /** False for a date alone, and for midnight. */
  readonly hasTime: boolean;
}

type Parts = Readonly<Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>>;
/** A wall time read as if UTC, in ms; `null` when it is none. */
type Parse = (text: string) => number | null;

const DATE = String.raw`(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})`;
const ISO_DATE = String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`;
const TIME = String.raw`(?<hour>\d{1,2})[:h](?<minute>\d{2})(?::(?<second>\d{2}))?`;
const STAMP = String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`;
const NAME = /\(\?<(\w+)>/g;
const GAP = String.raw`,? {1,3}`;

const PARSERS: ReadonlyMap<DateFormat, Parse> = new Map<DateFormat, Parse>([
  ["yyyyMMddHHmmss", byPattern(`${STAMP}(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})`)],
  ["yyyyMMddHHmm", byPattern(`${STAMP}(?<hour>\\d{2})(?<minute>\\d{2})`)],
  ["yyyyMMdd", byPattern(STAMP)],
  ["dd/MM/yyyy HH:mm:ss", byPattern(`${DATE}${GAP}${TIME}`)],
  ["dd/MM/yyyy HH:mm", byPattern(`${DATE}${GAP}${TIME}`)],
  ["HH:mm dd/MM/yyyy", byPattern(`${TIME}${GAP}${DATE}`)],
  ["dd/MM/yyyy", byPattern(DATE)],
  ["yyyy-MM-dd HH:mm:ss", byPattern(`${ISO_DATE}${GAP}${TIME}`)],
  ["yyyy-MM-dd HH:mm", byPattern(`${ISO_DATE}${GAP}${TIME}`)],
  ["yyyy-MM-dd", byPattern(ISO_DATE)],
]);
const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Reads a date in the first of the formats that fits. A day that does not exist fits none.
 *
 * @returns `null` when no format fits
 */
export function readDate(
  value: unknown,
  formats: readonly DateFormat[],
  clock: ZoneClock,
): ReadDate | null {
  for (const format of formats) {
    const read = readAs(value, format, clock);
    if (read !== null) return read;
  }
  return null;
}

function readAs(value: unknown, format: DateFormat, clock: ZoneClock): ReadDate | null {
  if (value instanceof Date)
    return format === "excel" ? fromWall(numberOrNull(value.getTime()), clock) : null;
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value).trim();
  if (text.length > MAX_CHARACTERS) return null;
  switch (format) {
    case "iso":
      return fromIso(text, clock);
    case "excel":
      return NUMBER.test(text) ? fromWall(excelWall(Number(text)), clock) : null;
    case "epoch-ms":
    case "epoch-s":
      if (!NUMBER.test(text)) return null;
      return {
        at: Math.round(Number(text) * (format === "epoch-s" ? SECOND_MS : 1)),
        hasTime: true,
      };
    default:
      return fromWall(PARSERS.get(format)?.(text) ?? null, clock);
  }
}

function fromWall(wall: number | null, clock: ZoneClock): ReadDate | null {
  return wall === null ? null : { at: clock.atWall(wall), hasTime: wall % DAY_MS !== 0 };
}

function fromIso(text: string, clock: ZoneClock): ReadDate | null {
  const [, date, time, offset] = ISO.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const wall = numberOrNull(Date.parse(`${date}T${time}Z`));
  // The engine takes 31 April for 1 May.
  if (wall === null || new Date(wall).toISOString().slice(0, 10) !== date) return null;
  if (offset === undefined) return fromWall(wall, clock);
  const at = numberOrNull(Date.parse(`${date}T${time}${offset}`));
  return at === null ? null : { at, hasTime: true };
}

/** A serial of a spreadsheet; the time of day is a fraction and rounded to seconds. */
function excelWall(serial: number): number | null {
  if (serial < 1 || serial > 2_958_465) return null;
  return Math.round((serial - EXCEL_EPOCH_DAYS) * 86_400) * SECOND_MS;
}

function byPattern(pattern: string): Parse {
  // Groups by number: an object of names for each date took a third of its reading.
  const places = new Map([...pattern.matchAll(NAME)].map(([, name], at) => [name, at + 1]));
  const whole = new RegExp(`^${pattern.replaceAll(NAME, "(")}$`);
  const [year, month, day] = [placeOf("year"), placeOf("month"), placeOf("day")];
  const [hour, minute, second] = [placeOf("hour"), placeOf("minute"), placeOf("second")];
  return (text) => {
    const found = whole.exec(text);
    if (found === null) return null;
    const number = (place: number): number => Number(found[place] ?? 0);
    return wallOf({
      year: number(year),
      month: number(month),
      day: number(day),
      hour: number(hour),
      minute: number(minute),
      second: number(second),
    });
  };

  /** Where there is none, nothing is found. */
  function placeOf(name: keyof Parts): number {
    return places.get(name) ?? places.size + 1;
  }
}

function wallOf({ year, month, day, hour, minute, second }: Parts): number | null {
  if (year < 1_000 || hour > 23 || minute > 59 || second > 59) return null;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(wall);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? wall : null;
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
