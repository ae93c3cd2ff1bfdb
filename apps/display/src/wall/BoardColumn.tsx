import { useLingui } from "@lingui/react/macro";
import type { Board, CentreSettings } from "@luot/hub-client";
import {
  boardFigureText,
  type BoardFigureWord,
  boardOutOfText,
  boardPeriodText,
  formatCount,
  formatDateTime,
  formatRatio,
  useLanguage,
} from "@luot/i18n";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { boardFigures } from "../board/boardFigures.ts";
import { isBoardStale } from "../board/isBoardStale.ts";
import styles from "./BoardColumn.module.css";

export interface BoardColumnProps {
  readonly board: Board;
  readonly settings: CentreSettings;
  readonly now: number;
}

const SUMS = ["carriedOver", "received"] as const;
const PARTS = [
  ["resolved", ["early", "onTime", "late"]],
  ["inProgress", ["inTime", "overdue"]],
] as const;

/** How the whole centre does its work, beside the calls of a wall. */
export function BoardColumn({ board, settings, now }: BoardColumnProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const figures = boardFigures(board.total, board.ratioOf);
  const line = (key: keyof typeof figures & BoardFigureWord, isPart: boolean): ReactNode => (
    <div key={key} className={styles["line"]} data-part={isPart}>
      <dt>{boardFigureText(i18n, key)}</dt>
      <dd data-figure={key}>{formatCount(i18n, figures[key] ?? 0)}</dd>
    </div>
  );
  return (
    <section className={styles["board"]} data-testid="board-column">
      <h2 className={styles["title"]}>{t`Tình hình giải quyết hồ sơ`}</h2>
      <p className={styles["soft"]}>{boardPeriodText(i18n, board.period, board.from)}</p>
      <dl className={styles["figures"]}>
        {SUMS.map((key) => line(key, false))}
        {PARTS.map(([sum, parts]) => [line(sum, false), ...parts.map((key) => line(key, true))])}
      </dl>
      <p className={styles["ratio"]}>
        <span>{boardFigureText(i18n, "ratioInWords")}</span>
        <strong data-figure="ratio">{formatRatio(i18n, figures.ratio)}</strong>
        <span className={styles["soft"]}>{boardOutOfText(i18n, board.ratioOf, figures.outOf)}</span>
      </p>
      <AsOf board={board} settings={settings} now={now} />
    </section>
  );
}

function AsOf({ board, settings, now }: BoardColumnProps): ReactNode {
  const { t } = useLingui();
  const isStale = isBoardStale(board, settings, now);
  const { asOf } = board;
  const updated = asOf === null ? "–" : formatDateTime(asOf, settings.calendar.timeZone);
  return (
    <p className={isStale ? styles["stale"] : styles["soft"]} data-testid="board-as-of">
      {isStale && <TriangleAlert aria-hidden size="1em" />}
      {isStale ? t`Dữ liệu đã cũ, cập nhật lúc ${updated}` : t`Dữ liệu cập nhật lúc ${updated}`}
    </p>
  );
}
