import { useLingui } from "@lingui/react/macro";
import type { CatalogueProcedure } from "@luot/contract";
import { formatMoney, useLanguage } from "@luot/i18n";
import { Banknote, Clock } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./ProcedureSheet.module.css";

/** What it costs and how long it takes. What is not known is said to be asked for. */
export function ProcedureFacts(props: {
  readonly procedure: Pick<CatalogueProcedure, "fee" | "time">;
}): ReactNode {
  const { fee, time } = props.procedure;
  const { t } = useLingui();
  const { i18n } = useLanguage();
  const unknown = t`Hỏi tại quầy`;
  return (
    <dl className={styles["facts"]}>
      <div data-testid="fee">
        <Banknote aria-hidden size="1.4em" />
        <dt>{t`Phí, lệ phí`}</dt>
        <dd>{feeText()}</dd>
      </div>
      <div data-testid="time">
        <Clock aria-hidden size="1.4em" />
        <dt>{t`Thời hạn giải quyết`}</dt>
        <dd>{timeText()}</dd>
      </div>
    </dl>
  );

  function feeText(): string {
    if (fee === null) return unknown;
    return fee === 0 ? t`Không thu phí` : formatMoney(i18n, fee);
  }

  function timeText(): string {
    if (time === null) return unknown;
    const { count } = time;
    const words = {
      hour: t`${{ count }} giờ`,
      working_day: t`${{ count }} ngày làm việc`,
      day: t`${{ count }} ngày`,
    };
    return words[time.unit];
  }
}
