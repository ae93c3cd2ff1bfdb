/** A moment as the centre's wall clock shows it. */
export interface LocalTime {
  /** ISO date. */
  readonly date: string;
  /** Minutes since local midnight. */
  readonly minutes: number;
}

const QUARTER_HOUR_MS = 15 * 60_000;
const MAX_CACHED_OFFSETS = 512;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * Converts a moment to the wall clock of a time zone.
 *
 * Pure: the answer depends on the arguments alone (the maps only spare repeated look-ups of the
 * time zone data, whose offsets change on quarter hours at the finest).
 *
 * @param atMs epoch milliseconds
 * @param timeZone IANA name
 * @throws RangeError when the time zone is unknown
 */
export function localTime(atMs: number, timeZone: string): LocalTime {
  const local = new Date(atMs + offsetMs(atMs, timeZone));
  return {
    date: local.toISOString().slice(0, 10),
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
}

function offsetMs(atMs: number, timeZone: string): number {
  const quarter = Math.floor(atMs / QUARTER_HOUR_MS);
  const key = `${timeZone}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const start = quarter * QUARTER_HOUR_MS;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(start))
    if (type !== "literal") parts[type] = Number(value);
  const wall = Date.UTC(
    parts["year"] ?? 0,
    (parts["month"] ?? 1) - 1,
    parts["day"] ?? 1,
    parts["hour"] ?? 0,
    parts["minute"] ?? 0,
    parts["second"] ?? 0,
  );
  if (offsets.size >= MAX_CACHED_OFFSETS) offsets.clear();
  offsets.set(key, wall - start);
  return wall - start;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}
