/** Spoken text of each clip by its name; a chime has no words and so an empty text. */
export type ClipTexts = Readonly<Record<string, string>>;

/** Counters up to this number are one clip each: a whole word sounds better than a joined one. */
export const LAST_WHOLE_NUMBER = 50;

/** The clip of a digit: rising inside a label or number, falling at its end. */
export const digitClip = (digit: number, place: "mid" | "end"): string => `digit.${digit}.${place}`;

/** The clip of a letter; Đ is written `dd` so that names are plain ASCII. */
export const letterClip = (letter: string): string =>
  `letter.${letter === "Đ" ? "dd" : letter.toLowerCase()}`;

/** The clip of a number that is recorded whole. */
export const numberClip = (n: number): string => `number.${n}`;

/** The clips every language has in the same shape: digits twice, letters, numbers, chimes. */
export function commonClips(words: {
  readonly digits: readonly string[];
  readonly letters: ClipTexts;
  readonly number: (n: number) => string;
}): ClipTexts {
  const clips: Record<string, string> = { chime: "", "chime-recall": "" };
  for (const [digit, text] of words.digits.entries()) {
    clips[digitClip(digit, "mid")] = text;
    clips[digitClip(digit, "end")] = text;
  }
  for (const [letter, text] of Object.entries(words.letters)) clips[letterClip(letter)] = text;
  for (let n = 1; n <= LAST_WHOLE_NUMBER; n++) clips[numberClip(n)] = words.number(n);
  return clips;
}
