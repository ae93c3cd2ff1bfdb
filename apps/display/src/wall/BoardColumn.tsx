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
  /** Which of its {@link BOARD_PAGES}. */
  readonly page: number;
}

/** The figures, and what they come to: together they are too much beside the calls. */
export const BOARD_PAGES = 2;

const SUMS = ["carriedOver", "received"] as const;
const PARTS = [
  ["resolved", ["early", "onTime", "late"]],
  ["inProgress", ["inTime", "overdue"]],
] as const;

/** How the whole centre does its work, beside the calls of a wall. */
export function BoardColumn({ board, settings, now, page }: BoardColumnProps): ReactNode {
  const { t } = useLingui();
  const { i18n } = useLanguage();
  return (
    <section className={styles["board"]} data-testid="board-column">
      <h2 className={styles["title"]}>{t`Giải quyết hồ sơ`}</h2>
      <p className={styles["soft"]}>{boardPeriodText(i18n, board.period, board.from)}</p>
      {page === 0 ? <Figures board={board} /> : <Ratio board={board} />}
      <AsOf board={board} settings={settings} now={now} />
    </section>
  );
}

function Figures({ board }: { readonly board: Board }): ReactNode {
  const { i18n } = useLanguage();
  const figures = boardFigures(board.total, board.ratioOf);
  const line = (key: keyof typeof figures & BoardFigureWord, isPart: boolean): ReactNode => (
    <div key={key} className={styles["line"]} data-part={isPart}>
      <dt>{boardFigureText(i18n, key)}</dt>
      <dd data-figure={key}>{formatCount(i18n, figures[key] ?? 0)}</dd>
    </div>
  );
  return (
    <dl className={styles["figures"]}>
      {SUMS.map((key) => line(key, false))}
      {PARTS.map(([sum, parts]) => [line(sum, false), ...parts.map((key) => line(key, true))])}
    </dl>
  );
}

function Ratio({ board: { total, ratioOf } }: { readonly board: Board }): ReactNode {
  const { i18n } = useLanguage();
  const { ratio, outOf } = boardFigures(total, ratioOf);
  return (
    <p className={styles["ratio"]}>
      <span>{boardFigureText(i18n, "ratioInWords")}</span>
      <strong data-figure="ratio">{formatRatio(i18n, ratio)}</strong>
      <span>{boardOutOfText(i18n, ratioOf, outOf)}</span>
    </p>
  );
}

function AsOf({ board, settings, now }: Omit<BoardColumnProps, "page">): ReactNode {
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
