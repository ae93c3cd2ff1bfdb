import type { PhoneView } from "@luot/hub-client";
import { refusalText, SCORE_WORDS, scoreText, type ScoreWord, useLanguage } from "@luot/i18n";
import { Banner, Tile } from "@luot/ui";
import { useLingui } from "@lingui/react/macro";
import { Annoyed, CircleCheck, Frown, Laugh, Smile } from "lucide-react";
import type { ReactNode } from "react";
import type { RatingState } from "../ticket/sendRating.ts";
import { useRating } from "../ticket/useRating.ts";
import styles from "./Rating.module.css";

const FACES = {
  very_satisfied: Laugh,
  satisfied: Smile,
  neutral: Annoyed,
  dissatisfied: Frown,
} as const satisfies Record<ScoreWord, unknown>;

export interface RatingProps {
  readonly view: Pick<PhoneView, "ticketId" | "score">;
  readonly isConnected: boolean;
}

/** Asks once how a visit was that is over, and says thank you. */
export function Rating({ view, isConnected }: RatingProps): ReactNode {
  const { state, rate } = useRating(view.ticketId);
  const score = view.score ?? (state.status === "sent" ? state.score : null);
  if (score !== null) return <Thanks score={score} />;
  if (state.status === "over") return <Over />;
  return <Question state={state} rate={rate} isConnected={isConnected} />;
}

function Thanks({ score }: { readonly score: ScoreWord }): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const said = scoreText(i18n, score);
  return (
    <output className={styles["rating"]} data-testid="rating-thanks">
      <CircleCheck aria-hidden className={styles["done"]} size="2.4rem" />
      <p className={styles["question"]}>{t`Cảm ơn ý kiến của ông/bà.`}</p>
      <p data-testid="rating-said" data-score={score}>
        {t`Ý kiến đã ghi: ${said}`}
      </p>
    </output>
  );
}

function Over(): ReactNode {
  const { t } = useLingui();
  return (
    <Banner kind="info" title={t`Số này không nhận thêm ý kiến.`} testId="rating-over">
      {t`Mỗi số được đánh giá một lần, trong ngày.`}
    </Banner>
  );
}

interface QuestionProps {
  readonly state: RatingState;
  readonly rate: (score: ScoreWord) => void;
  readonly isConnected: boolean;
}

function Question({ state, rate, isConnected }: QuestionProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const refusal = state.status === "refused" ? refusalText(i18n, state.code, {}) : null;
  const sending = state.status === "sending" ? state.score : null;
  return (
    <section className={styles["rating"]} data-testid="rating">
      <h2 className={styles["question"]}>{t`Xin đánh giá mức độ hài lòng`}</h2>
      <p>{t`Chạm một lần để trả lời. Không ghi tên ông/bà.`}</p>
      {refusal !== null && (
        <Banner kind="danger" title={refusal.what} testId="rating-refused">
          {refusal.next}
        </Banner>
      )}
      <ul className={styles["scores"]}>
        {SCORE_WORDS.map((score) => {
          const Face = FACES[score];
          return (
            <li key={score}>
              <Tile
                title={scoreText(i18n, score)}
                icon={<Face aria-hidden size="2rem" />}
                isDisabled={!isConnected || sending !== null}
                onPress={() => rate(score)}
                testId={`rate-${score}`}
              />
            </li>
          );
        })}
      </ul>
      <output className={styles["sending"]}>{sending !== null && t`Đang gửi ý kiến…`}</output>
    </section>
  );
}
