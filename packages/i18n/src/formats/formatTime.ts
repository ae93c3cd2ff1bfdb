import type { I18n } from "@lingui/core";

const PARTS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

/**
 * The wall clock of the centre, `HH:mm`, the same in both languages.
 *
 * @param atMs epoch ms of the hub's clock
 * @param timeZone IANA name, from the calendar of the settings
 */
export function formatClock(atMs: number, timeZone: string): string {
  const { hour, minute } = partsOf(atMs, timeZone);
  return `${hour}:${minute}`;
}

/** The date at the centre, `dd/MM/yyyy`, the same in both languages. Parameters as above. */
export function formatDate(atMs: number, timeZone: string): string {
  const { day, month, year } = partsOf(atMs, timeZone);
  return `${day}/${month}/${year}`;
}

/** The date and the clock at the centre, `dd/MM/yyyy HH:mm`, as official papers have them. */
export function formatDateTime(atMs: number, timeZone: string): string {
  return `${formatDate(atMs, timeZone)} ${formatClock(atMs, timeZone)}`;
}

/** The weekday and the date: "Thứ Hai, 24/11/2025" or "Monday, 24/11/2025". */
export function formatDay(i18n: I18n, atMs: number, timeZone: string): string {
  const weekday = new Intl.DateTimeFormat(i18n.locale, { timeZone, weekday: "long" }).format(atMs);
  return `${weekday}, ${formatDate(atMs, timeZone)}`;
}

/** An ISO date as people here write it: `dd/MM/yyyy`. */
export function formatIsoDate(date: string): string {
  return date.split("-").toReversed().join("/");
}

/** How long something has lasted, `m:ss`, for officers. Negative times count as none. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function partsOf(atMs: number, timeZone: string): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const { type, value } of new Intl.DateTimeFormat("en-GB", {
    ...PARTS,
    timeZone,
  }).formatToParts(atMs))
    parts[type] = value;
  return parts;
}
