import { digitClip, LAST_WHOLE_NUMBER, letterClip, numberClip } from "../clips/clipNames.ts";
import { JOINERS_EN } from "../clips/englishClips.ts";
import { JOINERS_VI } from "../clips/vietnameseClips.ts";
import { labelMarks } from "../reading/labelMarks.ts";
import { DIGIT_WORDS_EN, readNumberEnglish } from "../reading/readEnglish.ts";
import { DIGIT_WORDS_VI, type ReadingOptions, readNumber } from "../reading/readVietnamese.ts";
import { clipTexts, GAP_MS, type SpeechLanguage, type SpeechPart } from "./SpeechPlan.ts";

/** Clips with the same gap between each two; no gap before the first or after the last. */
function spaced(clips: readonly string[], gapMs: number): SpeechPart[] {
  return clips.flatMap((clip, i): SpeechPart[] => (i === 0 ? [{ clip }] : [{ gapMs }, { clip }]));
}

/**
 * The clips of a ticket label, mark by mark. The last digit falls, the others do not.
 *
 * @throws RangeError when the label cannot be read
 */
export function labelParts(label: string): readonly SpeechPart[] {
  const marks = labelMarks(label);
  const parts: SpeechPart[] = [];
  for (const [i, mark] of marks.entries()) {
    if (mark.kind === "pause") continue;
    const previous = marks[i - 1];
    if (previous?.kind === "pause") parts.push({ gapMs: GAP_MS.labelPause });
    else if (previous !== undefined) parts.push({ gapMs: GAP_MS.betweenMarks });
    const place = i === marks.length - 1 ? "end" : "mid";
    parts.push({
      clip: mark.kind === "digit" ? digitClip(mark.digit, place) : letterClip(mark.letter),
    });
  }
  return parts;
}

/** A number in words of its language. */
export function numberWords(n: number, language: SpeechLanguage, options: ReadingOptions): string {
  return language === "vi" ? readNumber(n, options) : readNumberEnglish(n);
}

function wordClip(word: string, language: SpeechLanguage, place: "mid" | "end"): string {
  const digit = (language === "vi" ? DIGIT_WORDS_VI : DIGIT_WORDS_EN).indexOf(word);
  if (digit >= 0) return digitClip(digit, place);
  const joiner = (language === "vi" ? JOINERS_VI : JOINERS_EN)[word];
  if (joiner !== undefined) return joiner;
  const texts = clipTexts(language);
  for (let n = 10; n <= LAST_WHOLE_NUMBER; n++)
    if (texts[numberClip(n)] === word) return numberClip(n);
  throw new Error(`no clip for the word ${JSON.stringify(word)}`);
}

/**
 * The clips of a number said in full: one clip up to 50, joined words above, and also where the
 * options ask for other words than the whole clip has (24 with "bốn").
 *
 * @throws RangeError when the number cannot be read
 */
export function numberParts(
  n: number,
  language: SpeechLanguage,
  options: ReadingOptions,
): readonly SpeechPart[] {
  const text = numberWords(n, language, options);
  const whole = numberClip(n);
  if (clipTexts(language)[whole] === text) return [{ clip: whole }];
  const words = text.split(/[\s-]/);
  return spaced(
    words.map((word, i) => wordClip(word, language, i === words.length - 1 ? "end" : "mid")),
    GAP_MS.insideNumber,
  );
}
