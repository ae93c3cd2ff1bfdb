import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const SCORES = {
  very_satisfied: msg({ message: "Rất hài lòng", context: "rating" }),
  satisfied: msg({ message: "Hài lòng", context: "rating" }),
  neutral: msg({ message: "Bình thường", context: "rating" }),
  dissatisfied: msg({ message: "Không hài lòng", context: "rating" }),
} as const satisfies Record<string, MessageDescriptor>;

/** How a visit was, from the best to the worst. */
export const SCORE_WORDS = ["very_satisfied", "satisfied", "neutral", "dissatisfied"] as const;
export type ScoreWord = (typeof SCORE_WORDS)[number];

/** How a visit was: "Rất hài lòng". */
export function scoreText(i18n: I18n, score: ScoreWord): string {
  return i18n._(SCORES[score]);
}
