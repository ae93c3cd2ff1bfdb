import { vietnamDay } from "./vietnamDay.ts";

/** All that may be known of a citizen card: which priority by age it proves, at most. */
export type AgeClass = "under_60" | "60_to_74" | "75_to_79" | "80_or_more" | "unknown";

const ID = /^(0\d{2})([0-9])(\d{2})(\d{6})$/;
const DATE = /^(\d{2})(\d{2})(\d{4})$/;
const FEWEST_FIELDS = 6;

/**
 * The age class of whoever holds the citizen card whose QR was read, or `null` when it is no such
 * text. Fields by `|`: id, old id (may be empty or absent), name, birth, sex, address, issue date;
 * newer cards may add more. Nothing else of the card leaves this function, and nothing keeps it.
 *
 * @param now epoch ms
 */
export function ageClassOfCard(text: string, now: number): AgeClass | null {
  const fields = text.split("|").map((field) => field.trim());
  if (fields.length < FEWEST_FIELDS) return null;
  const id = fields.map((field) => ID.exec(field)).find((match) => match !== null);
  if (id === undefined) return null;
  const birth = fields.map((field) => DATE.exec(field)).find((match) => match !== null);
  if (birth === undefined) return "unknown";
  const [, day = "", month = "", year = ""] = birth;
  if (Number(day) > 31 || Number(month) > 12 || !matchesId(Number(year), id)) return "unknown";
  return classOf(ageAt(vietnamDay(now), { day, month, year: Number(year) }));
}

/**
 * The id tells the century (0, 1: 1900s; 2, 3: 2000s) and the year of birth. It only confirms the
 * date: this also keeps the issue date from being taken for a birth that could not be read.
 */
function matchesId(year: number, [, , sex = "", twoDigits = ""]: RegExpExecArray): boolean {
  const century = 1900 + 100 * Math.floor(Number(sex) / 2);
  return year === century + Number(twoDigits);
}

/** Full years; by the year alone when day or month of birth is unknown (`00`). */
function ageAt(
  today: string,
  { day, month, year }: { readonly day: string; readonly month: string; readonly year: number },
): number {
  const years = Number(today.slice(0, 4)) - year;
  if (day === "00" || month === "00") return years;
  return today.slice(5) < `${month}-${day}` ? years - 1 : years;
}

function classOf(age: number): AgeClass {
  if (age < 0 || age > 150) return "unknown";
  if (age < 60) return "under_60";
  if (age < 75) return "60_to_74";
  return age < 80 ? "75_to_79" : "80_or_more";
}
