import { assertReadable } from "./assertReadable.ts";
import { joinMarks, labelMarks } from "./labelMarks.ts";

/** Which part of the country the words are for: North, Centre, South. */
export type Region = "bac" | "trung" | "nam";

export interface ReadingOptions {
  /** Words for an empty tens place and for thousand; North when left out. */
  readonly region?: Region;
  /** How 4 is said after mươi; "tư" when left out. */
  readonly four?: "tư" | "bốn";
}

/** 0–9 in Vietnamese, by value. */
export const DIGIT_WORDS_VI: readonly string[] = "không một hai ba bốn năm sáu bảy tám chín".split(
  " ",
);

/**
 * Letter names. F, J, W, Y and Z are not in the ticket alphabet and only occur in a kiosk's own
 * letter; their names, like those of G and Y, have not been checked with listeners.
 */
export const LETTER_WORDS_VI: Readonly<Record<string, string>> = {
  A: "a",
  B: "bê",
  C: "xê",
  D: "dê",
  Đ: "đê",
  E: "e",
  F: "ép-phờ",
  G: "giê",
  H: "hát",
  I: "i",
  J: "gi",
  K: "ca",
  L: "e-lờ",
  M: "em-mờ",
  N: "en-nờ",
  O: "o",
  P: "pê",
  Q: "quy",
  R: "e-rờ",
  S: "ét-sì",
  T: "tê",
  U: "u",
  V: "vê",
  W: "vê kép",
  X: "ích-xì",
  Y: "i dài",
  Z: "dét",
};

interface RegionWords {
  readonly emptyTens: string;
  readonly thousand: string;
}

/** The centre's words (lẻ, ngàn) are as in the South: an assumption, no source settles them. */
const REGION_WORDS: Readonly<Record<Region, RegionWords>> = {
  bac: { emptyTens: "linh", thousand: "nghìn" },
  trung: { emptyTens: "lẻ", thousand: "ngàn" },
  nam: { emptyTens: "lẻ", thousand: "ngàn" },
};

const digitWord = (digit: number): string => DIGIT_WORDS_VI[digit] ?? "";

/** The unit after mười or mươi: 1, 4 and 5 change, 0 is silent. */
function unitAfterTens(tens: number, unit: number, four: string): string {
  if (unit === 0) return "";
  if (unit === 5) return "lăm";
  if (tens > 1 && unit === 1) return "mốt";
  if (tens > 1 && unit === 4) return four;
  return digitWord(unit);
}

function belowHundred(n: number, four: string): string[] {
  const tens = Math.floor(n / 10);
  if (tens === 0) return [digitWord(n)];
  const head = tens === 1 ? ["mười"] : [digitWord(tens), "mươi"];
  return [...head, unitAfterTens(tens, n % 10, four)];
}

/** Three places, of which the hundreds are said even when empty. */
function afterHundreds(n: number, four: string, emptyTens: string): string[] {
  const hundreds = [digitWord(Math.floor(n / 100)), "trăm"];
  const rest = n % 100;
  if (rest === 0) return hundreds;
  return [...hundreds, ...(rest < 10 ? [emptyTens] : []), ...belowHundred(rest, four)];
}

/**
 * Reads a whole number in full, in Vietnamese: 21 is "hai mươi mốt", 1005 "một nghìn không trăm
 * linh năm". For counters, rooms, minutes and counts; a ticket is read by {@link readTicketLabel}.
 *
 * Pure. Rules: 1 is mốt after mươi, 5 is lăm after mười and mươi, 4 is tư after mươi (or bốn, by
 * option), an empty tens place is linh (North) or lẻ, and empty hundreds after a thousand are said.
 *
 * @param n 0 to 9999
 * @returns lower-case words with single spaces, NFC
 * @throws RangeError for any other number
 */
export function readNumber(n: number, options: ReadingOptions = {}): string {
  assertReadable(n);
  const { emptyTens, thousand } = REGION_WORDS[options.region ?? "bac"];
  const four = options.four ?? "tư";
  const rest = n % 1000;
  const words: string[] = [];
  if (n >= 1000) words.push(digitWord(Math.floor(n / 1000)), thousand);
  if (rest >= 100 || (n >= 1000 && rest > 0)) words.push(...afterHundreds(rest, four, emptyTens));
  else if (n < 1000) words.push(...belowHundred(rest, four));
  return words.filter((word) => word !== "").join(" ");
}

/**
 * Reads a ticket label in Vietnamese: letter names, then digit by digit with every zero, so `A012`
 * is "a không một hai" and `BK2-07` "bê ca hai, không bảy". Never mốt, tư, lăm or linh. Digits
 * sound the same in every region, so the options change nothing today.
 *
 * Pure.
 *
 * @throws RangeError when the label is empty, too long or has a mark without a reading
 */
export function readTicketLabel(label: string, _options: ReadingOptions = {}): string {
  return joinMarks(labelMarks(label), (mark) =>
    mark.kind === "digit" ? digitWord(mark.digit) : (LETTER_WORDS_VI[mark.letter] ?? ""),
  );
}
