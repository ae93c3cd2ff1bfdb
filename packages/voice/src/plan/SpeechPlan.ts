import { CLIPS_EN } from "../clips/englishClips.ts";
import { CLIPS_VI } from "../clips/vietnameseClips.ts";

/** Languages that announcements are spoken in. */
export type SpeechLanguage = "vi" | "en";

/** One step of a plan: a clip by name, or silence before the next clip. */
export type SpeechPart =
  | { readonly clip: string }
  | {
      /** Silence in milliseconds. */
      readonly gapMs: number;
    };

/**
 * What is said, independent of how: a clip player uses `parts`, a synthesiser and the screen reader
 * text use `text`. Holds no personal data: a label and a counter, never a name.
 */
export interface SpeechPlan {
  readonly language: SpeechLanguage;
  /** The sentence in words, for instance "Mời công dân có số a không một hai đến quầy số năm". */
  readonly text: string;
  readonly parts: readonly SpeechPart[];
}

/** Gaps in milliseconds; digits and the counter phrase as measured for the shipped voice. */
export const GAP_MS = {
  afterChime: 350,
  afterPhrase: 120,
  betweenMarks: 100,
  labelPause: 260,
  beforeCounter: 280,
  betweenSentences: 400,
  insideNumber: 80,
} as const;

/** The clips of a language by name, with their spoken text. */
export const clipTexts = (language: SpeechLanguage): Readonly<Record<string, string>> =>
  language === "vi" ? CLIPS_VI : CLIPS_EN;

/** A slow voice says a syllable in about this long; English words are counted by letters. */
const MS_PER_SYLLABLE = 380;
const MS_PER_LETTER = 110;
const CHIME_MS = 1_500;
/** The shortest time a clip is counted with, so that one letter is not taken for nothing. */
const SHORTEST_CLIP_MS = 500;

function estimateClipMs(text: string, language: SpeechLanguage): number {
  if (text === "") return CHIME_MS;
  if (language === "en")
    return Math.max(SHORTEST_CLIP_MS, text.replaceAll(" ", "").length * MS_PER_LETTER);
  return Math.max(SHORTEST_CLIP_MS, text.split(/[\s-]+/).length * MS_PER_SYLLABLE);
}

/**
 * Estimates how long a plan takes to say, from its words alone, so that a watchdog needs no clip
 * files. Errs on the long side: every sentence of the shipped packs is shorter.
 *
 * @returns milliseconds
 */
export function estimatePlanMs(plan: SpeechPlan): number {
  const texts = clipTexts(plan.language);
  return plan.parts.reduce(
    (sum, part) =>
      sum + ("gapMs" in part ? part.gapMs : estimateClipMs(texts[part.clip] ?? "", plan.language)),
    0,
  );
}

const isChime = (part: SpeechPart | undefined): boolean =>
  part !== undefined && "clip" in part && part.clip.startsWith("chime");

/**
 * The same sentence without its opening chime, for saying it a second time: the hall is listening
 * already.
 *
 * @returns the plan itself when it has no chime
 */
export function withoutChime(plan: SpeechPlan): SpeechPlan {
  if (!isChime(plan.parts[0])) return plan;
  const firstWord = plan.parts.findIndex((part) => "clip" in part && !isChime(part));
  return { ...plan, parts: firstWord < 0 ? [] : plan.parts.slice(firstWord) };
}
