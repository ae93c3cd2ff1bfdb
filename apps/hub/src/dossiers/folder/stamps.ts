const STAMP = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-/u;

/** A moment as the start of a file's name, in UTC: `20261124-103000`. */
export function stampOf(atMs: number): string {
  const [date = "", time = ""] = new Date(atMs).toISOString().split("T");
  return `${date.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}`;
}

/** The moment a file's name starts with, epoch ms; `null` for other names. */
export function timeOfStamp(name: string): number | null {
  const parts = STAMP.exec(name);
  if (parts === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
