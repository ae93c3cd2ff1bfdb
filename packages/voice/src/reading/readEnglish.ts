import { assertReadable } from "./assertReadable.ts";
import { joinMarks, labelMarks } from "./labelMarks.ts";

/** 0–9 in English, by value. */
export const DIGIT_WORDS_EN: readonly string[] =
  "zero one two three four five six seven eight nine".split(" ");

const TEENS =
  "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function belowHundred(n: number): string {
  if (n < 10) return DIGIT_WORDS_EN[n] ?? "";
  if (n < 20) return TEENS[n - 10] ?? "";
  const tens = TENS[Math.floor(n / 10) - 2] ?? "";
  return n % 10 === 0 ? tens : `${tens}-${DIGIT_WORDS_EN[n % 10] ?? ""}`;
}

/**
 * Reads a whole number in full, in English: 21 is "twenty-one", 1005 "one thousand and five".
 *
 * Pure.
 *
 * @param n 0 to 9999
 * @throws RangeError for any other number
 */
export function readNumberEnglish(n: number): string {
  assertReadable(n);
  const words: string[] = [];
  if (n >= 1000) words.push(belowHundred(Math.floor(n / 1000)), "thousand");
  const hundreds = Math.floor((n % 1000) / 100);
  if (hundreds > 0) words.push(belowHundred(hundreds), "hundred");
  const rest = n % 100;
  if (rest > 0 && words.length > 0) words.push("and");
  if (rest > 0 || n === 0) words.push(belowHundred(rest));
  return words.join(" ");
}

/**
 * Reads a ticket label in English: letters as they are printed, digits one by one, so `A012` is
 * "A zero one two" and `BK2-07` "B K two, zero seven".
 *
 * Pure.
 *
 * @throws RangeError when the label is empty, too long or has a mark without a reading
 */
export function readTicketLabelEnglish(label: string): string {
  return joinMarks(labelMarks(label), (mark) =>
    mark.kind === "digit" ? (DIGIT_WORDS_EN[mark.digit] ?? "") : mark.letter,
  );
}
